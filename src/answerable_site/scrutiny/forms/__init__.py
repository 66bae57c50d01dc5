"""What the pages of scrutiny ask."""

from answerable_site.scrutiny.forms.agendas import (
    AddItem,
    CorrectPack,
    DecideItems,
    LeaveOut,
    Verdict,
)
from answerable_site.scrutiny.forms.planning import (
    AddSeries,
    Attend,
    CallOff,
    ChangeMeeting,
    MoveMeeting,
    PlanMeeting,
)
from answerable_site.scrutiny.forms.proceeding import Ask, Decide, GiveAnswer, WriteMinutes

__all__ = [
    "AddItem",
    "AddSeries",
    "Ask",
    "Attend",
    "CallOff",
    "ChangeMeeting",
    "CorrectPack",
    "Decide",
    "DecideItems",
    "GiveAnswer",
    "LeaveOut",
    "MoveMeeting",
    "PlanMeeting",
    "Verdict",
    "WriteMinutes",
]
