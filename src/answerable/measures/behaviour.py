"""Process behaviour charts (XmR): whether a figure changed, or only varies as it always does.

The rules are those of the NHS’s “Making Data Count”, as the package NHSRplotthedots has them:
https://github.com/nhs-r-community/NHSRplotthedots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

LIMIT = 2.66
"""Times the mean moving range: three deviations, for ranges of two points (3 / 1.128)."""
NEAR = LIMIT * 2 / 3
RUN = 7
"""Points on one side of the mean, or in one direction, that chance hardly gives."""
ENOUGH_POINTS = 12
"""With fewer, limits say little."""


class Rule(StrEnum):
    """Why points are a signal."""

    OUTSIDE = "outside"
    """A point outside a limit."""
    SHIFT = "shift"
    """Seven points or more on one side of the mean."""
    TREND = "trend"
    """Seven points or more that all rise, or all fall."""
    NEAR_LIMIT = "near_limit"
    """Two of three points in the outer third, on the same side."""

    @property
    def words(self) -> str:
        """What happened, within a sentence."""
        return _WORDS[self]


_WORDS = {
    Rule.OUTSIDE: "lies outside the limits",
    Rule.SHIFT: f"{RUN} or more points in a row lie on one side of the mean",
    Rule.TREND: f"{RUN} or more points in a row go one way",
    Rule.NEAR_LIMIT: "two of three points in a row lie near one limit",
}


@dataclass(frozen=True, slots=True)
class Signal:
    """Points that chance alone hardly gives."""

    rule: Rule
    points: tuple[int, ...]
    """Their places, from 0."""
    is_high: bool
    """Above the mean, or rising."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A row of figures with its mean and limits."""

    values: tuple[float, ...]
    mean: float
    low: float
    high: float
    signals: tuple[Signal, ...]

    @property
    def is_short(self) -> bool:
        """Whether there are too few points for the limits to say much."""
        return len(self.values) < ENOUGH_POINTS

    def sentence(self, names: Sequence[str]) -> str:
        """What the chart says, in words.

        Args:
            names: what each point is called, such as "2026-03".
        """
        if not self.signals:
            found = "Nothing shows but the variation that is usual here"
        else:
            found = "; ".join(_told(one, names) for one in self.signals)
        few = f" With fewer than {ENOUGH_POINTS} points this says little." if self.is_short else ""
        return f"{found[0].upper()}{found[1:]}.{few}"


class TooFewPoints(ValueError):
    """A chart needs two points at least."""


def chart(values: Sequence[float]) -> Chart:
    """The mean of a row of figures without gaps, its limits, and every signal in it.

    Limits are not cut off at 0 or 1: whoever draws them does that, and says so.

    Raises:
        TooFewPoints: there are fewer than two.
    """
    if len(values) < 2:
        raise TooFewPoints("A chart needs two points at least. Take a longer time.")
    mean = sum(values) / len(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    spread = sum(ranges) / len(ranges)
    signals = (
        *_outside(values, mean, LIMIT * spread),
        *_shifts(values, mean),
        *_trends(values),
        *_near(values, mean, NEAR * spread),
    )
    return Chart(tuple(values), mean, mean - LIMIT * spread, mean + LIMIT * spread, tuple(signals))


def _outside(values: Sequence[float], mean: float, width: float) -> Iterator[Signal]:
    for place, value in enumerate(values):
        if abs(value - mean) > width:
            yield Signal(Rule.OUTSIDE, (place,), is_high=value > mean)


def _shifts(values: Sequence[float], mean: float) -> Iterator[Signal]:
    for places, way in _runs([_way(value - mean) for value in values]):
        if way and len(places) >= RUN:
            yield Signal(Rule.SHIFT, places, is_high=way > 0)


def _trends(values: Sequence[float]) -> Iterator[Signal]:
    for moves, way in _runs([_way(after - before) for before, after in pairwise(values)]):
        if way and len(moves) >= RUN - 1:
            yield Signal(Rule.TREND, (*moves, moves[-1] + 1), is_high=way > 0)


def _near(values: Sequence[float], mean: float, width: float) -> Iterator[Signal]:
    sides = [_way(value - mean) if abs(value - mean) > width else 0 for value in values]
    for place in range(len(values) - 1):
        # The last two may be two of three with the point before them.
        three = range(place, min(place + 3, len(values)))
        for way in (1, -1):
            found = tuple(one for one in three if sides[one] == way)
            if len(found) >= 2 and found[0] == place:
                yield Signal(Rule.NEAR_LIMIT, found, is_high=way > 0)


def _way(difference: float) -> int:
    return (difference > 0) - (difference < 0)


def _runs(ways: Sequence[int]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Places in a row with the same way."""
    run: list[int] = []
    for place, way in enumerate(ways):
        if run and ways[run[-1]] != way:
            yield tuple(run), ways[run[-1]]
            run = []
        run.append(place)
    if run:
        yield tuple(run), ways[run[-1]]


def _told(signal: Signal, names: Sequence[str]) -> str:
    first, last = names[signal.points[0]], names[signal.points[-1]]
    side = "up" if signal.is_high else "down"
    if signal.rule is Rule.OUTSIDE:
        return f"{first} {signal.rule.words} ({side})"
    return f"from {first} to {last} {signal.rule.words} ({side})"
