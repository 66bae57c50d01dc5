"""What a meeting is, and what may happen to it when."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class MeetingKind(StrEnum):
    """What a meeting is for."""

    ACCOUNTABILITY = "accountability"
    PERFORMANCE = "performance"

    @property
    def label(self) -> str:
        return _KINDS[self]


_KINDS = {
    MeetingKind.ACCOUNTABILITY: "Public accountability conference",
    MeetingKind.PERFORMANCE: "Performance meeting",
}


class Openness(StrEnum):
    """How much of a meeting the public may follow."""

    PUBLIC = "public"
    PARTLY_PUBLIC = "partly_public"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _OPENNESS[self]


_OPENNESS = {
    Openness.PUBLIC: "Public",
    Openness.PARTLY_PUBLIC: "Partly public",
    Openness.CLOSED: "Not public",
}


class MeetingState(StrEnum):
    """How far a meeting has come. It never goes back."""

    PLANNED = "planned"
    FROZEN = "frozen"
    HELD = "held"
    AGREED = "agreed"
    CALLED_OFF = "called_off"
    """It will not be held; nothing follows."""

    @property
    def label(self) -> str:
        return _STATES[self]


_STATES = {
    MeetingState.PLANNED: "Planned",
    MeetingState.FROZEN: "Pack frozen",
    MeetingState.HELD: "Held",
    MeetingState.AGREED: "Minutes agreed",
    MeetingState.CALLED_OFF: "Called off",
}
STILL_AHEAD = frozenset({MeetingState.PLANNED, MeetingState.FROZEN})
"""It may be held, moved to another day or called off."""
BEFORE_HELD = STILL_AHEAD | {MeetingState.CALLED_OFF}


class Presence(StrEnum):
    """Whether somebody came."""

    PRESENT = "present"
    APOLOGIES = "apologies"

    @property
    def label(self) -> str:
        return "Present" if self is Presence.PRESENT else "Apologies"


class ItemState(StrEnum):
    """What a person said about something that could stand on the agenda."""

    PROPOSED = "proposed"
    ON_AGENDA = "on_agenda"
    LEFT_OUT = "left_out"


class DecisionKind(StrEnum):
    """What a meeting decided."""

    DECISION = "decision"
    ACTION = "action"
    NEW_DATE = "new_date"

    @property
    def label(self) -> str:
        return _DECISIONS[self]


_DECISIONS = {
    DecisionKind.DECISION: "A decision",
    DecisionKind.ACTION: "An action",
    DecisionKind.NEW_DATE: "A new date",
}


class OutOfOrder(ValueError):
    """A meeting is not as far, or is further; the message says what comes first."""


def check_state(state: MeetingState, allowed: frozenset[MeetingState], sentence: str) -> None:
    """Raises OutOfOrder with the sentence unless the meeting is in one of the states."""
    if state not in allowed:
        raise OutOfOrder(sentence)


def next_on(*, last_on: date, every_weeks: int, today: date) -> date:
    """The day proposed for the next meeting of a series: the first of its rhythm not yet past.

    Args:
        last_on: the civil date of the latest meeting.
        every_weeks: weeks between two meetings, at least 1.
        today: the civil date.
    """
    step = timedelta(weeks=every_weeks)
    proposed = last_on + step
    while proposed < today:
        proposed += step
    return proposed
