"""Tables without rules: rows told from gaps across, columns from gaps that run through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from answerable.documents.model import Box
from answerable.documents.readers.labels import is_label
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.grids import Grid, GridCell
from answerable.documents.readers.pdf.lines import Line, lines_of

_NARROWEST_GAP: Final = 8.0
_FEWEST_ROWS: Final = 3
_ROW_GAP: Final = 0.5
_WIDER: Final = 1.6
_SIZE_STEP: Final = 0.6
_LEVEL: Final = 4.0
_ALIGNED: Final = 0.8
_LONGEST_ROW: Final = 14
"""Lines of a row: columns of prose make longer ones."""

_Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Band:
    """Lines with a gap above and below that runs across the page."""

    fragments: list[Fragment]

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.fragments)

    @property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.fragments)


def unruled_grids(fragments: Sequence[Fragment], islands: Sequence[Box] = ()) -> list[Grid]:
    """The tables that nothing but white space draws, from top to bottom.

    No table runs past an island, which is a panel or another table.
    """
    stretches: dict[int, list[Fragment]] = {}
    for piece in fragments:
        above = sum(1 for box in islands if box.bottom <= piece.middle)
        stretches.setdefault(above, []).append(piece)
    return [grid for number in sorted(stretches) for grid in _grids(stretches[number])]


def _grids(fragments: Sequence[Fragment]) -> list[Grid]:
    bands = _bands(fragments)
    grids: list[Grid] = []
    start = 0
    while start < len(bands):
        end = _end_of_table(bands, start)
        if end - start >= _FEWEST_ROWS:
            first = start + 1 if _spans(bands[start:end]) else start
            columns = _columns(bands[first:end])
            if _is_table(bands[first:end], columns):
                grids.append(_grid(bands[first:end], columns, bands[start:first]))
                start = end
                continue
        start += 1
    return grids


def _spans(bands: Sequence[_Band]) -> bool:
    """Whether the first band heads groups of the columns that the others have."""
    return len(bands) > _FEWEST_ROWS and len(_columns(bands[1:])) > len(_columns(bands))


def _bands(fragments: Sequence[Fragment]) -> list[_Band]:
    if not fragments:
        return []
    rows = sorted(lines_of(fragments), key=lambda line: line.top)
    size = median(line.size for line in rows)
    gaps = [after.top - line.bottom for line, after in pairwise(rows)]
    close = [gap for gap in gaps if gap < _ROW_GAP * size]
    threshold = max(_ROW_GAP * size, _WIDER * max(median(close), 0) if close else 0)
    bands: list[list[Fragment]] = []
    before: Line | None = None
    for row in rows:
        if (
            before is None
            or row.top - before.bottom > threshold
            or abs(row.size - before.size) > _SIZE_STEP
        ):
            bands.append([])
        bands[-1] += row.fragments
        before = row
    return [_Band(band) for band in bands]


def _end_of_table(bands: Sequence[_Band], start: int) -> int:
    """One past the last band that shares columns with the band at `start`."""
    end = start
    while end < len(bands):
        columns = _columns(bands[start : end + 1])
        if len(columns) < 2 or _used(bands[end], columns) < 2:
            break
        end += 1
    return end


def _columns(bands: Sequence[_Band]) -> list[_Span]:
    """Stretches from left to right between gaps that run through all bands."""
    columns: list[_Span] = []
    pieces = (piece for band in bands for piece in band.fragments)
    for left, right in sorted((piece.left, piece.right) for piece in pieces):
        if columns and left - columns[-1][1] < _NARROWEST_GAP:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _used(band: _Band, columns: Sequence[_Span]) -> int:
    return sum(1 for column in columns if _in_column(band, column))


def _in_column(band: _Band, column: _Span) -> list[Fragment]:
    return [piece for piece in band.fragments if column[0] - 1 <= piece.left <= column[1]]


def _is_table(bands: Sequence[_Band], columns: Sequence[_Span]) -> bool:
    """Whether rows begin level and the columns are more than labels before a list."""
    cells = [(band, _in_column(band, column)) for band in bands for column in columns]
    level = [abs(min(p.top for p in cell) - band.top) < _LEVEL for band, cell in cells if cell]
    if sum(level) < _ALIGNED * len(level):
        return False
    if max(len(lines_of(band.fragments)) for band in bands) > _LONGEST_ROW:
        return False
    first = [_text(band, columns[0]) for band in bands]
    last = [_text(band, columns[-1]) for band in bands]
    if len(columns) == 2:
        labels = all(is_label(text) or not text for text in first)
        return not labels and not all(text.isdigit() or not text for text in last)
    return True


def _text(band: _Band, column: _Span) -> str:
    return " ".join(piece.text for piece in _in_column(band, column)).strip()


def _grid(bands: Sequence[_Band], columns: Sequence[_Span], above: Sequence[_Band]) -> Grid:
    """The grid of a table, with the rows above it that head groups of its columns."""
    cells = [cell for row, band in enumerate(above) for cell in _spanning(row, band, columns)]
    cells += [
        GridCell(row, number, Box(column[0] - 1, band.top, column[1] + 1, band.bottom))
        for row, band in enumerate(bands, len(above))
        for number, column in enumerate(columns)
    ]
    top = (*above, *bands)[0].top
    return Grid(Box(columns[0][0] - 1, top, columns[-1][1] + 1, bands[-1].bottom), cells)


def _spanning(row: int, band: _Band, columns: Sequence[_Span]) -> list[GridCell]:
    """The cells of a row that heads groups of columns: each ends where the next begins."""
    pieces = sorted(band.fragments, key=lambda piece: piece.left)
    ends = [*(piece.left - _LEVEL for piece in pieces[1:]), columns[-1][1] + 1]
    return [
        GridCell(
            row,
            max(0, sum(1 for column in columns if column[0] <= piece.left + 1) - 1),
            Box(piece.left - 1, band.top, end, band.bottom),
        )
        for piece, end in zip(pieces, ends, strict=True)
    ]
