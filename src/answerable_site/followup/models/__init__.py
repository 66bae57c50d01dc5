"""Everything that follow-up keeps."""

from answerable_site.followup.models.commitments import (
    Action,
    Commitment,
    Dependency,
)
from answerable_site.followup.models.history import (
    Assurance,
    AssuranceLevel,
    BodyChange,
    ClosureLevel,
    InspectorateStatement,
    Ownership,
    OwnStatement,
    Pause,
    ProgressUpdate,
    PublicWording,
    TargetDate,
)
from answerable_site.followup.models.proof import (
    Closure,
    Criterion,
    CriterionTest,
    Evidence,
    EvidenceJudgement,
)
from answerable_site.followup.models.trackers import TrackerImport, TrackerMapping
from answerable_site.followup.models.watching import (
    BodyPolicy,
    Escalation,
    LadderStep,
    PracticeReview,
    Review,
    Risk,
    SavedFilter,
)

__all__ = [
    "Action",
    "Assurance",
    "AssuranceLevel",
    "BodyChange",
    "BodyPolicy",
    "Closure",
    "ClosureLevel",
    "Commitment",
    "Criterion",
    "CriterionTest",
    "Dependency",
    "Escalation",
    "Evidence",
    "EvidenceJudgement",
    "InspectorateStatement",
    "LadderStep",
    "OwnStatement",
    "Ownership",
    "Pause",
    "PracticeReview",
    "ProgressUpdate",
    "PublicWording",
    "Review",
    "Risk",
    "SavedFilter",
    "TargetDate",
    "TrackerImport",
    "TrackerMapping",
]
