"""Everything that scrutiny keeps."""

from answerable_site.scrutiny.models.agendas import AgendaItem
from answerable_site.scrutiny.models.meetings import (
    Attendance,
    BodyChange,
    CallingOff,
    DayChange,
    Meeting,
    Series,
)
from answerable_site.scrutiny.models.packs import Pack, PackCorrection, PackFile
from answerable_site.scrutiny.models.proceedings import (
    Answer,
    Decision,
    HandedOver,
    Minutes,
    Question,
)

__all__ = [
    "AgendaItem",
    "Answer",
    "Attendance",
    "BodyChange",
    "CallingOff",
    "DayChange",
    "Decision",
    "HandedOver",
    "Meeting",
    "Minutes",
    "Pack",
    "PackCorrection",
    "PackFile",
    "Question",
    "Series",
]
