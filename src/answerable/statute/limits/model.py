"""What a limit of casework is, how it counts, and which version of it governs a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from answerable.statute.deadlines import add_months
from answerable.statute.model import Confidence
from answerable.statute.working_days import Nation, is_working_day

_DAY = timedelta(days=1)
_HOURS_A_DAY = 24


class Unit(StrEnum):
    """What a limit counts. The day on which it starts to run is day 0 in each."""

    WORKING_DAYS = "working_days"
    """Neither on a weekend nor a bank holiday of England and Wales."""
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    HOURS = "hours"
    """Counted in whole days, for a case knows the days of what happened: see `Limit.last_day`."""

    @property
    def label(self) -> str:
        """Such as "Working days"."""
        return self.value.replace("_", " ").capitalize()

    def in_words(self, count: int) -> str:
        """Such as "1 working day" or "3 months"."""
        words = self.value.replace("_", " ")
        return f"{count} {words.removesuffix('s')}" if count == 1 else f"{count} {words}"


@dataclass(frozen=True, slots=True)
class Limit:
    """One version of a limit."""

    code: str
    asks: str
    """The sentence that a person reads, such as "Tell the victim of the decision"."""
    starts: str
    """What starts it, in words."""
    count: int
    unit: Unit
    citation: str
    source: str
    """Where the wording can be read; empty where it is the organisation's own limit."""
    confidence: Confidence
    in_force_from: date | None
    """The first day; None where none was established, and it governs every earlier day."""
    in_force_to: date | None = None
    """The last day, inclusive; None while in force."""
    note: str = ""
    """What a reader must know about it, such as what is still to be verified."""

    def governs(self, start: date) -> bool:
        """Whether what starts on this day falls under this version."""
        return (self.in_force_from is None or self.in_force_from <= start) and (
            self.in_force_to is None or start <= self.in_force_to
        )

    def last_day(self, start: date, *, nation: Nation = Nation.ENGLAND) -> date:
        """The last day in time for what starts to run on a civil date (Europe/London).

        The start is day 0, whether or not it is a working day. Working days: the end of the n-th
        one after it. Months: the day of the same number, or the last of a shorter month.

        Hours: the end of the day on which the last of them can pass, so 24 hours end with the next
        calendar day. A case knows the days and not the minutes; whoever kept to the hours is then
        not called late, and somebody may be called in time who was not. One night a year is
        different: 24 hours that begin in the last hour before the day on which summer time begins
        end in the first hour of the second day after it.

        Args:
            start: of a decision that was taken at a known moment, `civil_date` of that moment.
        """
        match self.unit:
            case Unit.CALENDAR_DAYS:
                return start + timedelta(days=self.count)
            case Unit.HOURS:
                return start + timedelta(days=-(-self.count // _HOURS_A_DAY))
            case Unit.MONTHS:
                return add_months(start, self.count)
        day = start
        for _ in range(self.count):
            day += _DAY
            while not is_working_day(day, nation=nation):
                day += _DAY
        return day

    @property
    def length(self) -> str:
        """How long it is, in words."""
        return self.unit.in_words(self.count)

    @property
    def is_own(self) -> bool:
        """Whether it is the organisation's own, and nothing that others wrote asks for it."""
        return not self.source


class NoLimitInForce(LookupError):
    """No version of this limit governs that day."""


class Limits:
    """Every version of every limit that applies to one organisation."""

    def __init__(self, versions: Iterable[Limit]) -> None:
        self._versions = tuple(versions)

    def __iter__(self) -> Iterator[Limit]:
        return iter(self._versions)

    @property
    def codes(self) -> tuple[str, ...]:
        """What the limits are called, each once, in their order."""
        return tuple(dict.fromkeys(one.code for one in self._versions))

    def versions_of(self, code: str) -> tuple[Limit, ...]:
        """Every version of one limit, in force or not; empty where there is none of that code."""
        return tuple(one for one in self._versions if one.code == code)

    def in_force(self, code: str, start: date) -> Limit:
        """The version that governs what starts on a day.

        Of several, the one that came into force last; of those from the same day, the one added
        last.

        Raises:
            NoLimitInForce: none does. Nothing is then due, and nothing late.
        """
        governing = [one for one in reversed(self.versions_of(code)) if one.governs(start)]
        if not governing:
            raise NoLimitInForce(f"No limit {code!r} is in force for {start:%Y-%m-%d}.")
        return max(governing, key=lambda one: one.in_force_from or date.min)

    def in_force_on(self, start: date) -> tuple[Limit, ...]:
        """For each limit that governs what starts on a day, the version that does."""
        return tuple(
            self.in_force(code, start)
            for code in self.codes
            if any(one.governs(start) for one in self.versions_of(code))
        )

    def with_versions(self, versions: Iterable[Limit]) -> Limits:
        """These and further ones, such as those that an organisation set for itself."""
        return Limits((*self._versions, *versions))
