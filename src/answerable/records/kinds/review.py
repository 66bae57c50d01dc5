"""The Victims’ Right to Review: told of it, asked for, acknowledged, decided."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Answers, Event, Number, Side, Words
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.telling import Method, Teller
from answerable.records.stages import Step

_POLICE_OR_CPS = frozenset({Side.POLICE, Side.CPS})


class EntitlementOverridden(Event, frozen=True, kw_only=True, tag="entitlement_overridden"):
    """A person judged otherwise than the rules whether a victim may ask for a review."""

    LABEL: ClassVar[str] = "Entitlement to a review decided by a person"
    STEP: ClassVar[str] = Step.REVIEW
    RECORDED_BY: ClassVar[frozenset[Side]] = _POLICE_OR_CPS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "decision": "Which decision?",
        "on": "On which day was this judged?",
        "is_entitled": "May they ask for a review?",
        "reason": "Why, against what the rules say?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"decision": Decision}

    victim: Number
    decision: int
    """The number of the decision."""
    is_entitled: bool
    reason: Words


class ReviewRightTold(Event, frozen=True, kw_only=True, tag="review_right_told"):
    """A victim was told of the right to a review, apart from the notice of the decision."""

    LABEL: ClassVar[str] = "Victim told of the right to a review"
    STEP: ClassVar[str] = Step.REVIEW
    RECORDED_BY: ClassVar[frozenset[Side]] = _POLICE_OR_CPS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "decision": "Of which decision may they ask for a review?",
        "on": "On which day were they told?",
        "method": "How were they told?",
        "teller": "Who told them?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"decision": Decision}

    victim: Number
    decision: int
    """The number of the decision."""
    method: Method
    teller: Teller


class ReviewRequested(Event, frozen=True, kw_only=True, tag="review_requested"):
    """A victim, or somebody for them, asked for a review of a decision."""

    LABEL: ClassVar[str] = "Review asked for"
    STEP: ClassVar[str] = Step.REVIEW
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS, Side.SUPPORT})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim asks?",
        "decision": "Of which decision?",
        "on": "On which day did the request arrive?",
        "victims_words": "Why, in their own words?",
    }
    HINTS: ClassVar[dict[str, str]] = {"victims_words": "They need give no reason."}
    REFERS: ClassVar[dict[str, type[Event]]] = {"decision": Decision}

    victim: Number
    decision: int
    """The number of the decision."""
    victims_words: Words = ""


class ReviewAcknowledged(Event, frozen=True, kw_only=True, tag="review_acknowledged"):
    """The victim was told that their request arrived."""

    LABEL: ClassVar[str] = "Request for a review acknowledged"
    STEP: ClassVar[str] = Step.REVIEW
    RECORDED_BY: ClassVar[frozenset[Side]] = _POLICE_OR_CPS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "request": "Which request?",
        "on": "On which day was it acknowledged?",
        "method": "How?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"request": ReviewRequested}

    request: int
    """The number of the request."""
    method: Method


class Level(StrEnum):
    """Who reviewed. The prosecutors review locally first; the police have no such level."""

    LOCAL = "local"
    INDEPENDENT = "independent"

    @property
    def label(self) -> str:
        return _LEVELS[self]


_LEVELS = {
    Level.LOCAL: "Local, by another prosecutor of the same unit",
    Level.INDEPENDENT: "Independent of those who decided",
}


class Result(StrEnum):
    """What came of a review. “Upheld” is not used: it means opposite things to the two bodies."""

    DECISION_STOOD = "decision_stood"
    DECISION_CHANGED = "decision_changed"
    CANNOT_BE_RECOMMENCED = "cannot_be_recommenced"
    OUT_OF_TIME = "out_of_time"
    WITHDRAWN = "withdrawn"
    NOT_QUALIFYING = "not_qualifying"

    @property
    def label(self) -> str:
        return _RESULTS[self]


_RESULTS = {
    Result.DECISION_STOOD: "The decision stood",
    Result.DECISION_CHANGED: "The decision was changed",
    Result.CANNOT_BE_RECOMMENCED: "The decision was wrong, but the case cannot be recommenced",
    Result.OUT_OF_TIME: "Asked for too late",
    Result.WITHDRAWN: "The victim withdrew the request",
    Result.NOT_QUALIFYING: "The decision gives no right to a review",
}


class NotQualifying(StrEnum):
    """Why a decision gives no right to a review."""

    NO_SUSPECT_INTERVIEWED = "a"
    CHARGED_IN_PART = "b"
    OTHER_OFFENCE_CHARGED = "c"
    OUT_OF_COURT = "d"
    VICTIM_RETRACTED = "e"
    ANOTHER_REASON = "f"

    @property
    def label(self) -> str:
        return _NOT_QUALIFYING[self]


_NOT_QUALIFYING = {
    NotQualifying.NO_SUSPECT_INTERVIEWED: "No suspect was identified and interviewed under caution",
    NotQualifying.CHARGED_IN_PART: "Some allegations or some suspects were charged",
    NotQualifying.OTHER_OFFENCE_CHARGED: "A different offence was charged",
    NotQualifying.OUT_OF_COURT: "The case was dealt with out of court",
    NotQualifying.VICTIM_RETRACTED: "The victim retracted or does not support",
    NotQualifying.ANOTHER_REASON: "Another reason, stated",
}


class ReviewDecided(Event, frozen=True, kw_only=True, tag="review_decided"):
    """A review ended at one level, or was not carried out, with its result."""

    LABEL: ClassVar[str] = "Result of a review"
    STEP: ClassVar[str] = Step.REVIEW
    RECORDED_BY: ClassVar[frozenset[Side]] = _POLICE_OR_CPS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "request": "Which request?",
        "on": "On which day was it decided?",
        "level": "At which level?",
        "result": "What came of it?",
        "why_not_qualifying": "Why does the decision give no right to a review?",
        "reason": "Why?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "reason": "As the victim is told. Name nobody.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"request": ReviewRequested}
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "why_not_qualifying": ("result", (Result.NOT_QUALIFYING,)),
    }

    request: int
    """The number of the request."""
    level: Level
    result: Result
    why_not_qualifying: NotQualifying | None = None
    """Only where the result is that it does not qualify."""
    reason: Words = ""


class IndependentReviewAsked(Event, frozen=True, kw_only=True, tag="independent_review_asked"):
    """After the local review the victim asked for an independent one."""

    LABEL: ClassVar[str] = "Independent review asked for"
    STEP: ClassVar[str] = Step.REVIEW
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS, Side.SUPPORT})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "result": "After which local result?",
        "on": "On which day did the victim ask?",
        "victims_words": "Why, in their own words?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"result": ReviewDecided}

    result: int
    """The number of the local result."""
    victims_words: Words = ""


class ReviewResultTold(Event, frozen=True, kw_only=True, tag="review_result_told"):
    """The victim was told the result of a review."""

    LABEL: ClassVar[str] = "Victim told the result of a review"
    STEP: ClassVar[str] = Step.REVIEW
    RECORDED_BY: ClassVar[frozenset[Side]] = _POLICE_OR_CPS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "result": "Of which result?",
        "on": "On which day were they told?",
        "method": "How were they told?",
        "teller": "Who told them?",
        "explained": "Was the result explained, with its reasons?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"result": ReviewDecided}

    result: int
    """The number of the result."""
    method: Method
    teller: Teller
    explained: bool


KINDS = (
    EntitlementOverridden,
    ReviewRightTold,
    ReviewRequested,
    ReviewAcknowledged,
    ReviewDecided,
    IndependentReviewAsked,
    ReviewResultTold,
)
