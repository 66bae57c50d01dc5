"""The days between rows of a measure that stood in one way, where such rows are rare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from answerable.cuts.listed import day_number, day_of
from answerable.measures import rare
from answerable.measures.definition import Definition
from answerable.measures.groups import TIMES, NoSuchBreakdown
from answerable.measures.running import Cut, days
from answerable.measures.signals.selecting import Where
from answerable.measures.standing import Standing
from answerable.measures.wording import day_in_words


@dataclass(frozen=True, slots=True)
class Events:
    """The days on which rows of a measure stood in one way, and the gaps between them."""

    definition: Definition
    of: Standing
    where: Where
    on: tuple[date, ...]
    """In order; several on one day each have their own."""
    gaps: rare.Gaps
    as_of: date
    cut: str

    @property
    def names(self) -> tuple[str, ...]:
        """What each event is called."""
        return tuple(one.isoformat() for one in self.on)

    @property
    def sentence(self) -> str:
        """What the days between say, in words."""
        return self.gaps.sentence([day_in_words(one) for one in self.on])

    def as_row(self) -> dict[str, Any]:
        """The events as plain data, as other programs read it."""
        return {
            "measure": self.definition.name,
            "version": self.definition.version,
            "kind": "days_between",
            "of": self.of.name.lower(),
            "where": dict(self.where),
            "on": list(self.names),
            "days": list(self.gaps.days),
            "mean": self.gaps.mean,
            "low": self.gaps.low,
            "high": self.gaps.high,
            "open_days": self.gaps.open_days,
            "signals": [
                {
                    "rule": one.rule.value,
                    "from": self.names[one.points[0]],
                    "to": self.names[one.points[-1] + 1],
                    "is_rarer": one.is_high,
                }
                for one in self.gaps.signals
            ],
            "sentence": self.sentence,
            "as_of": self.as_of.isoformat(),
            "cut": self.cut,
        }


def events(
    cut: Cut, definition: Definition, of: Standing = Standing.MISSED, where: Where | None = None
) -> Events:
    """The days between rows of a measure that stood in one way, such as missed.

    Rows are dated as in every figure of the measure. Where something has a limit, nobody knows yet
    whether a row of the last days will be met or missed, so that the time since the last one says
    nothing and is not given.

    Raises:
        TooFewEvents: there are fewer than three.
        NoSuchBreakdown: the measure cannot be broken down so.
    """
    where = where or {}
    for name in set(where) & set(TIMES):
        raise NoSuchBreakdown(f"Days between events cross every {name}. Leave it out.")
    counts = days(cut, definition, of, tuple(where))
    wanted = {
        day: rows
        for (day, *cells), rows in counts.items()
        if [*map(str, cells)] == [*where.values()]
    }
    on = [day for day in sorted(wanted) for _ in range(wanted[day])]
    return Events(
        definition=definition,
        of=of,
        where=where,
        on=tuple(map(day_of, on)),
        gaps=rare.gaps(on, None if definition.clock else day_number(cut.as_of)),
        as_of=cut.as_of,
        cut=cut.digest,
    )
