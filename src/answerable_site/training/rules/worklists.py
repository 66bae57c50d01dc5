"""What waits for the training coordinator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from answerable_site.training.rules.facts import CountingFacts, PersonFacts
from answerable_site.training.rules.figures import is_in_post
from answerable_site.training.rules.qualifying import standing_on
from answerable_site.training.rules.words import Duty, Outcome


@dataclass(frozen=True, slots=True)
class Waiting:
    """A training record that waits for something by a day."""

    record: int
    by_on: date


@dataclass(frozen=True, slots=True)
class Worklists:
    """What waits, the earliest day first."""

    expiring: tuple[Waiting, ...]
    """Qualified and in post, with a last day that comes within the days asked for."""
    refreshers: tuple[Waiting, ...]
    """Qualified and in post, with a refresher that is due within those days, or was."""
    unqualified: tuple[int, ...]
    """In post and not qualified."""


def worklists_on(
    day: date,
    people: Iterable[PersonFacts],
    every: Sequence[CountingFacts],
    duty: Duty,
    *,
    within: int,
) -> Worklists:
    """What waits on a day.

    Args:
        duty: who is counted as in post; for nobody else anything waits.
        within: calendar days; what ends on the last of them waits too.
    """
    horizon = day + timedelta(days=within)
    expiring, refreshers, unqualified = [], [], []
    for person in people:
        if not is_in_post(day, person, duty):
            continue
        standing = standing_on(day, person, every)
        if not standing.is_qualified:
            unqualified.append(person.record)
            continue
        if standing.until is not None and standing.until <= horizon:
            expiring.append(Waiting(person.record, standing.until))
        if standing.refresher_on is not None and standing.refresher_on <= horizon:
            refreshers.append(Waiting(person.record, standing.refresher_on))
    return Worklists(_by_day(expiring), _by_day(refreshers), tuple(unqualified))


def _by_day(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    return tuple(sorted(waiting, key=lambda one: (one.by_on, one.record)))


def lacks_result(outcome: Outcome, last_day: date, day: date) -> bool:
    """Whether a place is still only booked though its event ended before the day."""
    return outcome is Outcome.BOOKED and last_day < day
