"""A disagreement between police and prosecutors ends within its limit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.disagreement import DisagreementRaised, DisagreementResolved
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked, in_words
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits

RESOLVE = Rule(
    code="resolve_disagreement",
    asks="A disagreement between police and prosecutors is resolved, at whatever level",
    citation="recommendation 5 of the joint inspection of July 2021",
    confidence=Confidence.CONFIRMED,
    recommendation=5,
    limit="resolve_disagreement",
)


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """A disagreement does not end twice."""
    event = recorded.event
    if not isinstance(event, DisagreementResolved):
        return
    for _, one in file.of(DisagreementResolved):
        if _same(file, one.disagreement, event.disagreement):
            yield (
                f"This disagreement ended already, on {in_words(one.on)}. Record a new one, or put "
                "that right."
            )


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """Disagreements that lasted beyond their limit, ended since or not."""
    yield from asked.breaches(_asked(file), limits, on)


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """Disagreements that have not ended."""
    yield from asked.dues(_asked(file), limits)


def _asked(file: CaseFile) -> Iterator[Asked]:
    """Each from the day on which it was raised: going up a level starts no limit afresh."""
    for number, raised in file.of(DisagreementRaised):
        ended_on = next(
            (
                one.on
                for _, one in file.of(DisagreementResolved)
                if _same(file, one.disagreement, number)
            ),
            None,
        )
        yield Asked(
            rule=RESOLVE,
            to_do=f"Resolve the disagreement of {in_words(raised.on)}, or take it up a level",
            side=Side.CPS if raised.raised_by is Side.POLICE else Side.POLICE,
            since=raised.on,
            done_on=ended_on,
            about=About(event=number),
        )


def _same(file: CaseFile, one: int, other: int) -> bool:
    return file.standing_number(one) == file.standing_number(other)


RULES = (RESOLVE,)
