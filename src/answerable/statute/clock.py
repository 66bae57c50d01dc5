"""The statutory clock: when the period began, its last lawful day, and the working shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from answerable.statute.model import LegalBasis, Period

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Clock:
    """A period that runs from a report's publication."""

    published: date
    """Day 1."""
    basis: LegalBasis
    period: Period

    @property
    def last_lawful_day(self) -> date:
        """The last day on which publication of the answer is in time."""
        return self.published + timedelta(days=self.period.days - 1)

    @property
    def first_late_day(self) -> date:
        """The day after the last lawful day."""
        return self.last_lawful_day + timedelta(days=1)

    def days_left(self, on: date) -> int:
        """Days that remain after `on`: 0 on the last lawful day, negative once late."""
        return (self.last_lawful_day - on).days

    def days_taken(self, answered_on: date) -> int:
        """Days used, the day of publication counted as 1; 56 is the last in time under (5A)."""
        return (answered_on - self.published).days + 1

    def in_time(self, answered_on: date) -> bool:
        """Whether an answer published on this civil date (Europe/London) is in time."""
        return answered_on <= self.last_lawful_day

    @property
    def working(self) -> tuple[str, ...]:
        """How the date was reached, one sentence a step."""
        return (
            f"Rule: {self.period.citation}, {self.period.commencement}.",
            f"Day 1 is {_words(self.published)}, the day on which the report was published.",
            (
                f"The period has {self.period.days} days, so its last day is "
                f"{self.period.days - 1} days later: {_words(self.last_lawful_day)}."
            ),
            "These are calendar days. Weekends and bank holidays do not extend the period.",
            f"{_words(self.first_late_day)} is the first day on which publication is late.",
        )


def clock_for(published: date, basis: LegalBasis) -> Clock | None:
    """The clock of a report under a legal basis.

    Args:
        published: the civil date on which the report was published.
        basis: the legal basis that the report falls under.

    Returns:
        The clock, or None where the basis sets no period for reports of that day: section 55 of
        the Police Act 1996 has one only for reports published from 2 May 2017.
    """
    for period in basis.periods:
        if period.governs(published):
            return Clock(published=published, basis=basis, period=period)
    return None


def why_no_clock(published: date, basis: LegalBasis) -> str:
    """The sentence to show where `clock_for` returns None."""
    if not basis.periods:
        return f"No statutory clock: {basis.citation} sets no number of days."
    first = min(period.published_from for period in basis.periods)
    return (
        f"No statutory clock: the period under {basis.citation} applies to reports published from "
        f"{_words(first)}; this one was published on {_words(published)}."
    )


def civil_date(moment: datetime) -> date:
    """The date in Europe/London at a moment; what counts as the day of publication.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("Give the moment with its time zone.")
    return moment.astimezone(LONDON).date()


def _words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
