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
from answerable_site.responses.forms.past import (
    AddList,
    ChooseColumns,
    ChooseSheet,
    FilterPast,
    FilterRows,
    Load,
    RecordPast,
    WaitingList,
    columns_chosen,
)
from answerable_site.responses.forms.signing import Confirmation, Correction, Signatory, Signing

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
