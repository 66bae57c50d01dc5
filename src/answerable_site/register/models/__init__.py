"""Documents as received and read, inspections, and recommendations."""

from answerable_site.register.models.documents import (
    Candidate,
    DocumentReading,
    Passage,
    ReceivedDocument,
)
from answerable_site.register.models.inspections import (
    Correction,
    Inspection,
    InspectionLink,
    NumberGap,
)
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
    "Correction",
    "Decision",
    "DocumentReading",
    "Inspection",
    "InspectionLink",
    "Limb",
    "NumberGap",
    "Passage",
    "ReceivedDocument",
    "Recommendation",
    "RecommendationLink",
    "Theme",
    "WorkingDeadline",
]
