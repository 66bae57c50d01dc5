"""The investigation plan, the prosecutors’ action plan, their items, and supervisors’ reviews."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Event, Number, Side, User, Words
from answerable.records.stages import Step

_BOTH_SIDES = frozenset({Side.POLICE, Side.CPS})


class Plan(StrEnum):
    """Which plan an item stands in."""

    INVESTIGATION = "investigation"
    ACTION = "action"

    @property
    def label(self) -> str:
        return _PLANS[self]

    @property
    def whose(self) -> str:
        """The plan within a sentence."""
        return "the investigation plan" if self is Plan.INVESTIGATION else "the CPS action plan"

    @property
    def set_by(self) -> Side:
        """Whose plan it is: they chase what is late in it and take it further up."""
        return Side.POLICE if self is Plan.INVESTIGATION else Side.CPS


_PLANS = {
    Plan.INVESTIGATION: "The investigation plan of the police",
    Plan.ACTION: "The action plan of the prosecutors",
}


class InvestigationPlanned(Event, frozen=True, kw_only=True, tag="investigation_planned"):
    """The investigation plan, or a new version of it."""

    LABEL: ClassVar[str] = "Investigation plan"
    STEP: ClassVar[str] = Step.PLAN
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was the plan made?",
        "strategy": "What is the strategy?",
        "lines_of_enquiry": "Which lines of enquiry will be followed?",
        "review_on": "On which day will a supervisor review it?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "strategy": "Name nobody.",
        "lines_of_enquiry": "One on each line. Name nobody.",
    }

    strategy: Words
    lines_of_enquiry: Words = ""
    review_on: date | None = None
    """The day of the next supervisor’s review; None where nobody set one."""


class ItemSet(Event, frozen=True, kw_only=True, tag="item_set"):
    """Something to be done, in one of the two plans. Its first target day stays its original."""

    LABEL: ClassVar[str] = "Item of a plan"
    STEP: ClassVar[str] = Step.PLAN
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "plan": "Which plan is it in?",
        "asked": "What is to be done?",
        "on": "On which day was it asked for?",
        "suspects": "Which suspects does it concern?",
        "side": "Who is to do it?",
        "owner": "Which person owns it?",
        "target_on": "By which day?",
        "why_no_target": "If no day is set, why not?",
        "review_on": "On which day will its progress be looked at?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "asked": "One thing only. Name nobody.",
        "suspects": "Choose none if it concerns all of them.",
        "target_on": "This day stays the one that the item is measured by, also if it is moved.",
    }
    WANTED: ClassVar[frozenset[str]] = frozenset({"target_on"})

    plan: Plan
    asked: Words
    suspects: tuple[Number, ...] = ()
    """Whom it concerns; none named: all."""
    side: Side = Side.POLICE
    """Who is to do it."""
    owner: User | None = None
    """The person who is to do it; None while nobody is named."""
    target_on: date | None = None
    """The last day in time, inclusive."""
    why_no_target: Words = ""
    """The reason for having no target day. Without either the item is not accepted."""
    review_on: date | None = None
    """When somebody looks at how far it has come."""


class ItemMoved(Event, frozen=True, kw_only=True, tag="item_moved"):
    """An item was given another target day. It stays measured by the original."""

    LABEL: ClassVar[str] = "Item given another day"
    STEP: ClassVar[str] = Step.PLAN
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "item": "Which item?",
        "on": "On which day was it moved?",
        "target_on": "To which day?",
        "reason": "Why?",
        "agreed_with_other_side": "Did the other side agree?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "target_on": "The item is still measured by its original day.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"item": ItemSet}

    item: int
    """The number of the item."""
    target_on: date
    """The revised last day, inclusive."""
    reason: Words
    agreed_with_other_side: bool | None = None
    """None where it concerns one side alone."""


class ItemHandedOver(Event, frozen=True, kw_only=True, tag="item_handed_over"):
    """Another person or the other side became the owner of an item."""

    LABEL: ClassVar[str] = "Item given to another owner"
    STEP: ClassVar[str] = Step.PLAN
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "item": "Which item?",
        "on": "On which day was it given to another owner?",
        "side": "Which side is to do it now?",
        "owner": "Which person owns it now?",
        "reason": "Why?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"item": ItemSet}

    item: int
    """The number of the item."""
    side: Side
    owner: User | None = None
    reason: Words = ""


class Answer(StrEnum):
    """What became of an item."""

    DONE = "done"
    CANNOT_BE_DONE = "cannot_be_done"
    NO_LONGER_NEEDED = "no_longer_needed"
    IN_PART = "in_part"

    @property
    def label(self) -> str:
        return _ANSWERS[self]

    @property
    def ends_the_item(self) -> bool:
        """Whether nothing more is asked; an answer in part leaves the rest to be done."""
        return self is not Answer.IN_PART


_ANSWERS = {
    Answer.DONE: "Done",
    Answer.CANNOT_BE_DONE: "It cannot be done",
    Answer.NO_LONGER_NEEDED: "No longer asked for by who set it",
    Answer.IN_PART: "Done in part: the rest is still to come",
}


class ItemAnswered(Event, frozen=True, kw_only=True, tag="item_answered"):
    """What became of an item of a plan, in part or in whole."""

    LABEL: ClassVar[str] = "Answer to an item"
    STEP: ClassVar[str] = Step.PLAN
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "item": "Which item?",
        "answer": "What became of it?",
        "on": "On which day was it answered?",
        "words": "What was done, or why can it not be done?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"item": ItemSet}

    item: int
    """The number of the item."""
    answer: Answer
    words: Words = ""


class ItemReviewed(Event, frozen=True, kw_only=True, tag="item_reviewed"):
    """Somebody looked at how far an item has come."""

    LABEL: ClassVar[str] = "Progress of an item looked at"
    STEP: ClassVar[str] = Step.PLAN
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "item": "Which item?",
        "on": "On which day was it looked at?",
        "words": "How far has it come?",
        "review_on": "On which day will it be looked at again?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"item": ItemSet}

    item: int
    """The number of the item."""
    words: Words = ""
    review_on: date | None = None


class ItemChased(Event, frozen=True, kw_only=True, tag="item_chased"):
    """The owner of an item was asked where it is."""

    LABEL: ClassVar[str] = "Item chased"
    STEP: ClassVar[str] = Step.PLAN
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "item": "Which item?",
        "on": "On which day was it chased?",
        "words": "What was said?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"item": ItemSet}

    item: int
    """The number of the item."""
    words: Words = ""


class ItemEscalated(Event, frozen=True, kw_only=True, tag="item_escalated"):
    """An overdue item was taken to somebody higher up."""

    LABEL: ClassVar[str] = "Item taken further up"
    STEP: ClassVar[str] = Step.PLAN
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "item": "Which item?",
        "on": "On which day was it taken further up?",
        "level": "To which level?",
        "reason": "Why?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "level": "1 is the first level above those who work on the case.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"item": ItemSet}

    item: int
    """The number of the item."""
    level: Number
    """1 is the first level above those who work on the case; levels are local."""
    reason: Words = ""


KINDS = (
    InvestigationPlanned,
    ItemSet,
    ItemMoved,
    ItemHandedOver,
    ItemAnswered,
    ItemReviewed,
    ItemChased,
    ItemEscalated,
)
