"""When the next progress update and review fall due, and on which days people are reminded."""

from __future__ import annotations

from datetime import date, timedelta

BEFORE = frozenset({7, 1, 0})
"""Calendar days before a date on which its owner is reminded; 0 is the day itself."""
AFTER = frozenset({1, 7, 14})
"""Calendar days after it; from then on the escalation says so."""


def next_update_on(*, last_on: date | None, began_on: date, every_days: int) -> date:
    """The day by which the next progress update is wanted.

    Args:
        last_on: the day of the latest update; None if there was none.
        began_on: when follow-up began.
        every_days: calendar days between updates.
    """
    return (last_on or began_on) + timedelta(days=every_days)


def dates_reminded_of(on: date) -> frozenset[date]:
    """Every date of which somebody is reminded on a day."""
    reach = range(-max(AFTER), max(BEFORE) + 1)
    near = (on + timedelta(days=days) for days in reach)
    return frozenset(day for day in near if is_reminder_day(day, on=on))


def is_reminder_day(due_on: date, *, on: date) -> bool:
    """Whether somebody is reminded of a date on a day."""
    left = (due_on - on).days
    return left in BEFORE if left >= 0 else -left in AFTER
