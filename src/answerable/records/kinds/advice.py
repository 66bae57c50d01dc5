"""Early advice: considered in every case, sought or not, requested, answered, given."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Answers, Event, Number, Side, User, Words
from answerable.records.stages import Step

_BOTH_SIDES = frozenset({Side.POLICE, Side.CPS})


class AdviceConsidered(Event, frozen=True, kw_only=True, tag="advice_considered"):
    """The police considered whether to seek early advice from the prosecutors."""

    LABEL: ClassVar[str] = "Early advice considered"
    STEP: ClassVar[str] = Step.ADVICE
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was it considered?",
        "is_sought": "Will advice be sought?",
        "why_not": "Why not?",
        "supervisor": "Which supervisor agreed?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "why_not": "Say what it is about this case. Name nobody.",
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "why_not": ("is_sought", (False,)),
        "supervisor": ("is_sought", (False,)),
    }

    is_sought: bool
    why_not: Words = ""
    """The reason for not seeking it."""
    supervisor: User | None = None


class AdviceRequested(Event, frozen=True, kw_only=True, tag="advice_requested"):
    """The police asked for early advice. It is no request for a charging decision."""

    LABEL: ClassVar[str] = "Early advice requested"
    STEP: ClassVar[str] = Step.ADVICE
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was it requested?",
        "suspects": "Which suspects does it concern?",
        "question": "What is asked?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "suspects": "Choose none if it concerns all of them, or if nobody is identified.",
        "question": "Name nobody.",
    }

    suspects: tuple[Number, ...] = ()
    """Whom it concerns; none named: all, or nobody is identified."""
    question: Words = ""


class AdviceAnswered(Event, frozen=True, kw_only=True, tag="advice_answered"):
    """The prosecutors accepted or refused a request for early advice."""

    LABEL: ClassVar[str] = "Answer to a request for early advice"
    STEP: ClassVar[str] = Step.ADVICE
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "request": "Which request?",
        "on": "On which day was the request answered?",
        "is_accepted": "Was it accepted?",
        "reason": "Why was it refused?",
        "police_told": "Were the police told with the reason?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"request": AdviceRequested}
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "reason": ("is_accepted", (False,)),
        "police_told": ("is_accepted", (False,)),
    }

    request: int
    """The number of the request."""
    is_accepted: bool
    reason: Words = ""
    """The reason for a refusal."""
    police_told: bool | None = None
    """Whether the police were told of a refusal; None where it was accepted."""


class Rank(StrEnum):
    """Who takes a refusal further up."""

    BELOW_INSPECTOR = "below_inspector"
    INSPECTOR = "inspector"
    CHIEF_INSPECTOR = "chief_inspector"
    SUPERINTENDENT = "superintendent"

    @property
    def label(self) -> str:
        return _RANKS[self]


_RANKS = {
    Rank.BELOW_INSPECTOR: "Below inspector",
    Rank.INSPECTOR: "Inspector, or police staff of that level",
    Rank.CHIEF_INSPECTOR: "Chief inspector, or police staff of that level",
    Rank.SUPERINTENDENT: "Superintendent or above",
}


class AdviceEscalated(Event, frozen=True, kw_only=True, tag="advice_escalated"):
    """The police took a refusal of early advice, or silence, further up."""

    LABEL: ClassVar[str] = "Refusal of early advice taken further up"
    STEP: ClassVar[str] = Step.ADVICE
    QUESTIONS: ClassVar[dict[str, str]] = {
        "request": "Which request?",
        "on": "On which day was it taken further up?",
        "rank": "Which rank took it up?",
        "reason": "Why?",
    }
    HINTS: ClassVar[dict[str, str]] = {"rank": "An inspector or above may take it up."}
    REFERS: ClassVar[dict[str, type[Event]]] = {"request": AdviceRequested}

    request: int
    """The number of the request."""
    rank: Rank
    reason: Words = ""


class AdviceGiven(Event, frozen=True, kw_only=True, tag="advice_given"):
    """The consultation on early advice, with what investigator and prosecutor agreed."""

    LABEL: ClassVar[str] = "Consultation on early advice"
    STEP: ClassVar[str] = Step.ADVICE
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "request": "For which request?",
        "on": "On which day was the consultation?",
        "parameters": "Which parameters were set for the investigation?",
        "strategy": "Which strategy was agreed?",
        "advice": "What was advised?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "parameters": "What will be looked into and what will not, such as the span of a download.",
        "strategy": "How the case will be built.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"request": AdviceRequested}

    request: int
    """The number of the request."""
    parameters: Words = ""
    strategy: Words = ""
    advice: Words = ""


KINDS = (AdviceConsidered, AdviceRequested, AdviceAnswered, AdviceEscalated, AdviceGiven)
