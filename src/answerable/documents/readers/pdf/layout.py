"""A page as pieces in reading order: what its columns, panels and tables say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from answerable.documents.model import BlockKind, Box, Cell
from answerable.documents.readers.pdf.columns import Column, columns_of
from answerable.documents.readers.pdf.drawings import Drawings
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.islands import Island, part
from answerable.documents.readers.pdf.lines import Line
from answerable.documents.readers.pdf.paragraphs import pieces_of
from answerable.documents.readers.pdf.pieces import Piece
from answerable.documents.readers.pdf.turning import Turning

_MUCH_SMALLER: Final = 0.95


@dataclass(frozen=True, slots=True)
class Surface:
    """What a page, or a panel on it, is read with."""

    page: int
    body_size: float
    turning: Turning
    drawings: Drawings
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class TableRows:
    """A table on one page: its rows, each a list of cells, each a list of pieces."""

    page: int
    columns: int
    rows: list[list[tuple[int, list[Piece]]]]
    header: bool
    """Whether the first row is set like a header."""


def laid_out(fragments: list[Fragment], surface: Surface) -> Iterator[Piece | TableRows]:
    """The pieces and tables of a surface in reading order."""
    sea = part(fragments, surface.drawings, surface.turning)
    told: set[int] = set()
    for column in columns_of(sea.fragments):
        for stretch, islands in _stretches(column):
            yield from pieces_of(
                Column(stretch), surface.page, surface.body_size, boxed=surface.boxed
            )
            for number in islands:
                if number not in told:
                    told.add(number)
                    yield from _island(sea.islands[number], surface)


def _stretches(column: Column) -> Iterator[tuple[list[Line], list[int]]]:
    """Lines of text with the islands that follow them.

    An island beside a line waits until an island interrupts the text or the column ends.
    """
    lines: list[Line] = []
    islands: list[int] = []
    for line in column.lines:
        words = [item for item in line.fragments if item.island is None]
        islands += [number for number in line.islands if number not in islands]
        if words:
            if islands and not line.islands and lines and lines[-1].bottom < line.top - line.size:
                yield lines, islands
                lines, islands = [], []
            lines.append(Line(words))
        else:
            yield lines, islands
            lines, islands = [], []
    yield lines, islands


def _island(island: Island, surface: Surface) -> Iterator[Piece | TableRows]:
    if island.is_table:
        yield _table(island, surface)
        return
    inner = replace(
        surface,
        boxed=True,
        drawings=replace(
            surface.drawings,
            frames=_inside(surface.drawings.frames, island.box),
            fills=_inside(surface.drawings.fills, island.box),
            edges=[],
        ),
    )
    yield from laid_out(island.fragments, inner)


def _inside(boxes: list[Box], outer: Box) -> list[Box]:
    """The boxes that are clearly smaller than a box and lie in it."""
    area = (outer.right - outer.left) * (outer.bottom - outer.top)
    return [
        box
        for box in boxes
        if (box.right - box.left) * (box.bottom - box.top) < _MUCH_SMALLER * area
        and outer.left - 1 <= box.left
        and box.right <= outer.right + 1
        and outer.top - 1 <= box.top
        and box.bottom <= outer.bottom + 1
    ]


def _table(island: Island, surface: Surface) -> TableRows:
    rows: dict[int, list[tuple[int, list[Piece]]]] = {}
    for cell, fragments in island.cells:
        pieces = [
            piece
            for column in columns_of(fragments, depth=99)
            for piece in pieces_of(column, surface.page, surface.body_size)
        ]
        if pieces:
            rows.setdefault(cell.row, []).append((cell.column, pieces))
    ordered = [rows[row] for row in sorted(rows)]
    first = [piece for _, pieces in ordered[0] for piece in pieces] if ordered else []
    header = bool(first) and (island.filled_first_row or all(piece.style.bold for piece in first))
    return TableRows(surface.page, island.columns, ordered, header and len(ordered) > 1)


def placed_in(table: TableRows, number: int, first_row: int) -> list[Piece]:
    """The pieces of a table with their place in it set.

    Args:
        table: the table, or the part of one that stands on a page.
        number: counted from 0 through the document.
        first_row: the number of its first row, above 0 where it goes on from a page before.
    """
    found = []
    for row, cells in enumerate(table.rows, first_row):
        for column, pieces in cells:
            for piece in pieces:
                piece.kind, piece.level = BlockKind.TABLE_CELL, None
                piece.cell = Cell(number, row, column, header=table.header and row == first_row)
                found.append(piece)
    return found
