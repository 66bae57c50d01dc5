"""The meeting of investigator and prosecutor before the prosecutors decide on no further action."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Event, Number, Side, User, Words
from answerable.records.stages import Step

_BOTH_SIDES = frozenset({Side.POLICE, Side.CPS})


class Mode(StrEnum):
    """How they met, or what took the place of meeting."""

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"
    TELEPHONE = "telephone"
    WRITING = "writing"

    @property
    def label(self) -> str:
        return _MODES[self]

    @property
    def is_a_meeting(self) -> bool:
        """Whether it counts: recommendation 5 asks for one in person or virtual."""
        return self in (Mode.IN_PERSON, Mode.VIRTUAL, Mode.HYBRID)


_MODES = {
    Mode.IN_PERSON: "In person",
    Mode.VIRTUAL: "By video",
    Mode.HYBRID: "Some in person, some by video",
    Mode.TELEPHONE: "By telephone only",
    Mode.WRITING: "By e-mail or other writing only",
}


class MeetingHeld(Event, frozen=True, kw_only=True, tag="meeting_held"):
    """Investigator and prosecutor met about the decision, for each suspect that is named."""

    LABEL: ClassVar[str] = "Meeting before a decision"
    STEP: ClassVar[str] = Step.COMMUNICATION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day did they meet?",
        "mode": "How did they meet?",
        "police_present": "Was the investigator there?",
        "prosecutor_present": "Was the prosecutor there?",
        "suspects": "Which suspects was it about?",
        "words": "What was discussed?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "mode": "An e-mail or a telephone call can be recorded. It does not count as a meeting.",
        "suspects": "Choose none if it was about all of them.",
        "words": "Name no victim and no suspect.",
    }

    mode: Mode
    police_present: bool
    prosecutor_present: bool
    suspects: tuple[Number, ...] = ()
    """Whom it was about; none named: every suspect there is."""
    words: Words = ""


class MeetingExcepted(Event, frozen=True, kw_only=True, tag="meeting_excepted"):
    """A named manager decided, with a reason, that no meeting is held before a decision."""

    LABEL: ClassVar[str] = "Exception from the meeting"
    STEP: ClassVar[str] = Step.COMMUNICATION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was the exception made?",
        "suspects": "Which suspects does it concern?",
        "reason": "Why is no meeting held?",
        "manager": "Which manager decided it?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "suspects": "Choose none if it concerns all of them.",
        "reason": "What it is about this case. “No time” is a breach, not an exception.",
    }

    suspects: tuple[Number, ...] = ()
    """Whom it concerns; none named: every suspect there is."""
    reason: Words
    manager: User
    """The manager who decided it."""


KINDS = (MeetingHeld, MeetingExcepted)
