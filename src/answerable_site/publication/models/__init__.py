"""Everything that the press keeps."""

from answerable_site.publication.models.feedback import (
    PublicFeedback,
    PublicFeedbackQuerySet,
)
from answerable_site.publication.models.figures import (
    DataSetEdition,
    DataSetEditionQuerySet,
    DataSetFile,
    FiguresRelease,
    PublicDataSet,
)
from answerable_site.publication.models.finding import PublicText
from answerable_site.publication.models.meetings import (
    EditionFile,
    PublicEdition,
    PublicMeeting,
)
from answerable_site.publication.models.progress import (
    PublicProgress,
    PublicProgressQuerySet,
)
from answerable_site.publication.models.responses import (
    EntryCorrection,
    EntryCorrectionQuerySet,
    PublicInspection,
    PublicInspectionQuerySet,
    PublicResponse,
    PublishedFile,
)

__all__ = [
    "DataSetEdition",
    "DataSetEditionQuerySet",
    "DataSetFile",
    "EditionFile",
    "EntryCorrection",
    "EntryCorrectionQuerySet",
    "FiguresRelease",
    "PublicDataSet",
    "PublicEdition",
    "PublicFeedback",
    "PublicFeedbackQuerySet",
    "PublicInspection",
    "PublicInspectionQuerySet",
    "PublicMeeting",
    "PublicProgress",
    "PublicProgressQuerySet",
    "PublicResponse",
    "PublicText",
    "PublishedFile",
]
