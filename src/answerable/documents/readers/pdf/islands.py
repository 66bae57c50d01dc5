"""Panels and tables stand in the text like islands: each is read by itself, at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from answerable.documents.model import Box
from answerable.documents.readers.pdf.drawings import Drawings
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.grids import Grid, GridCell, grids_of
from answerable.documents.readers.pdf.stripes import outside, striped_grids
from answerable.documents.readers.pdf.turning import Turning
from answerable.documents.readers.pdf.unruled import unruled_grids

_ROW: Final = 12.0
_MOST_OF_A_PAGE: Final = 0.75
_LOWEST_PANEL: Final = 10.0
_NARROWEST_PANEL: Final = 40.0
_SLACK: Final = 2.0


@dataclass(slots=True)
class Island:
    """A panel with its words, or a table with the words of its cells."""

    box: Box
    fragments: list[Fragment] = field(default_factory=list)
    cells: list[tuple[GridCell, list[Fragment]]] = field(default_factory=list)
    columns: int = 0
    filled_first_row: bool = False

    @property
    def is_table(self) -> bool:
        return bool(self.cells)


@dataclass(frozen=True, slots=True)
class Sea:
    """What is left of a page: its text, with a stand-in for every island."""

    fragments: list[Fragment]
    islands: list[Island]


def part(fragments: list[Fragment], drawings: Drawings, turning: Turning) -> Sea:
    """Takes panels and tables out of a page."""
    islands: list[Island] = []
    rest = fragments
    striped = striped_grids(fragments, drawings)
    grids = striped + grids_of(outside(drawings.edges, striped), fragments)
    panels = [grid.box for grid in grids if not _is_table(grid, fragments)]
    for grid in grids:
        if _is_table(grid, rest):
            island, rest = _table(grid, rest, drawings)
            islands.append(island)
    whole = turning.width * turning.height
    for box in _largest_first([*drawings.frames, *drawings.fills, *panels]):
        if _area(box) > _MOST_OF_A_PAGE * whole or not _is_panel(box):
            continue
        inside = [item for item in rest if _holds(box, item)]
        tables = [item for item in islands if item.is_table and _contains(box, item.box)]
        if inside and not tables and len(inside) < len(fragments):
            taken = set(map(id, inside))
            rest = [item for item in rest if id(item) not in taken]
            islands.append(Island(box, fragments=inside))
    for grid in unruled_grids(rest, [island.box for island in islands]):
        island, rest = _table(grid, rest, drawings)
        islands.append(island)
    islands.sort(key=lambda island: (island.box.top, island.box.left))
    return Sea(rest + _stand_ins(islands), islands)


def _is_table(grid: Grid, fragments: Sequence[Fragment]) -> bool:
    """Whether words stand in more than one column of a grid."""
    if grid.columns < 2:
        return False
    used = {
        cell.column
        for cell in grid.cells
        if any(_holds(cell.box, fragment) for fragment in fragments)
    }
    return len(used) > 1


def _table(
    grid: Grid, fragments: list[Fragment], drawings: Drawings
) -> tuple[Island, list[Fragment]]:
    island = Island(grid.box, columns=grid.columns)
    rest = fragments
    for cell in grid.cells:
        inside = [item for item in rest if _holds(cell.box, item)]
        taken = set(map(id, inside))
        rest = [item for item in rest if id(item) not in taken]
        island.cells.append((cell, inside))
    first = grid.cells[0].box
    island.filled_first_row = any(
        _contains(fill, first) and fill.bottom < first.bottom + _SNAPPED for fill in drawings.fills
    )
    return island, rest


_SNAPPED: Final = 4.0


def _stand_ins(islands: Sequence[Island]) -> list[Fragment]:
    """A row of stand-ins as high as each island, so that columns beside it are seen."""
    found = []
    for number, island in enumerate(islands):
        top = island.box.top
        while top == island.box.top or top + _ROW <= island.box.bottom:
            found.append(
                Fragment("", island.box.left, top, island.box.right, top + _ROW - 2, _ROW - 2,
                         island=number)
            )  # fmt: skip
            top += _ROW
    return found


def _largest_first(boxes: list[Box]) -> list[Box]:
    return sorted(boxes, key=_area, reverse=True)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _is_panel(box: Box) -> bool:
    return box.bottom - box.top >= _LOWEST_PANEL and box.right - box.left >= _NARROWEST_PANEL


def _holds(box: Box, fragment: Fragment) -> bool:
    middle = (fragment.left + fragment.right) / 2
    return (
        box.left - _SLACK <= fragment.left
        and middle <= box.right + _SLACK
        and box.top - _SLACK <= fragment.middle <= box.bottom + _SLACK
    )


def _contains(outer: Box, inner: Box) -> bool:
    return (
        outer.left - _SNAPPED <= inner.left
        and outer.top - _SNAPPED <= inner.top
        and outer.right + _SNAPPED >= inner.right
        and outer.bottom + _SNAPPED >= inner.bottom
    )
