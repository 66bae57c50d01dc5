"""What a sample says of all files: shares with the weights of the design, and their intervals.

The share is a ratio of two weighted sums, since a question applies to some files only. Its variance
is linearised, stratum by stratum, with the correction for a finite population. The interval is that
of a simple sample which would be as precise: of the effective size.

Sources: Cochran, “Sampling Techniques”, 1977, section 6.11 (ratio in a stratified sample); Korn and
Graubard, “Confidence intervals for proportions with small expected number of positive counts
estimated from survey data”, 1998 (effective size).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from answerable.casereviews.intervals import Interval, Method, clopper_pearson, wilson
from answerable.casereviews.sizes import CONFIDENCE


class UnusableCounts(ValueError):
    """The counts of a stratum contradict each other; the message says which."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found in the drawn files of one stratum."""

    population: int
    """Files of the stratum in the frame."""
    drawn: int
    """Files drawn from it, whatever became of them."""
    applies: int
    """Of those, the files to which the question applies."""
    met: int
    """Of those, the files of which it is true."""

    def __post_init__(self) -> None:
        if not 0 <= self.met <= self.applies <= self.drawn <= self.population or not self.drawn:
            raise UnusableCounts(f"These counts contradict each other: {self}.")

    @property
    def weight(self) -> float:
        """How many files each drawn one stands for."""
        return self.population / self.drawn

    @property
    def left(self) -> float:
        """The share of the stratum that was not drawn: none is left to chance where all were."""
        return 1 - self.drawn / self.population


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share of all files to which a question applies."""

    share: float
    interval: Interval
    applies: int
    """Drawn files to which it applies."""
    met: int
    """Of those, the ones of which it is true."""
    effective: float
    """Files of a simple sample that would say as much; infinite where all files were drawn."""


def estimated(
    strata: Iterable[Counted],
    *,
    confidence: float = CONFIDENCE,
    method: Method = Method.WILSON,
) -> Estimate | None:
    """The share of files, over strata, of which something is true among those it applies to.

    Returns:
        None where no drawn file is one to which it applies.
    """
    counted = list(strata)
    applying = sum(one.weight * one.applies for one in counted)
    if not applying:
        return None
    share = sum(one.weight * one.met for one in counted) / applying
    effective = _effective(counted, share, applying)
    return Estimate(
        share=share,
        interval=_interval(share, effective, confidence, method),
        applies=sum(one.applies for one in counted),
        met=sum(one.met for one in counted),
        effective=effective,
    )


def _effective(counted: list[Counted], share: float, applying: float) -> float:
    """The size of a simple sample that would be as precise; at most what the weights allow.

    Without that limit, strata in which all drawn files happen to be alike would seem to be known
    exactly, and intervals would cover too seldom (`python3 run.py prove sampling`).
    """
    spread = sum(one.weight**2 * one.applies * one.left for one in counted)
    if not spread:
        return float("inf")
    by_weights = applying**2 / spread
    variance = sum(_variance(one, share) for one in counted) / applying**2
    return min(by_weights, share * (1 - share) / variance) if variance > 0 else by_weights


def _variance(one: Counted, share: float) -> float:
    """What one stratum adds to the variance of the weighted sum of residuals."""
    if one.drawn < 2:
        return 0.0
    total = one.met - share * one.applies
    squares = one.met * (1 - share) ** 2 + (one.applies - one.met) * share**2
    spread = (squares - total**2 / one.drawn) / (one.drawn - 1)
    return one.population**2 * one.left * spread / one.drawn


def _interval(share: float, effective: float, confidence: float, method: Method) -> Interval:
    if effective == float("inf"):
        return Interval(share, share)
    if method is Method.WILSON:
        return wilson(share, effective, confidence=confidence)
    # Rounded outwards, so that it covers at least as often as it says.
    size = max(1, floor(effective))
    low = clopper_pearson(floor(share * size + 1e-9), size, confidence=confidence).low
    high = clopper_pearson(ceil(share * size - 1e-9), size, confidence=confidence).high
    return Interval(low, high)
