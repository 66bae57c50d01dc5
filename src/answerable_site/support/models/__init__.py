"""What is kept of surveys, coding, services and meetings. Nothing of a victim."""

from answerable_site.support.models.coding import (
    Coder,
    Coding,
    Finding,
    HandedOver,
    Quote,
    Settlement,
    WordsErased,
)
from answerable_site.support.models.services import (
    Capacity,
    Contract,
    Need,
    OutcomeReport,
    Service,
    ServiceEntry,
)
from answerable_site.support.models.surveys import (
    Asked,
    ClosingDay,
    CodeBatch,
    InvitationCode,
    Passage,
    Survey,
    Tally,
)
from answerable_site.support.models.together import (
    JointMeeting,
    MeetingPoint,
    Presence,
    RolePage,
    RoleText,
)

__all__ = [
    "Asked",
    "Capacity",
    "ClosingDay",
    "CodeBatch",
    "Coder",
    "Coding",
    "Contract",
    "Finding",
    "HandedOver",
    "InvitationCode",
    "JointMeeting",
    "MeetingPoint",
    "Need",
    "OutcomeReport",
    "Passage",
    "Presence",
    "Quote",
    "RolePage",
    "RoleText",
    "Service",
    "ServiceEntry",
    "Settlement",
    "Survey",
    "Tally",
    "WordsErased",
]
