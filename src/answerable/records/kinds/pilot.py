"""The early advice pilot: when a case was enrolled, and when and why it left."""

from __future__ import annotations

from typing import ClassVar

from answerable.records.event import Event, Side, Words
from answerable.records.stages import Step

_BOTH_SIDES = frozenset({Side.POLICE, Side.CPS})


class PilotEnrolled(Event, frozen=True, kw_only=True, tag="pilot_enrolled"):
    """The case was enrolled in the early advice pilot. Submissions from this day on count in it."""

    LABEL: ClassVar[str] = "Enrolled in the early advice pilot"
    STEP: ClassVar[str] = Step.PILOT
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was the case enrolled?",
        "reason": "Why was this case chosen?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "reason": "How cases are chosen decides what the pilot’s figures can say.",
    }

    reason: Words = ""


class PilotLeft(Event, frozen=True, kw_only=True, tag="pilot_left"):
    """The case left the pilot. What was submitted before still counts in it."""

    LABEL: ClassVar[str] = "Left the early advice pilot"
    STEP: ClassVar[str] = Step.PILOT
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "enrolment": "Which enrolment?",
        "on": "On which day did the case leave the pilot?",
        "reason": "Why?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "reason": "What was submitted before this day still counts.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"enrolment": PilotEnrolled}

    enrolment: int
    """The number of the enrolment."""
    reason: Words


KINDS = (PilotEnrolled, PilotLeft)
