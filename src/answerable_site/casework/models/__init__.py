"""Everything that casework keeps."""

from answerable_site.casework.models.cases import (
    Case,
    CaseAssignment,
    CaseOpening,
    CaseReference,
    CaseShare,
)
from answerable_site.casework.models.events import (
    CaseBreach,
    CaseDue,
    CaseEvent,
    CaseFinding,
)
from answerable_site.casework.models.limits import (
    LimitVersion,
)

__all__ = [
    "Case",
    "CaseAssignment",
    "CaseBreach",
    "CaseDue",
    "CaseEvent",
    "CaseFinding",
    "CaseOpening",
    "CaseReference",
    "CaseShare",
    "LimitVersion",
]
