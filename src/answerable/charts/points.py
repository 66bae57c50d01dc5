"""Points with what each is a sign of, and the names of the lines that they lie between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from answerable.charts.labels import within
from answerable.charts.sheet import Sheet
from answerable.charts.style import MARKS, QUIET, SHAPES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_CLOSEST = 17
"""Pixels from one line of words to the next."""


def draw_points(
    axes: Axes, across: Sequence[float], upwards: Sequence[float], worths: Sequence[str]
) -> None:
    """Points, each in the shape and colour of what it is a sign of.

    Args:
        worths: of each point a name of `style.MARKS`.
    """
    for worth in dict.fromkeys(worths):
        places = [place for place, one in enumerate(worths) if one == worth]
        axes.plot(
            [across[place] for place in places],
            [upwards[place] for place in places],
            SHAPES[worth],
            color=MARKS[worth],
            markersize=5 if worth == "usual" else 7,
            markeredgecolor="white",
            markeredgewidth=0.6,
        )


def draw_row(axes: Axes, values: Sequence[float], worths: Sequence[str]) -> None:
    """Points one after another, with a line through all of them."""
    axes.plot(range(len(values)), values, color=QUIET, linewidth=1.2)
    draw_points(axes, range(len(values)), values, worths)


def name_lines(sheet: Sheet, axes: Axes, lines: Mapping[str, float]) -> None:
    """Names at the right of lines, each as near to its line as the others let it be.

    Args:
        lines: where each line is, by the scale of the figures. Blanks around a name are not shown.
    """
    low, high = axes.get_ylim()
    height = sheet.room.height
    wanted = [sheet.top + height * (high - at) / (high - low) for at in lines.values()]
    places = within(wanted, _CLOSEST, sheet.top, sheet.top + height)
    for name, y in zip(lines, places, strict=True):
        sheet.write(sheet.room.left + sheet.width + 6, y + 4, name.strip())
