"""Documents as received and read, inspections, and recommendations."""

from answerable_site.register.models.documents import (
    Candidate,
    DocumentReading,
    Passage,
    ReceivedDocument,
)
from answerable_site.register.models.inspections import (
    ClockMovement,
    Correction,
    Inspection,
    InspectionLink,
    NumberGap,
)
from answerable_site.register.models.priorities import PlanPriority
from answerable_site.register.models.recommendations import (
    Addressee,
    AddresseeStatement,
    Decision,
    Limb,
    Recommendation,
    RecommendationLink,
    Theme,
    WorkingDeadline,
)

__all__ = [
    "Addressee",
    "AddresseeStatement",
    "Candidate",
    "ClockMovement",
    "Correction",
    "Decision",
    "DocumentReading",
    "Inspection",
    "InspectionLink",
    "Limb",
    "NumberGap",
    "Passage",
    "PlanPriority",
    "ReceivedDocument",
    "Recommendation",
    "RecommendationLink",
    "Theme",
    "WorkingDeadline",
]
