"""What was recorded of a case that never happened in it."""

from __future__ import annotations

from typing import ClassVar

from answerable.records.event import Event, Side, Words
from answerable.records.stages import Step


class RecordedInError(Event, frozen=True, kw_only=True, tag="recorded_in_error"):
    """Another event never happened, such as one of another case. It takes that event’s place and
    leaves none there. `on` is the day on which the error was found."""

    LABEL: ClassVar[str] = "Recorded in error"
    STEP: ClassVar[str] = Step.CORRECTION
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset(Side)
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was the error found?",
        "reason": "How do you know that it never happened?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "reason": "If it happened otherwise than recorded, put it right instead.",
    }
    LEAVES_NOTHING: ClassVar[bool] = True

    reason: Words


KINDS = (RecordedInError,)
