"""Dates in invented reports: all follow from the day on which the demonstration is made."""

from __future__ import annotations

from datetime import date, timedelta

from answerable.writing.words import date_in_words

_FRIDAY = 4


def weekday_before(today: date, *, days: int) -> date:
    """The day so many days ago, or the Friday before where that is a weekend."""
    day = today - timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))


def in_words(day: date) -> str:
    """The date as a report prints it, "9 September 2021"."""
    return date_in_words(day, "en")


def month_in_words(day: date) -> str:
    """The month as a report prints it, "September 2021"."""
    return in_words(day).split(" ", 1)[1]


def iso_month(day: date) -> str:
    """The month as data, "2021-09"."""
    return day.isoformat()[:7]
