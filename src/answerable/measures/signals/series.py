"""The figures of a measure in order of time, and whether they changed.

What is not mature is left out by rule: a time that has not ended, or in which something still runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from types import MappingProxyType
from typing import Any

from answerable.measures import behaviour
from answerable.measures.answer import Answer
from answerable.measures.behaviour import Rebase
from answerable.measures.definition import Definition
from answerable.measures.groups import TIMES, NoSuchBreakdown, last_day
from answerable.measures.running import Cut
from answerable.measures.signals.selecting import Where, answers_where
from answerable.measures.wording import time_in_words

FEW_A_TIME = 10
"""Where fewer are asked in the usual month, the share of a month says little."""
_MONTHS_A_YEAR = 12


class NoSeries(ValueError):
    """The figures are no row without gaps; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of a measure in order of time, without a gap, as far as they are mature."""

    definition: Definition
    every: str
    where: Where
    answers: tuple[Answer, ...]
    """One for each time, earliest first; somebody was asked in each."""
    left_out: tuple[str, ...]
    """The times that have not ended, or in which something still runs."""
    chart: behaviour.Chart

    @property
    def names(self) -> tuple[str, ...]:
        """What each time is called."""
        return tuple(str(one.group[self.every]) for one in self.answers)

    @property
    def sentence(self) -> str:
        """What the figures say, in words."""
        names = [time_in_words(one) for one in self.names]
        told = self.chart.sentence(names, self.definition.good)
        usual = median(one.denominator for one in self.answers)
        if usual < FEW_A_TIME:
            told += (
                f" The usual {self.every.replace('_', ' ')} has {usual:g} rows, which supports no "
                "share of its own: take longer times, or the days between events."
            )
        if self.left_out:
            first, last = (time_in_words(self.left_out[place]) for place in (0, -1))
            which = f"{first}" if first == last else f"{len(self.left_out)} from {first} to {last}"
            told += f" Not mature yet, and left out: {which}."
        return told

    def as_row(self) -> dict[str, Any]:
        """The series as plain data, as other programs read it."""
        first = self.answers[0]
        return {
            "measure": first.measure,
            "version": first.version,
            "kind": "behaviour",
            "every": self.every,
            "where": dict(self.where),
            "points": [
                {
                    "at": name,
                    "numerator": one.numerator,
                    "denominator": one.denominator,
                    "recorded_rate": one.recorded_rate,
                }
                for name, one in zip(self.names, self.answers, strict=True)
            ],
            "parts": [
                {
                    "from": self.names[one.first],
                    "to": self.names[one.last],
                    "mean": one.mean,
                    "low": one.low,
                    "high": one.high,
                    "reason": one.reason,
                }
                for one in self.chart.parts
            ],
            "signals": [
                {
                    "rule": one.rule.value,
                    "at": [self.names[place] for place in one.points],
                    "is_high": one.is_high,
                }
                for one in self.chart.signals
            ],
            "left_out": list(self.left_out),
            "sentence": self.sentence,
            "as_of": first.as_of.isoformat(),
            "cut": first.cut,
        }


def series(
    cut: Cut,
    definition: Definition,
    every: str = "month",
    where: Where | None = None,
    rebases: Mapping[str, str] | None = None,
) -> Series:
    """The recorded rate of a measure in order of time, with its signals.

    Args:
        every: the time of a point, a name of `groups.TIMES`.
        where: only rows for which breakdowns are this.
        rebases: where limits are worked out anew: the first time after a change, and what changed.

    Raises:
        NoSeries: a time in the middle has nobody, or a rebase names a time that there is not.
        NoSuchBreakdown: the measure cannot be broken down so.
        TooFewPoints: there are fewer than two. `NotARebase`: a rebase says no reason.
    """
    where = where or {}
    if every not in TIMES:
        raise NoSuchBreakdown(f"{every!r} is no time. Choose among: {', '.join(TIMES)}.")
    found = {
        str(one.group[every]): one
        for one in answers_where(cut, definition, every, where)
        if one.group[every] is not None
    }
    mature = {
        name: one
        for name, one in found.items()
        if not one.pending and last_day(name, every) <= cut.as_of
    }
    return in_order(
        definition,
        every,
        [one for one in mature.values() if one.denominator],
        where=where,
        left_out=[name for name in found if name not in mature],
        rebases=rebases or {},
    )


def in_order(
    definition: Definition,
    every: str,
    kept: Sequence[Answer],
    *,
    where: Where = MappingProxyType({}),
    left_out: Sequence[str] = (),
    rebases: Mapping[str, str] = MappingProxyType({}),
) -> Series:
    """A series of answers that are there already, one for each time.

    Args:
        every, where, rebases: as in `series`.
        kept: earliest first; somebody was asked in each.
        left_out: the times that are not mature.

    Raises:
        NoSeries, TooFewPoints, NotARebase: as in `series`.
    """
    if len(kept) < 2:
        raise behaviour.TooFewPoints("A chart needs two points at least. Take a longer time.")
    names = [str(one.group[every]) for one in kept]
    _check_whole(names, every)
    placed_rebases = [Rebase(_place(name, names), why) for name, why in rebases.items()]
    return Series(
        definition=definition,
        every=every,
        where=where,
        answers=tuple(kept),
        left_out=tuple(left_out),
        chart=behaviour.chart(
            [one.numerator / one.denominator for one in kept],
            sorted(placed_rebases, key=lambda one: one.at),
        ),
    )


def _place(name: str, names: Sequence[str]) -> int:
    if name not in names:
        raise NoSeries(
            f"Limits cannot be worked out anew from {name!r}: there is no such point. Choose among "
            f"{names[0]} to {names[-1]}."
        )
    return names.index(name)


def _check_whole(names: Sequence[str], every: str) -> None:
    """Refuses a row of times of which one in the middle is missing."""
    places = [_place_in_time(name, every) for name in names]
    for earlier, later, name in zip(places, places[1:], names, strict=False):
        if later != earlier + 1:
            raise NoSeries(
                f"There is no figure for the {every.replace('_', ' ')} after "
                f"{time_in_words(name)}: nobody was asked, or something still runs. A chart has no "
                "gaps: take longer times, or the days between events."
            )


def _place_in_time(name: str, every: str) -> int:
    """The number of a time among all of its kind."""
    first = int(name[:4])
    if every == "month":
        return first * _MONTHS_A_YEAR + int(name[5:])
    return first * 4 + int(name[-1]) if every == "quarter" else first
