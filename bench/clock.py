"""The statutory clock is right for every report of 1990 to 2040, against a second clock.

The second clock (`tests/reference/second_clock.py`) shares nothing with the first: it ticks days
off on a calendar of its own and knows the clock changes from the law instead of zone data. Two
clocks that are wrong on purpose go through the same comparison, to show that it notices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

from rich.console import Console
from tests.reference import second_clock as second

from answerable import statute
from bench.proof import Proof

FIRST, LAST = (1990, 1, 1), (2040, 12, 31)
YEARS = range(FIRST[0], LAST[0] + 1)
ELSEWHERE = (timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=45)))
"""Zones in which the same moments are handed over; they must not change the date in London."""
AROUND_MIDNIGHT = ((22, 30), (22, 59), (23, 0), (23, 30), (23, 59))
"""Hours and minutes in Greenwich mean time on the last lawful day, and on the day after it."""
EXAMPLES = 8

ClockFor = Callable[[date, statute.LegalBasis], statute.Clock | None]


@dataclass
class Comparison:
    """What was compared, and a sentence for each difference."""

    compared: int = 0
    differences: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    """What else was met on the way, counted."""

    def expect(self, what: str, found: object, expected: object) -> bool:
        """Note a difference, if there is one; answers whether both agree."""
        self.compared += 1
        if found == expected:
            return True
        self.differences.append(f"{what}: {found}, the second clock says {expected}")
        return False


def prove(*, full: bool) -> Proof:
    """Compare all report days, all midnights of a last lawful day, all half hours of 51 years.

    With `full`, all minutes of the 51 years.
    """
    periods, wrong_days = compare_periods(statute.clock_for)
    times = compare_times(range(60) if full else (0, 30))
    changes = compare_minutes_of_changes()
    midnights = compare_midnights()
    noticed = {name: compare_periods(clock)[1] for name, clock in WRONG_ON_PURPOSE.items()}
    show(periods, times, changes, midnights)
    figures = {
        "rules version": statute.RULES_VERSION,
        "report days, 1990-01-01 to 2040-12-31": periods.seen["report days"],
        "legal bases": len(statute.BASES),
        "wrong days": wrong_days,
        "facts of periods compared": periods.compared,
        "reports with a clock": periods.seen["with a clock"],
        "section 55 reports before 2 May 2017, without a clock": periods.seen["before the period"],
        "reports published on 29 February with a clock": periods.seen["published on 29 February"],
        "periods that run over a 29 February": periods.seen["over a 29 February"],
        "last days on a weekend, not moved": periods.seen["weekend"],
        "last days on a bank holiday of England and Wales, not moved": periods.seen["bank holiday"],
        f"every {'minute' if full else 'half hour'} of all years compared": times.compared,
        "of these, the date in London is not that of UTC": times.seen["not the date of UTC"],
        "minutes around the clock changes compared, from three zones": changes.compared,
        "moments around midnight of the last lawful day compared": midnights.compared,
        "of these, late although UTC still shows the last day": midnights.seen["UTC errs"],
        "wrong dates in London": len(times.differences) + len(changes.differences),
        "wrong verdicts at midnight": len(midnights.differences),
        "wrong days noticed in clocks that are wrong on purpose": noticed,
    }
    differences = sum(len(each.differences) for each in (periods, times, changes, midnights))
    return Proof(
        claim="The statutory clock is right for every report of 1990 to 2040",
        figures=figures,
        goal="0 wrong days, 0 wrong dates, 0 wrong verdicts; clocks wrong on purpose are noticed",
        holds=differences == 0 and all(noticed.values()),
    )


def compare_periods(clock_for: ClockFor) -> tuple[Comparison, int]:
    """All report days under all bases; also how many pairs of day and basis came out wrong."""
    comparison, wrong = Comparison(), 0
    for published in second.every_day(FIRST, LAST):
        comparison.seen["report days"] += 1
        for basis in statute.BASES.values():
            before = len(comparison.differences)
            compare_period(comparison, published, basis, clock_for(date(*published), basis))
            wrong += len(comparison.differences) > before
    return comparison, wrong


def compare_period(
    comparison: Comparison,
    published: second.Day,
    basis: statute.LegalBasis,
    clock: statute.Clock | None,
) -> None:
    """All that a clock says of one report, or that there is none."""
    of = f"{date(*published)} under {basis.code}"
    days = second.days_of(basis.code, published)
    if not comparison.expect(f"{of}, has a clock", clock is not None, days is not None):
        return
    if clock is None or days is None:
        comparison.seen["before the period"] += basis is statute.SECTION_55
        return
    last = second.ticked_off(published, days)
    late = second.tomorrow(last)
    ahead = second.julian_day_number(last) - second.julian_day_number(published)
    for what, found, expected in (
        ("last lawful day", day_of(clock.last_lawful_day), last),
        ("first late day", day_of(clock.first_late_day), late),
        ("days left on the first day", clock.days_left(date(*published)), ahead),
        ("days left on the last day", clock.days_left(date(*last)), 0),
        ("days left when late", clock.days_left(date(*late)), -1),
        ("days taken on the first day", clock.days_taken(date(*published)), 1),
        ("days taken on the last day", clock.days_taken(date(*last)), days),
        ("in time on the last day", clock.in_time(date(*last)), True),
        ("in time the day after", clock.in_time(date(*late)), False),
    ):
        comparison.expect(f"{of}, {what}", found, expected)
    note(comparison, published, last)


def note(comparison: Comparison, published: second.Day, last: second.Day) -> None:
    """Count the periods that a wrong rule would get wrong first."""
    seen = comparison.seen
    leap_day = (last[0], 2, 29)
    seen["with a clock"] += 1
    seen["published on 29 February"] += published[1:] == (2, 29)
    seen["over a 29 February"] += (
        second.length_of_month(last[0], 2) == 29 and published <= leap_day <= last
    )
    seen["weekend"] += second.weekday(last) in {"Saturday", "Sunday"}
    seen["bank holiday"] += statute.bank_holiday_name(date(*last)) is not None


def compare_times(minutes: Iterable[int]) -> Comparison:
    """The date in London at these minutes of every hour of all years."""
    comparison, minutes = Comparison(), tuple(minutes)
    for day in second.every_day(FIRST, LAST):
        for hour in range(24):
            for minute in minutes:
                moment = (*day, hour, minute)
                compare_moment(comparison, moment, in_utc(moment))
    return comparison


def compare_minutes_of_changes() -> Comparison:
    """The date in London at every minute around the clock changes, handed over in three zones."""
    comparison = Comparison()
    for moment in minutes_of_changes():
        for zone in (UTC, *ELSEWHERE):
            compare_moment(comparison, moment, in_utc(moment).astimezone(zone))
    return comparison


def minutes_of_changes() -> Iterator[second.Moment]:
    """The minutes of three days around each of the two clock changes of each year."""
    for year in YEARS:
        for month, change in zip((3, 10), second.summer_time(year), strict=True):
            around = list(second.every_day((year, month, 1), second.tomorrow(change)))[-3:]
            for day in around:
                for hour in range(24):
                    for minute in range(60):
                        yield (*day, hour, minute)


def compare_moment(comparison: Comparison, moment: second.Moment, given: datetime) -> None:
    """The date in London at one moment."""
    expected = second.london_day(moment)
    comparison.expect(f"{given.isoformat()}", day_of(statute.civil_date(given)), expected)
    comparison.seen["not the date of UTC"] += expected != moment[:3]


def compare_midnights() -> Comparison:
    """Whether an answer published around midnight of the last lawful day is in time."""
    comparison = Comparison()
    for published in second.every_day(FIRST, LAST):
        last = second.last_lawful_day(statute.SECTION_55.code, published)
        clock = statute.clock_for(date(*published), statute.SECTION_55)
        if last is None or clock is None:
            continue
        for day in (last, second.tomorrow(last)):
            for hour, minute in AROUND_MIDNIGHT:
                moment = (*day, hour, minute)
                in_time = second.london_day(moment) <= last
                verdict = clock.in_time(statute.civil_date(in_utc(moment)))
                comparison.expect(f"{date(*published)} answered at {moment}", verdict, in_time)
                comparison.seen["UTC errs"] += day <= last and not in_time
    return comparison


class OneDayLong(statute.Clock):
    """Wrong on purpose: counts the day after publication as the first."""

    @property
    def last_lawful_day(self) -> date:
        return self.published + timedelta(days=self.period.days)


class ExtendedByHolidays(statute.Clock):
    """Wrong on purpose: moves a last day on a weekend or bank holiday to the next working day."""

    @property
    def last_lawful_day(self) -> date:
        return statute.working_day_on_or_after(self.published + timedelta(self.period.days - 1))


def instead(wrong: type[statute.Clock]) -> ClockFor:
    """`clock_for` with clocks that are wrong on purpose."""

    def clock_for(published: date, basis: statute.LegalBasis) -> statute.Clock | None:
        right = statute.clock_for(published, basis)
        return right and wrong(right.published, right.basis, right.period)

    return clock_for


WRONG_ON_PURPOSE = {
    "publication plus 56": instead(OneDayLong),
    "extended by weekends and bank holidays": instead(ExtendedByHolidays),
}


def in_utc(moment: second.Moment) -> datetime:
    """A moment of the second clock as the product takes it."""
    year, month, day, hour, minute = moment
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def day_of(day: date) -> second.Day:
    """A date as the second clock writes it."""
    return day.year, day.month, day.day


def show(*comparisons: Comparison) -> None:
    """Print the first differences in words."""
    console = Console(width=120)
    for comparison in comparisons:
        for sentence in comparison.differences[:EXAMPLES]:
            console.print(sentence, highlight=False, markup=False)
