"""In time or late: always against the original date, whatever became of it since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from answerable.statute import days_in_words


class Timeliness(StrEnum):
    """How something stands against its original date."""

    NO_DATE = "no_date"
    RUNNING = "running"
    LATE = "late"
    """Open, and the original date has passed, whether a later date was set or not."""
    SAID_IN_TIME = "said_in_time"
    """Done in time, as the organisation says; nobody has closed it on evidence yet."""
    SAID_LATE = "said_late"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    DROPPED = "dropped"
    """Cancelled: neither in time nor late."""

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def is_late(self) -> bool:
        """Whether it missed its original date."""
        return self in {Timeliness.LATE, Timeliness.SAID_LATE, Timeliness.DONE_LATE}


_LABELS = {
    Timeliness.NO_DATE: "No date",
    Timeliness.RUNNING: "Not yet due",
    Timeliness.LATE: "Late",
    Timeliness.SAID_IN_TIME: "Said to be done in time",
    Timeliness.SAID_LATE: "Said to be done late",
    Timeliness.DONE_IN_TIME: "Done in time",
    Timeliness.DONE_LATE: "Done late",
    Timeliness.DROPPED: "Cancelled",
}


@dataclass(frozen=True, slots=True)
class Dates:
    """What timeliness follows from. A revised date is not among it, and cannot be."""

    original_on: date | None
    done_on: date | None = None
    dropped: bool = False
    needs_proof: bool = False
    """Done counts only from the day on which somebody else has closed it on evidence."""
    proved_on: date | None = None


def timeliness(dates: Dates, *, on: date) -> Timeliness:
    """How something stood at the end of a civil date.

    The original date itself is in time; the day after it is late. Something done after the day
    asked about was still open on it.

    Args:
        dates: the first target that was ever set, and the days on which it was done and proved.
        on: the civil date (Europe/London) that is asked about.
    """
    if dates.dropped:
        return Timeliness.DROPPED
    if dates.original_on is None:
        return Timeliness.NO_DATE
    done_on = _done_on(dates, on)
    if done_on is None:
        return Timeliness.LATE if on > dates.original_on else Timeliness.RUNNING
    in_time = done_on <= dates.original_on
    if dates.needs_proof and not _has_come(dates.proved_on, on):
        return Timeliness.SAID_IN_TIME if in_time else Timeliness.SAID_LATE
    return Timeliness.DONE_IN_TIME if in_time else Timeliness.DONE_LATE


def days_late(dates: Dates, *, on: date) -> int:
    """Calendar days after the original date, until it was done or until a day; 0 if not late."""
    if dates.original_on is None or not timeliness(dates, on=on).is_late:
        return 0
    return ((_done_on(dates, on) or on) - dates.original_on).days


def days_moved(original_on: date | None, target_on: date | None) -> int:
    """Calendar days between the original date and the one worked to now; negative if earlier."""
    if original_on is None or target_on is None:
        return 0
    return (target_on - original_on).days


def in_words(dates: Dates, *, on: date) -> str:
    """Such as "Late by 12 days", "Done 1 day late", "Due in 3 days"."""
    state, late = timeliness(dates, on=on), days_late(dates, on=on)
    if state is Timeliness.LATE:
        return f"Late by {days_in_words(late)}"
    if state in {Timeliness.DONE_LATE, Timeliness.SAID_LATE}:
        done = "Done" if state is Timeliness.DONE_LATE else "Said to be done"
        return f"{done} {days_in_words(late)} late"
    if state is Timeliness.RUNNING and dates.original_on is not None:
        left = dates.original_on - on
        return "Due today" if left == timedelta(0) else f"Due in {days_in_words(left.days)}"
    return state.label


def _done_on(dates: Dates, on: date) -> date | None:
    return dates.done_on if _has_come(dates.done_on, on) else None


def _has_come(day: date | None, on: date) -> bool:
    return day is not None and day <= on
