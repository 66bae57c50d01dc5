"""Everything that casework keeps."""

from answerable_site.casework.models.cases import (
    Case,
    CaseAssignment,
    CaseOpening,
    CaseReference,
    CaseShare,
)
from answerable_site.casework.models.events import CaseBreach, CaseDue, CaseEvent

__all__ = [
    "Case",
    "CaseAssignment",
    "CaseBreach",
    "CaseDue",
    "CaseEvent",
    "CaseOpening",
    "CaseReference",
    "CaseShare",
]
