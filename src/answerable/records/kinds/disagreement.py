"""Disagreements between police and prosecutors, how they go up, and how they end."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Answers, Event, Number, Side, Words
from answerable.records.kinds.decision import Decision
from answerable.records.stages import Step

_BOTH_SIDES = frozenset({Side.POLICE, Side.CPS})
_LEVEL_HINT = (
    "1 is between investigator and prosecutor, 2 the first level above them. Your organisation and "
    "the prosecutors have agreed who is at each level."
)


class Subject(StrEnum):
    """What the two sides disagree about."""

    DECISION = "decision"
    ADVICE = "advice"
    ACTION_PLAN = "action_plan"
    FILE = "file"
    MEETING = "meeting"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _SUBJECTS[self]


_SUBJECTS = {
    Subject.DECISION: "A decision on charge",
    Subject.ADVICE: "Early advice, or its refusal",
    Subject.ACTION_PLAN: "What an action plan asks for",
    Subject.FILE: "Whether the file is complete",
    Subject.MEETING: "Whether a meeting is held",
    Subject.OTHER: "Something else",
}


class DisagreementRaised(Event, frozen=True, kw_only=True, tag="disagreement_raised"):
    """One side told the other formally that it does not agree."""

    LABEL: ClassVar[str] = "Disagreement"
    STEP: ClassVar[str] = Step.COMMUNICATION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was it raised?",
        "raised_by": "Which side raised it?",
        "subject": "What is it about?",
        "decision": "About which decision?",
        "level": "At which level was it raised?",
        "reason": "Why does that side not agree?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "level": _LEVEL_HINT,
        "reason": "Name no victim and no suspect.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"decision": Decision}
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "decision": ("subject", (Subject.DECISION,)),
    }

    raised_by: Side
    subject: Subject = Subject.DECISION
    decision: int | None = None
    """The number of the decision; None where it is about none, or about one still to come."""
    level: Number = 1
    """1 is between investigator and prosecutor; levels are local."""
    reason: Words = ""


class DisagreementEscalated(Event, frozen=True, kw_only=True, tag="disagreement_escalated"):
    """A disagreement went up a level. Its limit runs on from the day on which it was raised."""

    LABEL: ClassVar[str] = "Disagreement taken up a level"
    STEP: ClassVar[str] = Step.COMMUNICATION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "disagreement": "Which disagreement?",
        "on": "On which day was it taken up?",
        "level": "To which level?",
        "reason": "Why?",
    }
    HINTS: ClassVar[dict[str, str]] = {"level": _LEVEL_HINT}
    REFERS: ClassVar[dict[str, type[Event]]] = {"disagreement": DisagreementRaised}

    disagreement: int
    """The number of the disagreement."""
    level: Number
    reason: Words = ""


class Result(StrEnum):
    """How a disagreement ended."""

    AGREED = "agreed"
    SIDE_GAVE_WAY = "side_gave_way"
    DECIDED_ABOVE = "decided_above"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return _RESULTS[self]


_RESULTS = {
    Result.AGREED: "Both sides came to agree",
    Result.SIDE_GAVE_WAY: "One side let it stand without agreeing",
    Result.DECIDED_ABOVE: "It was decided at a higher level",
    Result.WITHDRAWN: "The side that raised it took it back",
}


class DisagreementResolved(Event, frozen=True, kw_only=True, tag="disagreement_resolved"):
    """A disagreement ended, with whether what it was about was changed."""

    LABEL: ClassVar[str] = "End of a disagreement"
    STEP: ClassVar[str] = Step.COMMUNICATION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "disagreement": "Which disagreement?",
        "on": "On which day did it end?",
        "level": "At which level did it end?",
        "result": "How did it end?",
        "decision_changed": "Was what it was about changed?",
        "words": "What was decided, and why?",
    }
    HINTS: ClassVar[dict[str, str]] = {"level": _LEVEL_HINT}
    REFERS: ClassVar[dict[str, type[Event]]] = {"disagreement": DisagreementRaised}

    disagreement: int
    """The number of the disagreement."""
    level: Number
    result: Result
    decision_changed: bool
    """Whether what it was about was changed."""
    words: Words = ""


KINDS = (DisagreementRaised, DisagreementEscalated, DisagreementResolved)
