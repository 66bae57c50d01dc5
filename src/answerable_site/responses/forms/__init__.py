"""What is asked while a response is written, signed and published."""

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
    Explanation,
    Invitation,
    NoComments,
    OwnComments,
    Reply,
    SubmittedComments,
    Versioned,
)
from answerable_site.responses.forms.signing import Confirmation, Correction, Signatory, Signing
from answerable_site.responses.forms.specified_information import ANOTHER, ShownReport

__all__ = [
    "ANOTHER",
    "Addressing",
    "ApprovalStep",
    "Approving",
    "Binding",
    "Confirmation",
    "Correction",
    "EnteredComments",
    "Exclusion",
    "Explanation",
    "IncompleteReason",
    "Invitation",
    "InvitationAddressing",
    "Lifting",
    "NoComments",
    "OwnComments",
    "Pause",
    "Recipient",
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
]
