"""What is asked while a response is written, signed and published."""

from answerable_site.responses.forms.drafting import (
    EnteredComments,
    Explanation,
    Invitation,
    NoComments,
    OwnComments,
    Reply,
    SubmittedComments,
    Versioned,
)
from answerable_site.responses.forms.past import FilterPast, RecordPast
from answerable_site.responses.forms.signing import Confirmation, Correction, Signatory, Signing
from answerable_site.responses.forms.takeover import (
    AddList,
    ChooseColumns,
    ChooseSheet,
    FilterRows,
    Load,
    WaitingList,
    columns_chosen,
)

__all__ = [
    "AddList",
    "ChooseColumns",
    "ChooseSheet",
    "Confirmation",
    "Correction",
    "EnteredComments",
    "Explanation",
    "FilterPast",
    "FilterRows",
    "Invitation",
    "Load",
    "NoComments",
    "OwnComments",
    "RecordPast",
    "Reply",
    "Signatory",
    "Signing",
    "SubmittedComments",
    "Versioned",
    "WaitingList",
    "columns_chosen",
]
