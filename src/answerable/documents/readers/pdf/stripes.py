"""Tables that filled rows draw instead of rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from answerable.documents.model import Box
from answerable.documents.readers.pdf.drawings import Drawings, Edge
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.grids import Grid
from answerable.documents.readers.pdf.unruled import unruled_grids

_SLACK: Final = 3.0
_MOST_FILLS: Final = 500
_PADDING: Final = 20.0
"""How far beyond the words of a table its fills reach."""


def striped_grids(fragments: Sequence[Fragment], drawings: Drawings) -> list[Grid]:
    """The tables whose rows are told by fills alone, from top to bottom."""
    if not 0 < len(drawings.fills) <= _MOST_FILLS:
        return []
    bands = _bands(drawings.fills)
    return [
        grid
        for grid in unruled_grids(fragments)
        if _is_striped(grid, bands) and not _is_ruled(grid.box, drawings)
    ]


def outside(edges: Iterable[Edge], grids: Sequence[Grid]) -> list[Edge]:
    """The edges that belong to no grid."""
    return [edge for edge in edges if not any(_is_at(grid.box, edge) for grid in grids)]


def _bands(fills: Iterable[Box]) -> list[Box]:
    """The fills, those of one row that touch each other as one."""
    bands: list[Box] = []
    for fill in sorted(fills, key=lambda box: (round(box.top), round(box.bottom), box.left)):
        last = bands[-1] if bands else None
        if (
            last is not None
            and abs(last.top - fill.top) < _SLACK
            and abs(last.bottom - fill.bottom) < _SLACK
            and fill.left <= last.right + _SLACK
        ):
            bands[-1] = Box(last.left, last.top, max(last.right, fill.right), last.bottom)
        else:
            bands.append(fill)
    return bands


def _is_striped(grid: Grid, bands: Iterable[Box]) -> bool:
    """Whether fills run across whole rows of a table, cut none of them and leave some free."""
    last_column = max(cell.box.left for cell in grid.cells)
    rows = {cell.row: (cell.box.top, cell.box.bottom) for cell in grid.cells}.values()
    touching = [
        band
        for band in bands
        if band.left < grid.box.right
        and band.right > grid.box.left
        and any(_overlap(band, row) > _SLACK for row in rows)
    ]
    across = [
        band
        for band in touching
        if band.left <= grid.box.left + _SLACK and band.right > last_column + _SLACK
    ]
    filled = {row for row in rows if any(_overlap(band, row) > _SLACK for band in across)}
    return (
        0 < len(filled) < len(rows)
        and max(band.right for band in across) - min(band.right for band in across) <= _SLACK
        and not any(_cuts(band, row) for band in touching for row in rows)
    )


def _overlap(band: Box, row: tuple[float, float]) -> float:
    return min(band.bottom, row[1]) - max(band.top, row[0])


def _cuts(band: Box, row: tuple[float, float]) -> bool:
    top, bottom = row
    apart = _overlap(band, row) <= _SLACK
    around = band.top <= top + _SLACK and band.bottom >= bottom - _SLACK
    within = band.top >= top - _PADDING and band.bottom <= bottom + _PADDING
    return not (apart or around or within)


def _is_ruled(box: Box, drawings: Drawings) -> bool:
    """Whether upright rules other than the sides of fills stand in a box."""
    return any(
        edge.upright and _is_at(box, edge) and not _is_side(edge, drawings.fills)
        for edge in drawings.edges
    )


def _is_at(box: Box, edge: Edge) -> bool:
    across = (edge.place, edge.place) if edge.upright else (edge.start, edge.end)
    down = (edge.start, edge.end) if edge.upright else (edge.place, edge.place)
    return (
        across[0] < box.right + _PADDING
        and across[1] > box.left - _PADDING
        and down[0] < box.bottom + _PADDING
        and down[1] > box.top - _PADDING
    )


def _is_side(edge: Edge, fills: Iterable[Box]) -> bool:
    return any(
        edge.start >= fill.top - 1
        and edge.end <= fill.bottom + 1
        and min(abs(edge.place - fill.left), abs(edge.place - fill.right)) < 1
        for fill in fills
    )
