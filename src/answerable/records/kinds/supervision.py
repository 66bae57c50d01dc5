"""Supervisors’ reviews of an investigation."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from answerable.records.event import Event, User, Words
from answerable.records.stages import Step


class SupervisorReviewed(Event, frozen=True, kw_only=True, tag="supervisor_reviewed"):
    """A supervisor reviewed the investigation and its plan."""

    LABEL: ClassVar[str] = "Supervisor’s review"
    STEP: ClassVar[str] = Step.PLAN
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was the review?",
        "supervisor": "Who reviewed it?",
        "words": "What did the review find?",
        "directions": "What is to be done next?",
        "review_on": "On which day is the next review?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "words": "Name no victim and no suspect.",
        "review_on": "Leave it empty to have the organisation’s own limit set it.",
    }

    supervisor: User | None = None
    words: Words
    directions: Words = ""
    review_on: date | None = None
    """The day by which the next review is held; None: the organisation’s own limit."""


KINDS = (SupervisorReviewed,)
