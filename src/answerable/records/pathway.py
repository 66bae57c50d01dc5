"""How well disagreements between police and prosecutors are resolved: the figures of a period.

Recommendation 5 asks that this be reviewed from time to time. This is what such a review begins
with: counts, never a judgement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.disagreement import (
    DisagreementEscalated,
    DisagreementRaised,
    DisagreementResolved,
)
from answerable.records.rules.asked import last_day_under
from answerable.records.rules.disagreement import RESOLVE
from answerable.statute.limits import Limits


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One disagreement, from the day on which it was raised to its end."""

    case: int
    number: int
    raised: DisagreementRaised
    due_on: date | None
    """The last day in time, inclusive; None where no limit was in force."""
    ended: DisagreementResolved | None
    highest_level: int
    """The highest level that it came to."""


@dataclass(frozen=True, slots=True)
class Pathway:
    """Every disagreement that was raised in a period, as they stood at the end of a day."""

    as_at: date
    raised: tuple[Disagreement, ...]
    """The denominator of each count."""

    @property
    def resolved_in_time(self) -> int:
        """Ended by the last day."""
        return sum(
            one.ended is not None and one.due_on is not None and one.ended.on <= one.due_on
            for one in self.raised
        )

    @property
    def resolved_late(self) -> int:
        """Ended after the last day."""
        return sum(
            one.ended is not None and one.due_on is not None and one.ended.on > one.due_on
            for one in self.raised
        )

    @property
    def resolved_without_limit(self) -> int:
        """Ended, where no limit was in force."""
        return sum(one.ended is not None and one.due_on is None for one in self.raised)

    @property
    def open_beyond_limit(self) -> int:
        """Not ended, and past the last day."""
        return sum(
            one.ended is None and one.due_on is not None and one.due_on < self.as_at
            for one in self.raised
        )

    @property
    def still_open(self) -> int:
        """Not ended, past the last day or not."""
        return sum(one.ended is None for one in self.raised)

    @property
    def changed(self) -> int:
        """Ended with a change of what they were about."""
        return sum(one.ended is not None and one.ended.decision_changed for one in self.raised)

    @property
    def by_level(self) -> dict[int, int]:
        """How many came to each level at the highest, lowest level first."""
        return dict(sorted(Counter(one.highest_level for one in self.raised).items()))

    def remarks(self) -> Iterator[str]:
        """What a reader must know before taking the figures for good news."""
        if not self.raised:
            yield (
                "No disagreement was raised. That may mean agreement, or that nobody uses the "
                "pathway: ask those who work on cases."
            )
        elif not self.changed:
            yield "No disagreement changed anything. Look at the reasons, one by one."


def pathway(
    files: Iterable[tuple[CaseFile, Limits]], *, from_on: date, to_on: date, as_at: date
) -> Pathway:
    """The disagreements that were raised in a period.

    Args:
        files: each with the limits that count in its case.
        from_on: the first day of the period.
        to_on: its last day, inclusive.
        as_at: the day at whose end it is asked; what happened later is not seen.
    """
    found = [
        one
        for file, limits in files
        for one in _disagreements(file.as_at(as_at), limits)
        if from_on <= one.raised.on <= to_on
    ]
    return Pathway(as_at, tuple(found))


def _disagreements(file: CaseFile, limits: Limits) -> Iterator[Disagreement]:
    for number, raised in file.of(DisagreementRaised):
        ups = [
            one
            for _, one in file.of(DisagreementEscalated)
            if file.standing_number(one.disagreement) == number
        ]
        ends = [
            one
            for _, one in file.of(DisagreementResolved)
            if file.standing_number(one.disagreement) == number
        ]
        yield Disagreement(
            case=file.case,
            number=number,
            raised=raised,
            due_on=last_day_under(limits, RESOLVE.limit, raised.on),
            ended=ends[0] if ends else None,
            highest_level=max(
                [raised.level, *(one.level for one in ups), *(one.level for one in ends)]
            ),
        )
