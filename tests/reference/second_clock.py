"""A second, slow clock in another style: days are three numbers, ticked off one by one.

It shares nothing with `answerable.statute`: no dates of the standard library, no time zone data,
no periods read from the product. Leap years, Sundays and the clock changes are worked out here,
so that an error in one of the two clocks shows as a difference.

Sources. The period: section 55(5A) of the Police Act 1996, for reports published from 2 May 2017
(S.I. 2017/399, regulation 4(a)). Summer time from 1996: the last Sundays of March and October at
one in the morning, Greenwich mean time, by S.I. 1994/2798, S.I. 1997/2982 and, for good, the Summer
Time Order 2002 (S.I. 2002/262), whose text was read. Until 1995: the dates of the Summer Time
Orders 1989, 1992 and 1994 (S.I. 1989/985, 1992/1729, 1994/2798), which end it on the fourth Sunday
of October, in 1993 to 1995 a week before the last. Their text was not at hand; the rule is as the
commentary of the time zone database cites it, so for these six years the two clocks differ in
method and not in source.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

Day = tuple[int, int, int]
"""Year, month, day of the month."""
Moment = tuple[int, int, int, int, int]
"""Year, month, day, hour and minute, in Greenwich mean time."""

PERIODS: dict[str, tuple[int, Day]] = {"police_act_1996_s55": (56, (2017, 5, 2))}
"""Days allowed, and the first publication date for which they are, by the code of the basis."""

LENGTHS = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
MONDAY_TO_SUNDAY = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SUMMER_TIME_BY_ORDER: dict[int, tuple[Day, Day]] = {
    1990: ((1990, 3, 25), (1990, 10, 28)),
    1991: ((1991, 3, 31), (1991, 10, 27)),
    1992: ((1992, 3, 29), (1992, 10, 25)),
    1993: ((1993, 3, 28), (1993, 10, 24)),
    1994: ((1994, 3, 27), (1994, 10, 23)),
    1995: ((1995, 3, 26), (1995, 10, 22)),
}


def length_of_month(year: int, month: int) -> int:
    """How many days the month has; February 29 where the year is a leap year."""
    if month != 2:
        return LENGTHS[month]
    is_leap = year % 400 == 0 or (year % 4 == 0 and year % 100 != 0)
    return 29 if is_leap else 28


def tomorrow(day: Day) -> Day:
    """The day after."""
    year, month, number = day
    if number < length_of_month(year, month):
        return year, month, number + 1
    if month < 12:
        return year, month + 1, 1
    return year + 1, 1, 1


def every_day(first: Day, last: Day) -> Iterator[Day]:
    """All days from the first to the last, both included."""
    day = first
    while day <= last:
        yield day
        day = tomorrow(day)


def julian_day_number(day: Day) -> int:
    """Days since the beginning of the Julian period, by the rule of Fliegel and Van Flandern."""
    year, month, number = day
    before_march = 1 if month <= 2 else 0
    years = year + 4800 - before_march
    months = month + 12 * before_march - 3
    leap_days = years // 4 - years // 100 + years // 400
    return number + (153 * months + 2) // 5 + 365 * years + leap_days - 32045


def weekday(day: Day) -> str:
    """The name of the day of the week; Julian day number 0 was a Monday."""
    return MONDAY_TO_SUNDAY[julian_day_number(day) % 7]


def days_of(basis: str, published: Day) -> int | None:
    """The days that a basis allows for a report of that day; None where it sets none."""
    days, since = PERIODS.get(basis, (0, (9999, 1, 1)))
    return days if published >= since else None


def ticked_off(published: Day, days: int) -> Day:
    """The day on which the last tick falls, the day of publication having the first."""
    day, ticks = published, 1
    while ticks < days:
        day, ticks = tomorrow(day), ticks + 1
    return day


def last_lawful_day(basis: str, published: Day) -> Day | None:
    """The last day in time, or None where no clock runs."""
    days = days_of(basis, published)
    return None if days is None else ticked_off(published, days)


def last_sunday(year: int, month: int) -> Day:
    """The last Sunday of a month of 31 days."""
    return next(
        (year, month, number)
        for number in range(31, 24, -1)
        if weekday((year, month, number)) == "Sunday"
    )


@cache
def summer_time(year: int) -> tuple[Day, Day]:
    """The Sundays on which summer time begins and ends, at one in the morning Greenwich time."""
    if year in SUMMER_TIME_BY_ORDER:
        return SUMMER_TIME_BY_ORDER[year]
    return last_sunday(year, 3), last_sunday(year, 10)


def london_day(moment: Moment) -> Day:
    """The date that a calendar in London shows at a moment."""
    day, hour = moment[:3], moment[3]
    begins, ends = summer_time(moment[0])
    is_summer = (*begins, 1, 0) <= moment < (*ends, 1, 0)
    return tomorrow(day) if is_summer and hour == 23 else day
