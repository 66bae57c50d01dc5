"""Funnel plots: which units differ from the rest by more than chance gives, each by its size.

Spiegelhalter, D. J. (2005), Funnel plots for comparing institutional performance, Statistics in
Medicine 24, 1185-1202: exact binomial limits, interpolated between counts so that they are smooth
(appendix A.1.1), and limits that are wider where units differ among themselves by more than chance
(section 4: winsorised, multiplicative).

The upper limit is the lower one of those that were not counted. So a unit lies beyond a limit just
where chance gives what it did, or more, less often than the limit says; one that did all of little
never lies beyond.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p, sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

TAIL_95 = 0.025
TAIL_998 = 0.001
"""What chance gives beyond each limit, on one side."""
_Z = {TAIL_95: 1.959963984540054, TAIL_998: 3.090232306167813}
WINSORISED = 0.1
"""The share of units at each end whose distance counts as that of the next."""
ENOUGH_UNITS = 10
"""With fewer, how units differ among themselves cannot be told from what is looked for."""


class NoFunnel(ValueError):
    """There is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one unit did."""

    name: str
    numerator: int
    denominator: int

    @property
    def share(self) -> float:
        """The share of the unit."""
        return self.numerator / self.denominator


@dataclass(frozen=True, slots=True)
class Limits:
    """What chance gives to a unit of one size."""

    low_95: float
    high_95: float
    low_998: float
    high_998: float


@dataclass(frozen=True, slots=True)
class Funnel:
    """Units beside the share of all of them, with limits for every size."""

    units: tuple[Unit, ...]
    """In the order of their sizes, largest first."""
    target: float
    """The share of all units together."""
    dispersion: float
    """How many times as far apart as chance gives units lie, squared; about 1: no further."""

    @property
    def is_overdispersed(self) -> bool:
        """Whether units differ among themselves by more than chance, so that limits are wider."""
        many = len(self.units)
        return many >= ENOUGH_UNITS and self.dispersion > 1 + 2 * sqrt(2 / many)

    def limits(self, denominator: int) -> Limits:
        """The limits for a unit of a size."""
        ends = [end for tail in (TAIL_95, TAIL_998) for end in self._ends(denominator, tail)]
        return Limits(*ends)

    def _ends(self, denominator: int, tail: float) -> tuple[float, float]:
        if self.is_overdispersed:
            wide = sqrt(self.dispersion * self.target * (1 - self.target) / denominator)
            return (
                max(0.0, self.target - _Z[tail] * wide),
                min(1.0, self.target + _Z[tail] * wide),
            )
        return (
            exact(denominator, self.target, tail),
            1 - exact(denominator, 1 - self.target, tail),
        )

    def outside(self) -> Iterator[tuple[Unit, bool, bool]]:
        """Units beyond their 95% limits, each with whether it is high, and whether it is beyond
        the 99.8% limits too."""
        for unit in self.units:
            limits = self.limits(unit.denominator)
            is_high = unit.share > limits.high_95
            if is_high or unit.share < limits.low_95:
                is_far = unit.share > limits.high_998 or unit.share < limits.low_998
                yield unit, is_high, is_far

    def sentence(self) -> str:
        """What the plot says, in words."""
        found = list(self.outside())
        far = [_named(unit, is_high=is_high) for unit, is_high, is_far in found if is_far]
        near = [_named(unit, is_high=is_high) for unit, is_high, is_far in found if not is_far]
        told = [f"Of all together it is {100 * self.target:.1f}%."]
        if far:
            told.append(f"Beyond what chance gives to 998 of 1,000: {', '.join(far)}.")
        if near:
            told.append(
                f"Beyond what it gives to 95 of 100: {', '.join(near)}. About 1 of 20 lies there "
                "by chance."
            )
        if not found:
            told.append("No unit differs from it by more than chance gives.")
        if self.is_overdispersed:
            told.append(
                "Units differ among themselves by more than chance gives, so the limits are wider."
            )
        return " ".join(told)


def funnel(counts: Mapping[str, tuple[int, int]]) -> Funnel:
    """Units beside the share of all together.

    Args:
        counts: for each unit how many of how many.

    Raises:
        NoFunnel: fewer than two units have a denominator.
    """
    units = [Unit(name, *of) for name, of in counts.items() if of[1]]
    if len(units) < 2:
        raise NoFunnel("A funnel plot compares two units at least that were asked something.")
    units.sort(key=lambda unit: -unit.denominator)
    target = sum(one.numerator for one in units) / sum(one.denominator for one in units)
    return Funnel(tuple(units), target, _dispersion(units, target))


def _dispersion(units: Sequence[Unit], target: float) -> float:
    if target in {0.0, 1.0}:
        return 0.0
    sizes = np.array([one.denominator for one in units], dtype=np.float64)
    shares = np.array([one.share for one in units])
    distances = (shares - target) / np.sqrt(target * (1 - target) / sizes)
    ends = np.quantile(distances, [WINSORISED, 1 - WINSORISED])
    return float(np.mean(np.clip(distances, *ends) ** 2))


def exact(denominator: int, share: float, below: float) -> float:
    """The share that a unit stays below with a chance, by the binomial distribution.

    Between two counts it is interpolated by their chances; never below 0.

    >>> round(exact(10, 0.5, 0.025), 4)
    0.1324
    """
    if share in {0.0, 1.0}:
        return share
    sums = _chances(denominator, share)
    count = min(int(np.searchsorted(sums, below, side="right")), denominator)
    before = sums[count - 1] if count else 0.0
    part = (sums[count] - below) / (sums[count] - before)
    return max(0.0, float(count - part) / denominator)


def _chances(denominator: int, share: float) -> NDArray[np.float64]:
    """The chance of at most each count, from 0."""
    counts = np.arange(denominator, dtype=np.float64)
    steps = np.log((denominator - counts) / (counts + 1)) + log(share) - log1p(-share)
    logs = denominator * log1p(-share) + np.concatenate(([0.0], np.cumsum(steps)))
    found: NDArray[np.float64] = np.cumsum(np.exp(logs))
    return found


def _named(unit: Unit, *, is_high: bool) -> str:
    return f"{unit.name} ({100 * unit.share:.1f}%, {'high' if is_high else 'low'})"
