"""How the last day of a limit was reached, in sentences that a person can follow by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.statute.limits.model import Limit, Unit
from answerable.statute.model import Confidence
from answerable.statute.working_days import bank_holiday_name, is_weekend

_COUNTS = {
    Unit.CALENDAR_DAYS: "These are calendar days. Weekends and bank holidays count.",
    Unit.MONTHS: (
        "The last day has the number of the first in its month, or is the last of a shorter month."
    ),
    Unit.HOURS: (
        "Only days are known, so the hours end with the day on which the last of them can pass."
    ),
}


def how_counted(limit: Limit, start: date) -> tuple[str, ...]:
    """How the last day was reached, one sentence a step.

    Args:
        start: the civil date (Europe/London) on which the limit starts to run.
    """
    last = limit.last_day(start)
    return (
        f"Limit: {limit.length}, {limit.citation} ({limit.confidence}).",
        f"Day 0 is {_words(start)}. Starts with: {limit.starts}.",
        _COUNTS.get(limit.unit) or _not_counted(start, last),
        f"The last day in time is {_words(last)}; {_words(last + timedelta(days=1))} is late.",
        *_warnings(limit),
    )


def _not_counted(start: date, last: date) -> str:
    days = [start + timedelta(days=number) for number in range(1, (last - start).days)]
    weekend = sum(is_weekend(day) for day in days)
    holidays = [f"{bank_holiday_name(day)}, {_words(day)}" for day in days if _is_holiday(day)]
    left_out = ([_weekend_days(weekend)] if weekend else []) + holidays
    if not left_out:
        return "Every day between them is a working day."
    return f"Not counted, because they are no working days: {'; '.join(left_out)}."


def _is_holiday(day: date) -> bool:
    return bank_holiday_name(day) is not None


def _weekend_days(count: int) -> str:
    return "1 day of a weekend" if count == 1 else f"{count} days of weekends"


def _warnings(limit: Limit) -> Iterator[str]:
    if limit.confidence is not Confidence.CONFIRMED:
        yield "This limit is not confirmed. Check its source before you rely on it."
    if limit.note:
        yield limit.note


def _words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
