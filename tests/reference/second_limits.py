"""A second count of the limits of casework in another style: tables, and no dates of the library.

It shares nothing with `answerable.statute` and does not ask the library `holidays`. Bank holidays
of England and Wales are worked out here from the rules below, working days are numbered once and
for all, and a limit is looked up by number instead of walking from day to day. Days, months and the
clock changes are those of the second clock.

Sources. Banking and Financial Dealings Act 1971, section 1 and Schedule 1 (Easter Monday, the last
Mondays of May and August, 26 December unless a Sunday, 27 December where 25 or 26 is a Sunday); New
Year's Day, the first Monday of May and the substitute days by yearly proclamation under it; Good
Friday and Christmas Day by common law; Easter by the table of the Calendar (New Style) Act 1750,
golden numbers of 1900 to 2199. Moved or added by proclamation: `MOVED` and `ADDED`. The text of
the proclamations was not at hand; that each day was a bank holiday is general knowledge.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from tests.reference.second_clock import (
    Day,
    Moment,
    every_day,
    julian_day_number,
    length_of_month,
    london_day,
    tomorrow,
    weekday,
)

FIRST_YEAR, LAST_YEAR = 1990, 2042
"""Beyond 2040, because what starts in its last days ends later."""

FULL_MOONS = (
    *((4, 14), (4, 3), (3, 23), (4, 11), (3, 31), (4, 18), (4, 8)),
    *((3, 28), (4, 16), (4, 5), (3, 25), (4, 13), (4, 2), (3, 22)),
    *((4, 10), (3, 30), (4, 17), (4, 7), (3, 27)),
)
"""Month and day of the paschal full moon, for the golden numbers 1 to 19."""

MOVED: dict[Day, Day] = {
    (1995, 5, 1): (1995, 5, 8),
    (2002, 5, 27): (2002, 6, 4),
    (2012, 5, 28): (2012, 6, 4),
    (2020, 5, 4): (2020, 5, 8),
    (2022, 5, 30): (2022, 6, 2),
}
"""Fifty and 75 years after the war in Europe, and the spring holiday beside three jubilees."""
ADDED: frozenset[Day] = frozenset(
    {
        (1999, 12, 31),
        (2002, 6, 3),
        (2011, 4, 29),
        (2012, 6, 5),
        (2022, 6, 3),
        (2022, 9, 19),
        (2023, 5, 8),
    }
)
"""The eve of 2000, three jubilees, a wedding, a funeral and a coronation."""

ALWAYS: Day = (1, 1, 1)
CODE_OF_2021: Day = (2021, 4, 1)
BAIL: Day = (2022, 10, 28)
POLICE_REVIEW: Day = (2015, 4, 1)
CPS_REVIEW: Day = (2013, 6, 5)
PILOT: Day = (2021, 10, 1)
REVIEW_PILOT: Day = (2025, 6, 1)

LENGTHS: dict[str, tuple[int, str, Day]] = {
    "record_crime": (24, "hours", ALWAYS),
    "offer_support": (2, "working days", CODE_OF_2021),
    "refer_support": (2, "working days", ALWAYS),
    "support_gap": (28, "days", ALWAYS),
    "characteristics_first": (1, "days", ALWAYS),
    "characteristics_complete": (28, "days", ALWAYS),
    "consider_advice": (28, "days", ALWAYS),
    "supervisor_review": (28, "days", ALWAYS),
    "escalate_overdue_item": (14, "days", ALWAYS),
    "resolve_disagreement": (10, "working days", ALWAYS),
    "review_disagreements": (12, "months", ALWAYS),
    "bail_first": (3, "months", BAIL),
    "bail_inspector": (6, "months", BAIL),
    "bail_superintendent": (9, "months", BAIL),
    "charging_decision_5": (5, "days", ALWAYS),
    "charging_decision_21": (21, "days", ALWAYS),
    "charging_decision_28": (28, "days", ALWAYS),
    "pilot_decision_from_submission": (21, "days", PILOT),
    "pilot_decision_from_acceptance": (21, "days", PILOT),
    "tell_victim_enhanced": (1, "working days", CODE_OF_2021),
    "tell_victim": (5, "working days", CODE_OF_2021),
    "tell_suspect_step_enhanced": (1, "working days", CODE_OF_2021),
    "tell_suspect_step": (5, "working days", CODE_OF_2021),
    "ask_review_police": (3, "months", POLICE_REVIEW),
    "acknowledge_review_police": (10, "working days", POLICE_REVIEW),
    "complete_review_police": (30, "working days", POLICE_REVIEW),
    "ask_review_cps": (10, "working days", CPS_REVIEW),
    "ask_review_cps_latest": (3, "months", CPS_REVIEW),
    "complete_review_cps_local": (10, "working days", CPS_REVIEW),
    "complete_review_cps": (30, "working days", CPS_REVIEW),
    "complete_review_pilot": (20, "working days", REVIEW_PILOT),
}
"""Count, unit and first day in force, by the code of the limit; written apart from the data."""


def easter(year: int) -> Day:
    """The Sunday after the paschal full moon."""
    month, number = FULL_MOONS[year % 19]
    day = tomorrow((year, month, number))
    while weekday(day) != "Sunday":
        day = tomorrow(day)
    return day


def bank_holidays_of(year: int) -> set[Day]:
    """The bank holidays of England and Wales of one year, weekdays all."""
    spring_sunday = easter(year)
    yearly = {
        _monday_for((year, 1, 1)),
        _before(_before(spring_sunday)),
        tomorrow(spring_sunday),
        _mondays(year, 5)[0],
        _mondays(year, 5)[-1],
        _mondays(year, 8)[-1],
        *_christmas(year),
    }
    return {MOVED.get(day, day) for day in yearly} | {day for day in ADDED if day[0] == year}


def _monday_for(day: Day) -> Day:
    while weekday(day) in {"Saturday", "Sunday"}:
        day = tomorrow(day)
    return day


def _christmas(year: int) -> tuple[Day, Day]:
    match weekday((year, 12, 25)):
        case "Friday":
            return (year, 12, 25), (year, 12, 28)
        case "Saturday":
            return (year, 12, 27), (year, 12, 28)
        case "Sunday":
            return (year, 12, 26), (year, 12, 27)
    return (year, 12, 25), (year, 12, 26)


def _mondays(year: int, month: int) -> list[Day]:
    days = every_day((year, month, 1), (year, month, length_of_month(year, month)))
    return [day for day in days if weekday(day) == "Monday"]


def _before(day: Day) -> Day:
    year, month, number = day
    return (
        (year, month, number - 1)
        if number > 1
        else (year, month - 1, length_of_month(year, month - 1))
    )


@cache
def bank_holidays() -> frozenset[Day]:
    """All of them, over all years."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return frozenset(day for year in years for day in bank_holidays_of(year))


@cache
def working_days() -> tuple[Day, ...]:
    """Every working day of all years, in order: its place is its number."""
    return tuple(
        day
        for day in every_day((FIRST_YEAR, 1, 1), (LAST_YEAR, 12, 31))
        if weekday(day) not in {"Saturday", "Sunday"} and day not in bank_holidays()
    )


@cache
def all_days() -> tuple[Day, ...]:
    """Every day of all years, in order."""
    return tuple(every_day((FIRST_YEAR, 1, 1), (LAST_YEAR, 12, 31)))


def last_day(code: str, start: Day) -> Day | None:
    """The last day in time; None where the limit was not in force for what starts on that day."""
    count, unit, since = LENGTHS[code]
    if start < since:
        return None
    if unit == "working days":
        return working_days()[bisect_right(working_days(), start) + count - 1]
    if unit == "months":
        return _months_later(start, count)
    days = count if unit == "days" else count // 24
    return all_days()[julian_day_number(start) - julian_day_number(all_days()[0]) + days]


def _months_later(start: Day, months: int) -> Day:
    year, month, number = start
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    while number > length_of_month(year, month):
        number -= 1
    return year, month, number


def last_day_from(code: str, decided: Moment) -> Day | None:
    """The last day in time of what starts at a moment in Greenwich mean time."""
    return last_day(code, london_day(decided))


def a_day_later(moment: Moment) -> Moment:
    """Twenty-four hours later; hours of Greenwich mean time are all alike."""
    return (*tomorrow(moment[:3]), *moment[3:])
