"""The sheet that a chart is drawn on: a title and a foot in words, and room for figures between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.charts.labels import lines_of
from answerable.charts.picture import Words
from answerable.charts.style import FAINT, INK, MEASURES, QUIET, Measures, Size

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_PIXELS = 72
"""Of an inch, in the files of matplotlib: one unit of a file is one pixel."""
_LEADING = 1.3


@dataclass(frozen=True, slots=True)
class Room:
    """How much a chart needs around its figures, in pixels."""

    height: int
    """Of the figures themselves."""
    left: float
    right: float
    above: float = 0
    below: float = 24


class Sheet:
    """A sheet with its words, and one place for figures, or several."""

    def __init__(self, words: Words, size: Size, room: Room) -> None:
        from matplotlib.figure import Figure as Drawn

        self.measures: Measures = MEASURES[size]
        self.room = room
        one = self.measures
        inner = one.width - 2 * one.margin
        title = lines_of(words.title, one.title, inner, is_bold=True)
        axis = lines_of(words.axis, one.text, inner)
        foot = lines_of(words.source, one.small, inner)
        head = one.margin + (len(title) * one.title + len(axis) * one.text) * _LEADING + 10
        feet = len(foot) * one.small * _LEADING + one.margin
        self.height = round(head + room.above + room.height + room.below + feet)
        self.top = head + room.above
        """Where the figures begin, from above."""
        self.figure: Figure = Drawn(
            figsize=(one.width / _PIXELS, self.height / _PIXELS), dpi=_PIXELS
        )
        y = one.margin + one.title
        y = self._lines(title, y, one.title, is_bold=True)
        self._lines(axis, y, one.text)
        self._lines(foot, self.height - feet + one.small, one.small, colour=QUIET)

    def _lines(
        self,
        lines: Sequence[str],
        y: float,
        size: float,
        *,
        is_bold: bool = False,
        colour: str = INK,
    ) -> float:
        for line in lines:
            self.write(self.measures.margin, y, line, size=size, is_bold=is_bold, colour=colour)
            y += size * _LEADING
        return y

    def write(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float | None = None,
        is_bold: bool = False,
        colour: str = INK,
        align: str = "left",
    ) -> None:
        """Words with their base line at a place, in pixels from the upper left corner."""
        self.figure.text(
            x / self.measures.width,
            1 - y / self.height,
            words,
            fontsize=size or self.measures.small,
            fontweight="bold" if is_bold else "normal",
            color=colour,
            ha=align,
            va="baseline",
        )

    def place(self, *, left: float, top: float, width: float, height: float) -> Axes:
        """A place for figures, in pixels from the upper left corner."""
        axes = self.figure.add_axes(
            (
                left / self.measures.width,
                1 - (top + height) / self.height,
                width / self.measures.width,
                height / self.height,
            )
        )
        axes.tick_params(labelsize=self.measures.small, length=4)
        axes.set_axisbelow(True)
        return axes

    @property
    def width(self) -> float:
        """Of the figures, in pixels."""
        return self.measures.width - self.room.left - self.room.right

    def figures(self) -> Axes:
        """The one place for figures, with lines across for reading them off."""
        axes = self.place(
            left=self.room.left, top=self.top, width=self.width, height=self.room.height
        )
        axes.grid(axis="y", color=FAINT, linewidth=0.6)
        axes.spines["left"].set_visible(False)
        axes.tick_params(axis="y", length=0)
        return axes
