"""What the pages of the register ask."""

from answerable_site.register.forms.documents import AddDocument
from answerable_site.register.forms.inspections import (
    ConfirmInspection,
    CorrectInspection,
    EnterInspection,
    ExplainGap,
    LinkInspection,
)
from answerable_site.register.forms.listing import FilterRecommendations
from answerable_site.register.forms.priorities import AddPriority, EndPriority
from answerable_site.register.forms.recommendations import (
    AcceptCandidate,
    AddRecommendation,
    CorrectRecommendation,
)
from answerable_site.register.forms.recording import (
    ChooseThemes,
    GiveReason,
    LinkRecommendation,
    RecordStatement,
    SetWorkingDeadline,
)
from answerable_site.register.forms.splitting import SplitParts

__all__ = [
    "AcceptCandidate",
    "AddDocument",
    "AddPriority",
    "AddRecommendation",
    "ChooseThemes",
    "ConfirmInspection",
    "CorrectInspection",
    "CorrectRecommendation",
    "EndPriority",
    "EnterInspection",
    "ExplainGap",
    "FilterRecommendations",
    "GiveReason",
    "LinkInspection",
    "LinkRecommendation",
    "RecordStatement",
    "SetWorkingDeadline",
    "SplitParts",
]
