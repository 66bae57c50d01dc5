"""Ruled tables: rules that cross each other make cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from answerable.documents.model import Box
from answerable.documents.readers.pdf.drawings import Edge
from answerable.documents.readers.pdf.fragments import Fragment

_SNAP: Final = 3.0
_MOST_EDGES: Final = 600
_FEWEST_RULES: Final = 3
_NARROWEST_GAP: Final = 5.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a ruled table, rows and columns counted from 0."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table, or a frame if it has one column."""

    box: Box
    cells: list[GridCell]

    @property
    def columns(self) -> int:
        return 1 + max(cell.column for cell in self.cells)


def grids_of(edges: Sequence[Edge], fragments: Sequence[Fragment]) -> list[Grid]:
    """The grids that the rules of a page draw, from top to bottom.

    Where there are only rules across, columns are told from the gaps between words.
    """
    across = [edge for edge in edges if not edge.upright]
    upright = [edge for edge in edges if edge.upright]
    if len(across) < 2:
        return []
    found = _crossed(edges) if len(upright) > 1 and len(edges) <= _MOST_EDGES else []
    free = [edge for edge in across if not any(_touches(grid.box, edge) for grid in found)]
    return sorted(found + _stacked(free, fragments), key=lambda grid: grid.box.top)


def _crossed(edges: Sequence[Edge]) -> list[Grid]:
    """Grids of rules that cross."""
    from pdfplumber.table import (
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    merged = merge_edges([_plumbed(edge) for edge in edges], _SNAP, _SNAP, _SNAP, _SNAP)
    if len(merged) > _MOST_EDGES:
        return []
    cells = intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP))
    return [_grid([Box(*cell) for cell in table]) for table in cells_to_tables(cells)]


def _plumbed(edge: Edge) -> dict[str, Any]:
    """A rule as pdfplumber describes it."""
    if edge.upright:
        place = {"x0": edge.place, "x1": edge.place, "top": edge.start, "bottom": edge.end}
    else:
        place = {"x0": edge.start, "x1": edge.end, "top": edge.place, "bottom": edge.place}
    return {
        **place,
        "width": place["x1"] - place["x0"],
        "height": place["bottom"] - place["top"],
        "orientation": "v" if edge.upright else "h",
        "object_type": "line",
    }


def _grid(boxes: list[Box]) -> Grid:
    tops = _levels(box.top for box in boxes)
    lefts = _levels(box.left for box in boxes)
    cells = [GridCell(_level(tops, box.top), _level(lefts, box.left), box) for box in boxes]
    return Grid(
        Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        ),
        sorted(cells, key=lambda cell: (cell.row, cell.column)),
    )


def _levels(places: Iterable[float]) -> list[float]:
    levels: list[float] = []
    for place in sorted(places):
        if not levels or place - levels[-1] > _SNAP:
            levels.append(place)
    return levels


def _level(levels: list[float], place: float) -> int:
    return max(index for index, level in enumerate(levels) if level <= place + 0.01)


def _touches(box: Box, edge: Edge) -> bool:
    return (
        box.top - _SNAP <= edge.place <= box.bottom + _SNAP
        and edge.start < box.right
        and edge.end > box.left
    )


def _stacked(across: Sequence[Edge], fragments: Sequence[Fragment]) -> list[Grid]:
    """Grids of rules across that have the same ends and lie below each other."""
    stacks: dict[tuple[int, int], list[Edge]] = {}
    for edge in across:
        stacks.setdefault((round(edge.start / 4), round(edge.end / 4)), []).append(edge)
    grids = []
    for stack in stacks.values():
        places = _levels(edge.place for edge in stack)
        left, right = min(edge.start for edge in stack), max(edge.end for edge in stack)
        inside = [
            item
            for item in fragments
            if places[0] < item.middle < places[-1] and left - 2 <= item.left <= right
        ]
        gaps = _gaps(inside, left, right) if len(places) >= _FEWEST_RULES else []
        if gaps:
            columns = list(pairwise([left, *gaps, right]))
            rows = list(pairwise(places))
            grids.append(_grid([Box(x0, y0, x1, y1) for y0, y1 in rows for x0, x1 in columns]))
    return grids


def _gaps(fragments: Sequence[Fragment], left: float, right: float) -> list[float]:
    """Places that no word crosses, between words of every row."""
    gaps = []
    reach = left
    for fragment in sorted(fragments, key=lambda item: item.left):
        if fragment.left - reach > _NARROWEST_GAP and reach > left:
            gaps.append((fragment.left + reach) / 2)
        reach = max(reach, fragment.right)
    return [gap for gap in gaps if left < gap < right]
