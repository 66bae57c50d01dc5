"""Limits of casework: how long something in a case may take, by the day it starts to run.

A limit is data: what it asks, where that is written, how sure we are, and from when to when it is
in force. A case is measured against the version in force on the day of its own decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from answerable.statute.deadlines import add_months
from answerable.statute.model import Confidence
from answerable.statute.working_days import Nation, is_working_day

_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a limit counts. The day on which it starts to run is day 0 in each."""

    WORKING_DAYS = "working_days"
    """Neither on a weekend nor a bank holiday of England and Wales."""
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"

    def in_words(self, count: int) -> str:
        """Such as "1 working day" or "3 months"."""
        words = {
            Unit.WORKING_DAYS: "working day",
            Unit.CALENDAR_DAYS: "calendar day",
            Unit.MONTHS: "month",
        }[self]
        return f"{count} {words}" if count == 1 else f"{count} {words}s"


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
    in_force_from: date
    in_force_to: date | None = None
    """The last day, inclusive; None while in force."""

    def governs(self, start: date) -> bool:
        """Whether what starts on this day falls under this version."""
        return self.in_force_from <= start and (
            self.in_force_to is None or start <= self.in_force_to
        )

    def last_day(self, start: date, *, nation: Nation = Nation.ENGLAND) -> date:
        """The last day in time for what starts to run on a civil date (Europe/London).

        The start is day 0, whether or not it is a working day. Working days: the end of the n-th
        one after it. Months: the day of the same number, or the last of a shorter month.
        """
        match self.unit:
            case Unit.CALENDAR_DAYS:
                return start + timedelta(days=self.count)
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


class NoLimitInForce(LookupError):
    """No version of this limit governs that day."""


class Limits:
    """Every version of every limit that applies to one organisation."""

    def __init__(self, versions: Iterable[Limit]) -> None:
        self._versions = tuple(versions)

    def __iter__(self) -> Iterator[Limit]:
        return iter(self._versions)

    def in_force(self, code: str, start: date) -> Limit:
        """The version that governs what starts on a day; of several, the one in force latest.

        Raises:
            NoLimitInForce: none does. Nothing is then due, and nothing late.
        """
        governing = [one for one in self._versions if one.code == code and one.governs(start)]
        if not governing:
            raise NoLimitInForce(f"No limit {code!r} is in force for {start:%Y-%m-%d}.")
        return max(governing, key=lambda one: one.in_force_from)

    def with_versions(self, versions: Iterable[Limit]) -> Limits:
        """These and further ones, such as those that an organisation set for itself."""
        return Limits((*self._versions, *versions))
