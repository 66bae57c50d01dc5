"""The reading order of a page: columns one after the other, full-width lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from answerable.documents.readers.labels import is_label
from answerable.documents.readers.pdf.glyphs import Fragment
from answerable.documents.readers.pdf.lines import Line, lines_of

_NARROWEST_GUTTER: Final = 7.0
_FEWEST_LINES: Final = 3
_FEWEST_WORDS: Final = 2.0
"""Words on a line of a column of prose, on average."""
_FILLED: Final = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other that are read together."""

    lines: list[Line]

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)


def columns_of(fragments: list[Fragment]) -> list[Column]:
    """The page's lines in reading order, parted where the eye jumps to another column."""
    lines = lines_of(fragments)
    gutter = _gutter(lines)
    if gutter is None:
        return [Column(lines)] if lines else []
    columns: list[Column] = []
    band: list[Line] = []
    for line in [*lines, None]:
        if line is not None and not _crosses(line, gutter):
            band.append(line)
            continue
        columns += _split(band, gutter)
        band = []
        if line is not None:
            if columns and columns[-1].lines and _crosses(columns[-1].lines[0], gutter):
                columns[-1].lines.append(line)
            else:
                columns.append(Column([line]))
    return columns


def _split(band: list[Line], gutter: float) -> list[Column]:
    found: list[Column] = []
    pieces = [fragment for line in band for fragment in line.fragments]
    for side in (
        [piece for piece in pieces if piece.left < gutter],
        [piece for piece in pieces if piece.left >= gutter],
    ):
        if side:
            found += columns_of(side)
    return found


def _crosses(line: Line, gutter: float) -> bool:
    return any(piece.left < gutter - 1 and piece.right > gutter + 1 for piece in line.fragments)


def _gutter(lines: list[Line]) -> float | None:
    """The middle of the widest gap between columns of prose, or None."""
    starts = sorted({round(f.left) for line in lines for f in line.fragments[1:]})
    if not starts:
        return None
    best: tuple[int, float] | None = None
    for start in starts:
        place = start - _NARROWEST_GUTTER / 2
        sides = [_sides(line, place) for line in lines]
        both = [side for side in sides if side and side[0] and side[1]]
        if len(both) < _FEWEST_LINES or not _is_prose(both, place):
            continue
        score = len(both) - sum(1 for side in sides if side is None)
        if best is None or score > best[0]:
            best = score, place
    return best[1] if best else None


def _sides(line: Line, place: float) -> tuple[list[Fragment], list[Fragment]] | None:
    """A line's fragments on either side of a place, or None if one lies across it."""
    half = _NARROWEST_GUTTER / 2 - 1
    if any(piece.left < place + half and piece.right > place - half for piece in line.fragments):
        return None
    left = [piece for piece in line.fragments if piece.right <= place]
    return left, [piece for piece in line.fragments if piece.left >= place]


def _is_prose(both: list[tuple[list[Fragment], list[Fragment]]], place: float) -> bool:
    left_edge = min(piece.left for left, _ in both for piece in left)
    right_edge = max(piece.right for _, right in both for piece in right)
    widths = place - left_edge, right_edge - place
    for side in (0, 1):
        texts = [" ".join(piece.text for piece in pair[side]) for pair in both]
        if all(is_label(text) for text in texts):
            return False
        if sum(len(text.split()) for text in texts) / len(texts) < _FEWEST_WORDS:
            return False
        filled = [
            (pair[side][-1].right - pair[side][0].left) / max(widths[side], 1) for pair in both
        ]
        if sum(filled) / len(filled) < _FILLED:
            return False
    return True
