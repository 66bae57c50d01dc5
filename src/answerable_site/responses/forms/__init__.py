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

__all__ = [
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
    "Lifting",
    "NoComments",
    "OwnComments",
    "Pause",
    "Reply",
    "Revision",
    "Signatory",
    "Signing",
    "SubmittedComments",
    "Versioned",
]
