"""What cannot stand in a training record, said in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from answerable_site.training.rules.facts import CountingFacts
from answerable_site.training.rules.words import Outcome


class DaysOutOfOrder(ValueError):
    """Two days that cannot stand in this order, or one that lies ahead."""


class CountsTwice(ValueError):
    """A version of a course would count in two ways on one day."""


def check_order(first: date, last: date | None, words: str) -> None:
    """Raises DaysOutOfOrder, with these words, where the last day comes before the first."""
    if last is not None and last < first:
        raise DaysOutOfOrder(words)


def check_result(
    outcome: Outcome, result_on: date, *, first_day: date, last_day: date, today: date
) -> None:
    """Raises DaysOutOfOrder where a result cannot be of this day.

    Args:
        first_day, last_day: of the event. Who did not finish may have failed before its end, and
            who did not come is known to be absent from the first day on.
    """
    if result_on > today:
        raise DaysOutOfOrder("The day of the result must be today or in the past")
    if result_on < first_day:
        raise DaysOutOfOrder("The result cannot be from before the course began")
    if outcome in {Outcome.PASSED, Outcome.ATTENDED} and result_on < last_day:
        raise DaysOutOfOrder(
            "Nobody has attended or passed a course before its last day. "
            "Enter that day or a later one"
        )


def check_counts_once(added: CountingFacts, held: Iterable[CountingFacts]) -> None:
    """Raises CountsTwice where the version counts on one of the days already."""
    for one in held:
        if one.version == added.version and _overlap(one, added):
            raise CountsTwice(
                "This version counts on some of these days already. End that first, or choose "
                "other days"
            )


def _overlap(one: CountingFacts, other: CountingFacts) -> bool:
    return one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max)
