"""What is known of people in training, and which courses count when; as the rules read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from answerable_site.training.rules.words import Duty, Outcome, Purpose


@dataclass(frozen=True, slots=True)
class PostingFacts:
    """That somebody was posted to a duty."""

    duty: Duty
    from_on: date
    to_on: date | None
    """The last day, inclusive; None while it runs."""

    def covers(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True)
class AttendanceFacts:
    """A place on a course event, and what became of it."""

    version: int
    """The version of the course that was taught."""
    last_day: date
    """Of the event."""
    outcome: Outcome
    result_on: date
    """The day on which the result was decided; of a place without a result, the event’s last."""


@dataclass(frozen=True, slots=True)
class QualificationFacts:
    """A qualification that was recorded from a certificate, not from a result here."""

    version: int
    from_on: date
    to_on: date | None
    """The last day that the certificate names; None where it names none."""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """All that counts of one training record."""

    record: int
    postings: tuple[PostingFacts, ...] = ()
    attendances: tuple[AttendanceFacts, ...] = ()
    qualifications: tuple[QualificationFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class CountingFacts:
    """From when to when a version of a course counts, for what and for how long."""

    version: int
    purpose: Purpose
    from_on: date
    to_on: date | None
    """The last day on which it counts, whenever it was passed; None while it does."""
    lasts_months: int | None
    """How long it lasts from the day of the pass; None where it does not run out."""
    refresher_months: int | None
    """After how many months a refresher is due; None where none is."""

    def covers(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


class Countings:
    """Which versions count on one day."""

    def __init__(self, every: Iterable[CountingFacts], on: date) -> None:
        self.on = on
        self._by_version = {one.version: one for one in every if one.covers(on)}

    def of(self, version: int, purpose: Purpose) -> CountingFacts | None:
        """How a version counts on the day for a purpose; None where it does not."""
        found = self._by_version.get(version)
        return found if found is not None and found.purpose is purpose else None
