"""Process behaviour charts (XmR): whether a figure changed, or only varies as it always does.

The rules are those of the NHS’s “Making Data Count”, as the package NHSRplotthedots has them:
https://github.com/nhs-r-community/NHSRplotthedots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from answerable.measures.definition import Good

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
    """Two of three points in a row in the outer third, on the same side; more where such points
    follow each other."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Points that chance alone hardly gives."""

    rule: Rule
    points: tuple[int, ...]
    """Their places, from 0."""
    is_high: bool
    """Above the mean, or rising."""


@dataclass(frozen=True, slots=True)
class Rebase:
    """From where on limits are worked out anew, because something is known to have changed."""

    at: int
    """The place of the first point after the change, from 0."""
    reason: str
    """What changed, in words that a reader can check."""


@dataclass(frozen=True, slots=True)
class Part:
    """Points that share a mean and limits."""

    first: int
    last: int
    """The places of its first and its last point, from 0."""
    mean: float
    low: float
    high: float
    reason: str
    """Why it has limits of its own; "" for the first part."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A row of figures with its mean and limits, part by part."""

    values: tuple[float, ...]
    parts: tuple[Part, ...]
    signals: tuple[Signal, ...]

    @property
    def mean(self) -> float:
        """The mean of the latest part."""
        return self.parts[-1].mean

    @property
    def low(self) -> float:
        """The lower limit of the latest part."""
        return self.parts[-1].low

    @property
    def high(self) -> float:
        """The upper limit of the latest part."""
        return self.parts[-1].high

    @property
    def is_short(self) -> bool:
        """Whether some part has too few points for its limits to say much."""
        return any(one.last - one.first + 1 < ENOUGH_POINTS for one in self.parts)

    def sentence(self, names: Sequence[str], good: Good = Good.NEITHER) -> str:
        """What the chart says, in words.

        Args:
            names: what each point is called, such as "2026-03".
            good: in which direction a figure improves.
        """
        if not self.signals:
            found = "Nothing shows but the variation that is usual here."
        else:
            found = " ".join(f"{_told(one, names)}{_worth(one, good)}." for one in self.signals)
        why = "".join(
            f" Limits are worked out anew from {names[one.first]}: {one.reason}"
            for one in self.parts[1:]
        )
        few = f" With fewer than {ENOUGH_POINTS} points this says little." if self.is_short else ""
        return f"{found}{why}{few}"


class TooFewPoints(ValueError):
    """A chart, and every part of it, needs two points at least."""


class NotARebase(ValueError):
    """Limits cannot be worked out anew there, or nobody said why."""


def chart(values: Sequence[float], rebases: Sequence[Rebase] = ()) -> Chart:
    """The mean of a row of figures without gaps, its limits, and every signal in it.

    Limits are not cut off at 0 or 1: whoever draws them does that, and says so. Signals are looked
    for within each part, never across a change.

    Args:
        rebases: where limits are worked out anew, in order. Not because of the figures: because of
            what is known to have happened.

    Raises:
        TooFewPoints: there are fewer than two, in all or in a part.
        NotARebase: one has no reason, or stands outside the row or out of order.
    """
    _check(values, rebases)
    starts = [0, *(one.at for one in rebases)]
    ends = [*(one.at for one in rebases), len(values)]
    reasons = ["", *(one.reason.strip() for one in rebases)]
    found = [
        _part(values[first:end], first, reason)
        for first, end, reason in zip(starts, ends, reasons, strict=True)
    ]
    return Chart(
        tuple(values),
        tuple(part for part, _ in found),
        tuple(one for _, some in found for one in some),
    )


def _check(values: Sequence[float], rebases: Sequence[Rebase]) -> None:
    places = [0, *(one.at for one in rebases), len(values)]
    if any(after <= before for before, after in pairwise(places)) and rebases:
        raise NotARebase("Limits are worked out anew at points of the row, one after another.")
    if any(after - before < 2 for before, after in pairwise(places)):
        raise TooFewPoints("A chart needs two points at least. Take a longer time.")
    if not all(one.reason.strip() for one in rebases):
        raise NotARebase("Say what changed: limits are worked out anew for a known reason alone.")


def _part(values: Sequence[float], first: int, reason: str) -> tuple[Part, list[Signal]]:
    mean = sum(values) / len(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    spread = sum(ranges) / len(ranges)
    signals = (
        *_outside(values, mean, LIMIT * spread),
        *_shifts(values, mean),
        *_trends(values),
        *_near(values, mean, NEAR * spread),
    )
    width = LIMIT * spread
    part = Part(first, first + len(values) - 1, mean, mean - width, mean + width, reason)
    return part, [
        replace(one, points=tuple(first + place for place in one.points)) for one in signals
    ]


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
    """One signal for points that follow each other so: the third may lie before them or after."""
    sides = [_way(value - mean) if abs(value - mean) > width else 0 for value in values]
    for way in (1, -1):
        run: list[int] = []
        for place in range(len(values) - 2):
            found = [one for one in range(place, place + 3) if sides[one] == way]
            if len(found) >= 2 and run and found[0] > run[-1]:
                yield Signal(Rule.NEAR_LIMIT, tuple(run), is_high=way > 0)
                run = []
            if len(found) >= 2:
                run += [one for one in found if one not in run]
        if run:
            yield Signal(Rule.NEAR_LIMIT, tuple(run), is_high=way > 0)


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
    many = len(signal.points)
    match signal.rule:
        case Rule.OUTSIDE:
            return f"{first} lies {_side(signal, 'above the upper', 'below the lower')} limit"
        case Rule.SHIFT:
            side = _side(signal, "above", "below")
            return f"{many} points in a row, from {first} to {last}, lie {side} the mean"
        case Rule.TREND:
            way = _side(signal, "rise", "fall")
            return f"{many} points in a row, from {first} to {last}, {way}"
        case Rule.NEAR_LIMIT:
            side = _side(signal, "upper", "lower")
            if many == 2:
                return f"Of three points in a row {first} and {last} lie near the {side} limit"
            return f"{many} points lie near the {side} limit, from {first} to {last}"


def _side(signal: Signal, high: str, low: str) -> str:
    return high if signal.is_high else low


def _worth(signal: Signal, good: Good) -> str:
    if good is Good.NEITHER:
        return ""
    return ": an improvement" if signal.is_high is (good is Good.HIGHER) else ": a concern"
