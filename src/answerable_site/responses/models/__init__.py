"""A response and what it is made of. Texts are versions: appended, the latest counts."""

from answerable_site.responses.models.duties import (
    BindingDecision,
    HandOver,
    MilestonePause,
    Response,
    SpecifiedInformation,
)
from answerable_site.responses.models.evidence import (
    Dispatch,
    Invitation,
    KeptFile,
    Recipient,
)
from answerable_site.responses.models.past import (
    PastResponse,
    Takeover,
)
from answerable_site.responses.models.signing import (
    Approval,
    ApprovalStep,
    Preparation,
    PublicEntry,
    PublishedVersion,
    Revision,
    Signature,
    Voiding,
)
from answerable_site.responses.models.texts import (
    BodyComments,
    ChiefOfficerComments,
    Exclusion,
    Explanation,
    Reply,
    UnsavedText,
    Version,
    WithWelsh,
)

__all__ = [
    "Approval",
    "ApprovalStep",
    "BindingDecision",
    "BodyComments",
    "ChiefOfficerComments",
    "Dispatch",
    "Exclusion",
    "Explanation",
    "HandOver",
    "Invitation",
    "KeptFile",
    "MilestonePause",
    "PastResponse",
    "Preparation",
    "PublicEntry",
    "PublishedVersion",
    "Recipient",
    "Reply",
    "Response",
    "Revision",
    "Signature",
    "SpecifiedInformation",
    "Takeover",
    "UnsavedText",
    "Version",
    "Voiding",
    "WithWelsh",
]
