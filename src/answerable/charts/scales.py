"""Scales of shares: from where to where, and what stands at their marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from answerable.charts.picture import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BESIDE = 0.06
"""How much room lies beyond the figures, as a part of their range."""
_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
_MOST_MARKS = 6


def scale_shares(axes: Axes, shares: Sequence[float], *, across: bool = False) -> None:
    """A scale that holds some shares and goes nowhere below 0% or above 100%.

    Args:
        across: from left to right, and not upwards.
    """
    low, high = min(shares), max(shares)
    beside = max(high - low, 0.02) * _BESIDE
    low, high = max(0.0, low - beside), min(1.0, high + beside)
    step = next(
        (one for one in _STEPS if high // one - -(-low // one) + 1 <= _MOST_MARKS), _STEPS[-1]
    )
    first = -(-low // step)
    marks = [place * step for place in range(int(first), int(high / step + 1e-9) + 1)]
    edge = (high - low) * 0.02
    set_limits, set_marks = (
        (axes.set_xlim, axes.set_xticks) if across else (axes.set_ylim, axes.set_yticks)
    )
    set_limits(low - edge, high + edge)
    set_marks(marks, [percent(round(one, 6)) for one in marks])
