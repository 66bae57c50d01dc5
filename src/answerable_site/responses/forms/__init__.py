"""What is asked while a response is written, signed and published."""

from answerable_site.register.forms.lists import ChooseSheet, Load
from answerable_site.responses.forms.deciding import (
    ApprovalStep,
    Approving,
    Binding,
    Exclusion,
    IncompleteReason,
    Lifting,
    Pause,
    Revision,
)
from answerable_site.responses.forms.dispatching import (
    Addressing,
    InvitationAddressing,
    Recipient,
    SentOtherwise,
    ShownInvitation,
    ShownMail,
)
from answerable_site.responses.forms.drafting import (
    EnteredComments,
    Invitation,
    NoComments,
    OwnComments,
    Reply,
    SubmittedComments,
)
from answerable_site.responses.forms.explaining import (
    Choices,
    Explanation,
)
from answerable_site.responses.forms.past import (
    FilterPast,
    RecordPast,
)
from answerable_site.responses.forms.signing import (
    Confirmation,
    Correction,
    Signatory,
    Signing,
)
from answerable_site.responses.forms.specified_information import (
    ANOTHER,
    ShownReport,
)
from answerable_site.responses.forms.takeover import (
    AddList,
    ChooseColumns,
    FilterRows,
    WaitingList,
)
from answerable_site.responses.forms.unsaved import (
    Discarding,
    Keeping,
    differs,
    put_back,
)
from answerable_site.responses.forms.writing import (
    Versioned,
    WithWelsh,
)

__all__ = [
    "ANOTHER",
    "AddList",
    "Addressing",
    "ApprovalStep",
    "Approving",
    "Binding",
    "Choices",
    "ChooseColumns",
    "ChooseSheet",
    "Confirmation",
    "Correction",
    "Discarding",
    "EnteredComments",
    "Exclusion",
    "Explanation",
    "FilterPast",
    "FilterRows",
    "IncompleteReason",
    "Invitation",
    "InvitationAddressing",
    "Keeping",
    "Lifting",
    "Load",
    "NoComments",
    "OwnComments",
    "Pause",
    "Recipient",
    "RecordPast",
    "Reply",
    "Revision",
    "SentOtherwise",
    "ShownInvitation",
    "ShownMail",
    "ShownReport",
    "Signatory",
    "Signing",
    "SubmittedComments",
    "Versioned",
    "WaitingList",
    "WithWelsh",
    "differs",
    "put_back",
]
