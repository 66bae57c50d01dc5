"""What is asked while a response is written, signed and published."""

from answerable_site.responses.forms.drafting import (
    EnteredComments,
    Invitation,
    NoComments,
    OwnComments,
    Reply,
    SubmittedComments,
)
from answerable_site.responses.forms.explaining import Choices, Explanation
from answerable_site.responses.forms.signing import Confirmation, Correction, Signatory, Signing
from answerable_site.responses.forms.unsaved import Discarding, Keeping, differs, put_back
from answerable_site.responses.forms.writing import Versioned

__all__ = [
    "Choices",
    "Confirmation",
    "Correction",
    "Discarding",
    "EnteredComments",
    "Explanation",
    "Invitation",
    "Keeping",
    "NoComments",
    "OwnComments",
    "Reply",
    "Signatory",
    "Signing",
    "SubmittedComments",
    "Versioned",
    "differs",
    "put_back",
]
