"""Working days in England and Wales: for an office's own plans, never for a statutory period.

Section 55 of the Police Act 1996 counts calendar days and nothing here touches it. Working days
matter where an office plans its own steps, and where a limit of casework counts them (`limits`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

_DAY = timedelta(days=1)
_SATURDAY = 5


class Nation(StrEnum):
    """Whose bank holidays count. The two share them today; a law may part them."""

    ENGLAND = "ENG"
    WALES = "WLS"


def is_working_day(day: date, *, nation: Nation = Nation.ENGLAND) -> bool:
    """Whether the day is neither on a weekend nor a bank holiday. Never for section 55."""
    return not is_weekend(day) and bank_holiday_name(day, nation=nation) is None


def is_weekend(day: date) -> bool:
    """Whether the day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def working_day_on_or_before(day: date, *, nation: Nation = Nation.ENGLAND) -> date:
    """The day itself if it is a working day, else the last one before. Never for section 55."""
    while not is_working_day(day, nation=nation):
        day -= _DAY
    return day


def working_day_on_or_after(day: date, *, nation: Nation = Nation.ENGLAND) -> date:
    """The day itself if it is a working day, else the next one. Never for section 55."""
    while not is_working_day(day, nation=nation):
        day += _DAY
    return day


def working_days_between(first: date, last: date, *, nation: Nation = Nation.ENGLAND) -> int:
    """How many working days there are from the first to the last day, both included.

    Nought where `last` is before `first`. Never for section 55, which counts calendar days.
    """
    days = range((last - first).days + 1)
    return sum(is_working_day(first + count * _DAY, nation=nation) for count in days)


def bank_holiday_name(day: date, *, nation: Nation = Nation.ENGLAND) -> str | None:
    """What the bank holiday on this day is called, or None where there is none.

    A holiday that falls on a weekend is not one itself: the weekday that stands in for it is, and
    says so ("Christmas Day (substitute day)"). Holidays proclaimed for one occasion are known up
    to the release of the library `holidays` that is installed; later ones come with a newer one.

    Source: Banking and Financial Dealings Act 1971, section 1 and Schedule 1, with the
    proclamations made under it; Good Friday and Christmas Day by common law.
    """
    return _bank_holidays(day.year, nation).get(day)


@cache
def _bank_holidays(year: int, nation: Nation) -> Mapping[date, str]:
    from holidays import country_holidays

    listed = country_holidays("GB", subdiv=nation.value, years=year, language="en_GB")
    return {day: _worded(name) for day, name in listed.items() if not is_weekend(day)}


_AS_ANNOUNCED = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


def _worded(name: str) -> str:
    substitute = " (observed)"
    plain = name.removesuffix(substitute)
    worded = _AS_ANNOUNCED.get(plain, plain).replace("'", "’")
    return f"{worded} (substitute day)" if plain != name else worded
