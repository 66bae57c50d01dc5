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
from answerable_site.responses.forms.signing import Confirmation, Correction, Signatory, Signing

__all__ = [
    "Confirmation",
    "Correction",
    "EnteredComments",
    "Explanation",
    "Invitation",
    "NoComments",
    "OwnComments",
    "Reply",
    "Signatory",
    "Signing",
    "SubmittedComments",
    "Versioned",
]
