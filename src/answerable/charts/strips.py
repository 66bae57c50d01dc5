"""Signals above the figures: a line over the points that each is made of, with words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.charts.labels import width_of
from answerable.charts.sheet import Sheet
from answerable.charts.style import INK

ROW = 19
"""Pixels of one line of signals."""
_BESIDE = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands above some points."""

    first: float
    last: float
    """From where to where, in pixels from the left edge of the figures."""
    words: str
    colour: str = INK


def rows_of(marks: Sequence[Mark], width: float, size: float) -> list[list[tuple[Mark, float]]]:
    """Marks in as many rows as keep them out of each other, each with where its words begin.

    The row nearest to the figures is the first one.
    """
    rows: list[list[tuple[Mark, float]]] = []
    ends: list[float] = []
    for mark in sorted(marks, key=lambda one: one.first):
        long = width_of(mark.words, size)
        start = min(max((mark.first + mark.last - long) / 2, 0.0), max(width - long, 0.0))
        begins, ends_at = min(start, mark.first), max(start + long, mark.last)
        row = next((place for place, end in enumerate(ends) if end + _BESIDE <= begins), len(rows))
        if row == len(rows):
            rows.append([])
            ends.append(0.0)
        rows[row].append((mark, start))
        ends[row] = ends_at
    return rows


def draw(sheet: Sheet, rows: Sequence[Sequence[tuple[Mark, float]]]) -> None:
    """Marks above the figures of a sheet, which left room for them."""
    from matplotlib.lines import Line2D

    for place, row in enumerate(rows):
        y = sheet.top - 8 - ROW * place
        for mark, start in row:
            ends = [sheet.room.left + mark.first, sheet.room.left + mark.last]
            sheet.figure.add_artist(
                Line2D(
                    [one / sheet.measures.width for one in ends],
                    [1 - y / sheet.height] * 2,
                    color=mark.colour,
                    linewidth=2,
                    solid_capstyle="round",
                )
            )
            sheet.write(sheet.room.left + start, y - 4, mark.words, colour=mark.colour)
