"""Intervals of a share: Wilson, and the exact one of Clopper and Pearson.

Sources: Wilson, “Probable inference, the law of succession, and statistical inference”, 1927;
Clopper and Pearson, “The use of confidence or fiducial limits illustrated in the case of the
binomial”, 1934.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import exp, fsum, lgamma, log, sqrt
from typing import Final

from answerable.casereviews.sizes import CONFIDENCE, quantile

_HALVINGS: Final = 60


class Method(StrEnum):
    """How an interval is made."""

    WILSON = "wilson"
    CLOPPER_PEARSON = "clopper_pearson"

    @property
    def label(self) -> str:
        return "Wilson" if self is Method.WILSON else "Clopper-Pearson (exact, wider)"


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where a share may lie."""

    low: float
    high: float


def wilson(share: float, size: float, *, confidence: float = CONFIDENCE) -> Interval:
    """The interval of Wilson, without correction for continuity.

    Args:
        share: as estimated, from 0 to 1.
        size: files behind it; need not be whole where they count with weights. More than 0.
    """
    squared = quantile(confidence) ** 2
    centre = (share + squared / (2 * size)) / (1 + squared / size)
    spread = sqrt(squared * (share * (1 - share) / size + squared / (4 * size**2)))
    half = spread / (1 + squared / size)
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


def clopper_pearson(count: int, size: int, *, confidence: float = CONFIDENCE) -> Interval:
    """The exact interval of a binomial share: covers at least as often as it says.

    Args:
        count: files of which it is true.
        size: files altogether, at least 1.
    """
    outside = (1 - confidence) / 2
    low = _crossing(lambda share: 1 - _at_most(count - 1, size, share) > outside) if count else 0.0
    high = _crossing(lambda share: _at_most(count, size, share) < outside) if count < size else 1.0
    return Interval(low, high)


def _crossing(is_beyond: Callable[[float], bool]) -> float:
    """The share from which on something is true."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_beyond(middle) else (middle, high)
    return (low + high) / 2


def _at_most(count: int, size: int, share: float) -> float:
    """How likely so many or fewer are drawn from files of which a share is such."""
    if share <= 0.0:
        return 1.0
    if share >= 1.0:
        return 1.0 if count >= size else 0.0
    return fsum(
        exp(
            lgamma(size + 1)
            - lgamma(one + 1)
            - lgamma(size - one + 1)
            + one * log(share)
            + (size - one) * log(1 - share)
        )
        for one in range(count + 1)
    )
