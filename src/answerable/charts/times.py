"""Times along the foot of a chart: what they are called there, and how many fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from answerable.charts.labels import width_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BESIDE = 10
"""Pixels between two names."""


def called(name: str) -> str:
    """What a time is called on a chart, in two lines where it has two parts."""
    if name[4:5] == "-":
        return f"{date(int(name[:4]), int(name[5:]), 1):%b}\n{name[:4]}"
    year, _, quarter = name.partition(" ")
    return f"{quarter}\n{year}" if quarter else year


def mark_times(axes: Axes, names: Sequence[str], width: float, size: float) -> None:
    """As many names beneath the points as fit, the last one always among them.

    Args:
        width: of the place, in pixels; `size`: of the names.
    """
    widest = max(width_of(line, size) for name in names for line in called(name).split("\n"))
    every = max(1, ceil(len(names) * (widest + _BESIDE) / width))
    places = list(range(len(names) - 1, -1, -every))
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_xticks(places, [called(names[place]) for place in places])
