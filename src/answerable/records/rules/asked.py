"""Something that a rule asks within a limit: due until it is done, late after its last day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.records.event import Side
from answerable.records.rules.rule import WHOLE_CASE, About, Breach, Due, Rule, in_words
from answerable.statute.limits import Limits, NoLimitInForce


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule with a limit asks in one case of one side."""

    rule: Rule
    words: str
    """What is to be done, as `Due.words`."""
    side: Side
    since: date
    """Day 0 of the limit."""
    done_on: date | None
    """When it was done; None where it has not been."""
    about: About = WHOLE_CASE


def last_day(asked: Asked, limits: Limits) -> date | None:
    """The last day in time; None where no limit governs its day 0: nothing is then due or late."""
    try:
        return limits.in_force(asked.rule.limit, asked.since).last_day(asked.since)
    except NoLimitInForce:
        return None


def due(everything: Iterable[Asked], limits: Limits, on: date) -> Iterator[Due]:
    """What has not been done by the end of a day, late or not."""
    for asked in everything:
        last = last_day(asked, limits)
        if last and asked.since <= on and (asked.done_on is None or asked.done_on > on):
            yield Due(asked.rule, asked.words, asked.side, asked.since, last, asked.about)


def late(everything: Iterable[Asked], limits: Limits, on: date) -> Iterator[Breach]:
    """What was not done by its last day: open until it is done, and a breach for ever."""
    for asked in everything:
        last = last_day(asked, limits)
        done = asked.done_on if asked.done_on and asked.done_on <= on else None
        if last is None or (done or on) <= last:
            continue
        became = f"was done on {in_words(done)}" if done else "has not been done"
        yield Breach(
            asked.rule,
            f"{asked.words}: it was due by {in_words(last)} and {became}.",
            last + timedelta(days=1),
            asked.about,
            is_open=done is None,
        )
