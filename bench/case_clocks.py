"""The limits of casework are right for every day of 1990 to 2040, against a second count.

The second count (`tests/reference/second_limits.py`) works out the bank holidays by rules of its
own, numbers the working days and looks a last day up by its number. Counts that are wrong on
purpose go through the same comparison, to show that it notices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from functools import cache

from tests.reference import second_clock as clock
from tests.reference import second_limits as second

from answerable import statute
from bench.clock import AROUND_MIDNIGHT, FIRST, LAST, Comparison, day_of, in_utc, show
from bench.proof import Proof

TOLD_AT_A_MOMENT = ("tell_victim_enhanced", "tell_victim")
"""Limits of which the verdict around the last midnight is compared, too."""

LastDay = Callable[[statute.Limit, date], date]


def prove(*, full: bool) -> Proof:
    """Compare all limits on all days, around all midnights, and 24 hours from all half hours.

    With `full`, from all minutes of the 51 years.
    """
    holidays = compare_bank_holidays()
    limits = compare_limits(statute.Limit.last_day)
    midnights = compare_midnights(statute.civil_date)
    hours = compare_hours(range(60) if full else (0, 30))
    noticed = {
        name: len(compare_limits(last_day).differences)
        for name, last_day in WRONG_ON_PURPOSE.items()
    }
    noticed["the date in UTC"] = len(compare_midnights(datetime.date).differences)
    show(holidays, limits, midnights, hours)
    figures = {
        "limits": len(statute.LIMITS.codes),
        "days on which something starts, 1990-01-01 to 2040-12-31": limits.seen["days"],
        "last days compared": limits.compared,
        "of these, not in force": limits.seen["not in force"],
        "of these, over a bank holiday of England and Wales": limits.seen["over a bank holiday"],
        "of these, over one proclaimed for one occasion": limits.seen["over an added holiday"],
        "wrong last days": len(limits.differences),
        "days compared with the library of bank holidays": holidays.compared,
        "bank holidays on which both agree": holidays.seen["bank holiday"],
        "days on which they differ": len(holidays.differences),
        "decisions and notices around midnight compared": midnights.compared,
        "of these decisions, the date in London is not that of UTC": midnights.seen["UTC errs"],
        "wrong at midnight": len(midnights.differences),
        f"24 hours from every {'minute' if full else 'half hour'} compared": hours.compared,
        "of these, kept and yet past the last day: before summer time begins": hours.seen["past"],
        "of these, otherwise": len(hours.differences),
        "wrong last days noticed in counts that are wrong on purpose": noticed,
    }
    compared = (holidays, limits, midnights, hours)
    return Proof(
        claim="The limits of casework are right for every day of 1990 to 2040",
        figures=figures,
        goal="0 wrong last days, 0 wrong at midnight; counts wrong on purpose are noticed",
        holds=not any(each.differences for each in compared) and all(noticed.values()),
    )


def compare_bank_holidays() -> Comparison:
    """Which weekdays are bank holidays, over all days that a limit can reach."""
    comparison = Comparison()
    for day in second.all_days():
        expected = day in second.bank_holidays()
        found = statute.bank_holiday_name(date(*day)) is not None
        comparison.seen["bank holiday"] += expected and found
        comparison.expect(f"{date(*day)} is a bank holiday", found, expected)
    return comparison


def compare_limits(last_day: LastDay) -> Comparison:
    """The last day of all limits for whatever starts on any day, or that none is in force."""
    comparison = Comparison()
    for start in clock.every_day(FIRST, LAST):
        comparison.seen["days"] += 1
        for code in statute.LIMITS.codes:
            expected = second.last_day(code, start)
            found = counted(code, start, last_day)
            comparison.expect(f"{code} from {date(*start)}", found, expected)
            note(comparison, code, start, expected)
    return comparison


def counted(code: str, start: clock.Day, last_day: LastDay) -> clock.Day | None:
    """What the product says; None where no version is in force."""
    try:
        limit = statute.LIMITS.in_force(code, date(*start))
    except statute.NoLimitInForce:
        return None
    return day_of(last_day(limit, date(*start)))


def note(comparison: Comparison, code: str, start: clock.Day, last: clock.Day | None) -> None:
    """Count the spans that a wrong count would get wrong first."""
    comparison.seen["not in force"] += last is None
    if last is None or second.LENGTHS[code][1] != "working days":
        return
    comparison.seen["over a bank holiday"] += any(
        start < day < last for day in holidays_of_years(start[0], last[0])
    )
    comparison.seen["over an added holiday"] += any(start < day < last for day in second.ADDED)


@cache
def holidays_of_years(first: int, last: int) -> tuple[clock.Day, ...]:
    """The bank holidays of some years."""
    return tuple(day for day in second.bank_holidays() if first <= day[0] <= last)


def compare_midnights(date_of: Callable[[datetime], date]) -> Comparison:
    """The last day of what is decided around midnight, and whether telling around it is in time."""
    comparison = Comparison()
    for day in clock.every_day(FIRST, LAST):
        for moment in around_midnight(day):
            comparison.seen["UTC errs"] += clock.london_day(moment) != day
            decided = day_of(date_of(in_utc(moment)))
            for code in statute.LIMITS.codes:
                expected = second.last_day_from(code, moment)
                found = product_last_day(code, decided)
                comparison.expect(f"{code}, decided at {moment}", found, expected)
        for code in TOLD_AT_A_MOMENT:
            compare_verdicts(comparison, code, day, date_of)
    return comparison


def compare_verdicts(
    comparison: Comparison, code: str, start: clock.Day, date_of: Callable[[datetime], date]
) -> None:
    """Whether telling shortly before or after midnight of the last day is in time."""
    last = second.last_day(code, start)
    if last is None:
        return
    limit = statute.LIMITS.in_force(code, date(*start))
    for moment in (*around_midnight(last), *around_midnight(clock.tomorrow(last))):
        in_time = clock.london_day(moment) <= last
        found = date_of(in_utc(moment)) <= limit.last_day(date(*start))
        comparison.expect(f"{code} from {date(*start)}, told at {moment}", found, in_time)


def around_midnight(day: clock.Day) -> list[clock.Moment]:
    """Moments of the last hours of a day in Greenwich mean time."""
    return [(*day, hour, minute) for hour, minute in AROUND_MIDNIGHT]


@cache
def product_last_day(code: str, start: clock.Day) -> clock.Day | None:
    """What the product says, asked once a day."""
    return counted(code, start, statute.Limit.last_day)


def compare_hours(minutes: Iterable[int]) -> Comparison:
    """Whether whoever keeps to 24 hours is in time by the day, from these minutes of every hour.

    Not in the last hour before a day on which summer time begins, as the reference says.
    """
    comparison, minutes = Comparison(), tuple(minutes)
    for day in clock.every_day(FIRST, LAST):
        for hour in range(24):
            for minute in minutes:
                moment = (*day, hour, minute)
                started = statute.civil_date(in_utc(moment))
                limit = statute.LIMITS.in_force("record_crime", started)
                in_time = statute.civil_date(in_utc(second.a_day_later(moment))) <= limit.last_day(
                    started
                )
                comparison.seen["past"] += not in_time
                expected = not before_summer_time(moment)
                comparison.expect(f"24 hours from {moment} in time", in_time, expected)
    return comparison


def before_summer_time(moment: clock.Moment) -> bool:
    """Whether it is the last hour of the day before the one on which summer time begins."""
    begins, _ = clock.summer_time(moment[0])
    return moment[3] == 23 and clock.tomorrow(moment[:3]) == begins


def without_bank_holidays(limit: statute.Limit, start: date) -> date:
    """Wrong on purpose: of working days, leaves out weekends alone."""
    if limit.unit is not statute.Unit.WORKING_DAYS:
        return limit.last_day(start)
    day, left = start, limit.count
    while left:
        day += timedelta(days=1)
        left -= not statute.is_weekend(day)
    return day


def from_the_next_working_day(limit: statute.Limit, start: date) -> date:
    """Wrong on purpose: what starts on no working day starts on the next."""
    if limit.unit is not statute.Unit.WORKING_DAYS:
        return limit.last_day(start)
    return limit.last_day(statute.working_day_on_or_after(start))


def start_counted(limit: statute.Limit, start: date) -> date:
    """Wrong on purpose: the start is day 1."""
    return limit.last_day(start - timedelta(days=1))


WRONG_ON_PURPOSE: dict[str, LastDay] = {
    "bank holidays counted as working days": without_bank_holidays,
    "a start on no working day moved to the next": from_the_next_working_day,
    "the start counted as day 1": start_counted,
}
