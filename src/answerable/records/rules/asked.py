"""Something that a rule asks from a day on, and what comes of it: due, late, done late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.records.event import Side
from answerable.records.rules.rule import WHOLE_CASE, About, Breach, Due, Rule
from answerable.statute.limits import Limits, NoLimitInForce

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule asks once in a case, and whether it was done."""

    rule: Rule
    to_do: str
    """Such as "Offer victim 1 support"."""
    side: Side
    since: date
    """Day 0 of the limit."""
    done_on: date | None = None
    """When it was done, or was no longer asked; None while it is open."""
    about: About = WHOLE_CASE
    due_on: date | None = None
    """The last day in time, inclusive, where the case itself sets one; None: the rule’s limit."""


def dues(asked: Iterable[Asked], limits: Limits) -> Iterator[Due]:
    """What is open of it. Nothing where the rule has a limit and none is in force for that day."""
    for one in asked:
        if one.done_on is None and _applies(one, limits):
            last = last_day(one, limits)
            yield Due(one.rule, one.to_do, one.side, one.since, last, one.about)


def breaches(asked: Iterable[Asked], limits: Limits, on: date) -> Iterator[Breach]:
    """What of it is late at the end of a day, or was done late."""
    for one in asked:
        last = last_day(one, limits)
        if last is None or (one.done_on or on) <= last:
            continue
        words = (
            f"“{one.to_do}” was due by {in_words(last)} and stood open until "
            f"{in_words(one.done_on)}."
            if one.done_on
            else f"“{one.to_do}” was due by {in_words(last)} and is not done."
        )
        yield Breach(one.rule, words, last + _DAY, one.about, is_open=one.done_on is None)


def last_day(asked: Asked, limits: Limits) -> date | None:
    """The last day in time, inclusive; None where there is no limit."""
    if asked.due_on or not asked.rule.limit:
        return asked.due_on
    return last_day_under(limits, asked.rule.limit, asked.since)


def last_day_under(limits: Limits, code: str, start: date) -> date | None:
    """The last day in time, inclusive, under a limit of this code; None where none is in force for
    that day 0."""
    try:
        return limits.in_force(code, start).last_day(start)
    except NoLimitInForce:
        return None


def earliest(*days: date | None) -> date | None:
    """The earliest of those days that are known; None where none is."""
    return min((day for day in days if day is not None), default=None)


def in_words(day: date) -> str:
    """Such as "3 March 2026"."""
    return f"{day.day} {day:%B %Y}"


def _applies(asked: Asked, limits: Limits) -> bool:
    return not asked.rule.limit or last_day(asked, limits) is not None
