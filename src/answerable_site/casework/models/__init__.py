"""Everything that casework keeps."""

from answerable_site.casework.models.cases import (
    Case,
    CaseAssignment,
    CaseOpening,
    CaseReference,
    CaseShare,
)

__all__ = [
    "Case",
    "CaseAssignment",
    "CaseOpening",
    "CaseReference",
    "CaseShare",
]
