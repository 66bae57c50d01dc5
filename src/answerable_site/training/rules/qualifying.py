"""Whether somebody is qualified on a day, until when, and when a refresher is due.

Only a pass qualifies. What counts on the day decides, whenever it was passed, so that a course that
stopped counting qualifies nobody any more, and one that was succeeded does for as long as the
organisation says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from answerable.statute import add_months
from answerable_site.training.rules.facts import CountingFacts, Countings, PersonFacts
from answerable_site.training.rules.words import Outcome, Purpose

NEVER = date.max
"""The last day of what does not run out."""


class Unqualified(StrEnum):
    """Why somebody is not qualified."""

    RAN_OUT = "ran_out"
    DOES_NOT_COUNT = "does_not_count"
    NOT_PASSED = "not_passed"
    NO_COURSE = "no_course"


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands on a day."""

    why_not: Unqualified | None
    """None for whoever is qualified."""
    from_on: date | None = None
    """The day since which they were qualified without a gap; of one that ran out, its first."""
    until: date | None = None
    """The last day, inclusive; None where it does not run out, or there is none."""
    refresher_on: date | None = None
    """The day on which a refresher is due; None where none is."""

    @property
    def is_qualified(self) -> bool:
        return self.why_not is None


class _Step(NamedTuple):
    """A pass or a refresher."""

    on: date
    until: date
    counting: CountingFacts

    @property
    def is_refresher(self) -> bool:
        return self.counting.purpose is Purpose.REFRESHES


def standing_on(day: date, person: PersonFacts, every: Sequence[CountingFacts]) -> Standing:
    """How somebody stands on a day, that day included.

    A pass lasts until the day of the same number after its months, the month’s last day where it
    has none: passed on 31 March 2023 for 36 months, it lasts until 31 March 2026. A refresher that
    was taken on the last day still keeps somebody qualified; one after it does not. A later fail
    takes no pass away, and a shorter pass no longer one.
    """
    countings = Countings(every, day)
    from_on: date | None = None
    until, refresher_on = date.min, None
    for step in sorted(_steps(person, countings), key=lambda one: (one.on, one.is_refresher)):
        runs_on = step.on <= until
        if step.is_refresher and not runs_on:
            continue
        if not runs_on:
            from_on = step.on
        until = max(until, step.until)
        refresher_on = _after(step.on, step.counting.refresher_months)
    last = None if until == NEVER else until
    if from_on is None:
        return Standing(_why_not(day, person, every))
    if until < day:
        return Standing(Unqualified.RAN_OUT, from_on, last)
    return Standing(None, from_on, last, refresher_on)


def _steps(person: PersonFacts, countings: Countings) -> Iterable[_Step]:
    day = countings.on
    for one in person.attendances:
        if one.result_on > day:
            continue
        counting = countings.of(one.version, Purpose.QUALIFIES)
        if counting and one.outcome is Outcome.PASSED:
            yield _Step(one.result_on, _last_day(one.result_on, counting), counting)
        refreshing = countings.of(one.version, Purpose.REFRESHES)
        if refreshing and one.outcome in {Outcome.ATTENDED, Outcome.PASSED}:
            yield _Step(one.result_on, _last_day(one.result_on, refreshing), refreshing)
    for held in person.qualifications:
        counting = countings.of(held.version, Purpose.QUALIFIES)
        if counting and held.from_on <= day:
            until = held.to_on or _last_day(held.from_on, counting)
            yield _Step(held.from_on, until, counting)


def _last_day(on: date, counting: CountingFacts) -> date:
    return _after(on, counting.lasts_months) or NEVER


def _after(on: date, months: int | None) -> date | None:
    return None if months is None else add_months(on, months)


def _why_not(day: date, person: PersonFacts, every: Sequence[CountingFacts]) -> Unqualified:
    """Why nothing qualifies on the day, where nothing that counts on it was passed.

    Asked of the versions that qualify on any day: an awareness day is no course here.
    """
    courses = {one.version for one in every if one.purpose is Purpose.QUALIFIES}
    taken = [one for one in person.attendances if one.version in courses]
    if any(one.outcome is Outcome.PASSED and one.result_on <= day for one in taken):
        return Unqualified.DOES_NOT_COUNT
    if any(one.version in courses and one.from_on <= day for one in person.qualifications):
        return Unqualified.DOES_NOT_COUNT
    if any(one.outcome.took_part and one.last_day <= day for one in taken):
        return Unqualified.NOT_PASSED
    return Unqualified.NO_COURSE
