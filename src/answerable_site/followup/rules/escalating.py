"""What goes up to the next level by itself, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from answerable_site.followup.rules.ageing import is_past, is_too_old

MANY_REVISIONS = 3


class Trigger(StrEnum):
    """Why something goes up."""

    OVERDUE = "overdue"
    REVIEW_MISSED = "review_missed"
    MOVED_OFTEN = "moved_often"
    EVIDENCE_OLD = "evidence_old"
    NO_OWNER = "no_owner"
    UPDATE_MISSED = "update_missed"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Trigger.OVERDUE: "Past its original date",
    Trigger.REVIEW_MISSED: "A review was missed",
    Trigger.MOVED_OFTEN: "Its date moved three times or more",
    Trigger.EVIDENCE_OLD: "Its evidence is too old",
    Trigger.NO_OWNER: "Nobody owns it",
    Trigger.UPDATE_MISSED: "A progress update was missed",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What triggers follow from, of a commitment or an action that is open."""

    original_on: date | None = None
    revisions: int = 0
    has_owner: bool = True
    review_due_on: date | None = None
    update_due_on: date | None = None
    latest_evidence_on: date | None = None
    """The day to which the newest evidence speaks; None where there is none to grow old."""
    paused_until: date | None = None
    """The last day of a pause; nothing goes up while it lasts."""


def triggers(standing: Standing, *, on: date, evidence_months: int) -> Iterator[Trigger]:
    """Every reason for which something goes up on a civil date, the gravest first.

    The days themselves are in time: a date is overdue, a review missed, from the day after.

    Args:
        standing: as it is on the day.
        on: the civil date (Europe/London).
        evidence_months: months after which evidence is too old.
    """
    if standing.paused_until is not None and on <= standing.paused_until:
        return
    if not standing.has_owner:
        yield Trigger.NO_OWNER
    if is_past(standing.original_on, on):
        yield Trigger.OVERDUE
    if standing.revisions >= MANY_REVISIONS:
        yield Trigger.MOVED_OFTEN
    if is_past(standing.review_due_on, on):
        yield Trigger.REVIEW_MISSED
    if is_past(standing.update_due_on, on):
        yield Trigger.UPDATE_MISSED
    if is_too_old(standing.latest_evidence_on, on=on, months=evidence_months):
        yield Trigger.EVIDENCE_OLD


@dataclass(frozen=True, slots=True)
class Raised:
    """An escalation as it was raised."""

    position: int
    """Of the level that was told; 0 is the first."""
    on: date
    is_acknowledged: bool = False


def next_level(raised: Sequence[Raised], *, on: date, levels: int, step_days: int) -> int | None:
    """The position of the level to tell now of a trigger that still holds; None for nobody.

    Args:
        raised: what was raised for this trigger since it last began to hold, in order.
        on: the civil date.
        levels: how many levels the organisation has named.
        step_days: calendar days that a level has to acknowledge before the next one is told.
    """
    if not levels:
        return None
    if not raised:
        return 0
    latest = raised[-1]
    if latest.is_acknowledged or latest.position + 1 >= levels:
        return None
    return latest.position + 1 if on >= latest.on + timedelta(days=step_days) else None
