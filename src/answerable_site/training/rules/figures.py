"""The two figures that are published each year, each with its reference date and its working."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable_site.training.rules.facts import CountingFacts, Countings, PersonFacts
from answerable_site.training.rules.qualifying import Unqualified, standing_on
from answerable_site.training.rules.words import Duty, Outcome, Purpose
from answerable_site.training.rules.years import FinancialYear


class FigureKind(StrEnum):
    """Which of the published figures."""

    ATTENDANCE = "attendance"
    QUALIFIED = "qualified"

    @property
    def label(self) -> str:
        return _FIGURES[self]


_FIGURES = {
    FigureKind.ATTENDANCE: "People who attended in the financial year",
    FigureKind.QUALIFIED: "Qualified and in post on 31 March",
}


class Place(StrEnum):
    """What a place on an event of the year is to the figure of attendance."""

    PASSED = "passed"
    FAILED = "failed"
    ATTENDED = "attended"
    DID_NOT_ATTEND = "did_not_attend"
    WITHOUT_RESULT = "without_result"
    REFRESHER = "refresher"
    NOT_COUNTING = "not_counting"

    @property
    def is_counted(self) -> bool:
        return self in {Place.PASSED, Place.FAILED, Place.ATTENDED}


_PLACES = {
    Outcome.PASSED: Place.PASSED,
    Outcome.FAILED: Place.FAILED,
    Outcome.ATTENDED: Place.ATTENDED,
    Outcome.DID_NOT_ATTEND: Place.DID_NOT_ATTEND,
    Outcome.BOOKED: Place.WITHOUT_RESULT,
}


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many people attended a course that qualifies, in one financial year."""

    year: FinancialYear
    places: tuple[tuple[int, Place], ...]
    """Every place on an event that ended in the year: whose record, and what it is."""

    @property
    def people(self) -> tuple[int, ...]:
        """The records that count, each once."""
        return tuple(sorted({record for record, place in self.places if place.is_counted}))

    @property
    def value(self) -> int:
        return len(self.people)

    @property
    def counts(self) -> Counter[Place]:
        """How many places are what."""
        return Counter(place for _, place in self.places)

    @property
    def attendances(self) -> int:
        """Places on which somebody took part; who came twice in the year has two."""
        return sum(place.is_counted for _, place in self.places)


def attendance_in(
    year: FinancialYear, people: Iterable[PersonFacts], every: Sequence[CountingFacts]
) -> Attendance:
    """Who attended in a financial year: the event ended in it, and the person took part.

    Whether a course counts is asked for the last day of the event. Who left since still counts.
    """
    return Attendance(
        year,
        tuple(
            (person.record, _place(one.version, one.outcome, one.last_day, every))
            for person in people
            for one in person.attendances
            if one.last_day in year
        ),
    )


def _place(version: int, outcome: Outcome, on: date, every: Sequence[CountingFacts]) -> Place:
    countings = Countings(every, on)
    if countings.of(version, Purpose.REFRESHES):
        return Place.REFRESHER
    if countings.of(version, Purpose.QUALIFIES) is None:
        return Place.NOT_COUNTING
    return _PLACES[outcome]


class Presence(StrEnum):
    """What a training record is to the figure of those qualified and in post."""

    COUNTED = "counted"
    NO_POSTING = "no_posting"
    LEFT = "left"
    NOT_YET = "not_yet"
    BETWEEN = "between"
    OTHER_DUTY = "other_duty"
    RAN_OUT = "ran_out"
    DOES_NOT_COUNT = "does_not_count"
    NOT_PASSED = "not_passed"
    NO_COURSE = "no_course"


@dataclass(frozen=True, slots=True)
class Qualified:
    """How many people were qualified and in post on a day."""

    on: date
    duty: Duty
    """Who is counted as in post."""
    people: tuple[tuple[int, Presence], ...]
    """Every training record, and what it is; each is one thing only, so that they add up."""

    @property
    def value(self) -> int:
        return self.counts[Presence.COUNTED]

    @property
    def counts(self) -> Counter[Presence]:
        """How many records are what."""
        return Counter(presence for _, presence in self.people)


def qualified_on(
    day: date, people: Iterable[PersonFacts], every: Sequence[CountingFacts], duty: Duty
) -> Qualified:
    """Who was qualified and in post on a day, that day included; each person once.

    Whether somebody is in post is asked first: who left is not asked for a course any more.
    """
    return Qualified(
        day,
        duty,
        tuple((person.record, _presence(day, person, every, duty)) for person in people),
    )


def is_in_post(day: date, person: PersonFacts, duty: Duty) -> bool:
    """Whether any posting to the duty covers the day; two that overlap are one person in post."""
    return any(one.duty is duty and one.covers(day) for one in person.postings)


def _presence(
    day: date, person: PersonFacts, every: Sequence[CountingFacts], duty: Duty
) -> Presence:
    absence = _absence(day, person, duty)
    if absence is not None:
        return absence
    why_not = standing_on(day, person, every).why_not
    return Presence.COUNTED if why_not is None else _UNQUALIFIED[why_not]


_UNQUALIFIED = {
    Unqualified.RAN_OUT: Presence.RAN_OUT,
    Unqualified.DOES_NOT_COUNT: Presence.DOES_NOT_COUNT,
    Unqualified.NOT_PASSED: Presence.NOT_PASSED,
    Unqualified.NO_COURSE: Presence.NO_COURSE,
}


def _absence(day: date, person: PersonFacts, duty: Duty) -> Presence | None:
    """Why somebody is not in post on the day; None for whoever is."""
    if is_in_post(day, person, duty):
        return None
    if any(one.covers(day) for one in person.postings):
        return Presence.OTHER_DUTY
    if not person.postings:
        return Presence.NO_POSTING
    before = any(one.from_on <= day for one in person.postings)
    after = any(one.from_on > day for one in person.postings)
    if before and after:
        return Presence.BETWEEN
    return Presence.LEFT if before else Presence.NOT_YET
