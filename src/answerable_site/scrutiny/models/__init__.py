"""Everything that scrutiny keeps."""

from answerable_site.scrutiny.models.agendas import AgendaItem
from answerable_site.scrutiny.models.meetings import Attendance, Meeting, Series
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
