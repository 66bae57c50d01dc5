"""The reading order of a page: columns one after the other, full-width lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Final

from answerable.documents.readers.labels import is_label
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.lines import Line, lines_of

_NARROWEST_GUTTER: Final = 7.0
_FEWEST_LINES: Final = 3
_FEWEST_WORDS: Final = 2.0
"""Words on a line of a column of prose, on average."""
_FILLED: Final = 0.5
_HEADING_GAP: Final = 2.2
_LARGER: Final = 1.1
_DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other that are read together."""

    lines: list[Line]


def columns_of(fragments: list[Fragment], depth: int = 0) -> list[Column]:
    """The page's lines in reading order, parted where the eye jumps to another column."""
    lines = lines_of(fragments)
    gutter = _gutter(lines) if depth < _DEEPEST else None
    if gutter is None:
        return [Column(lines)] if lines else []
    columns: list[Column] = []
    for across, group in groupby(_banded(lines, gutter), key=lambda pair: pair[0]):
        band = [line for _, line in group]
        if across:
            columns.append(Column(band))
            continue
        pieces = [fragment for line in band for fragment in line.fragments]
        columns += columns_of([piece for piece in pieces if piece.left < gutter], depth + 1)
        columns += columns_of([piece for piece in pieces if piece.left >= gutter], depth + 1)
    return columns


def _banded(lines: list[Line], gutter: float) -> list[tuple[bool, Line]]:
    """Every line, with whether it runs across the whole width or belongs to columns."""
    sides = [_sides(line, gutter) for line in lines]
    across = [side is None or _is_wide_heading(lines, at, gutter) for at, side in enumerate(sides)]
    for begin, end in _stretches(across):
        both = [at for at in range(begin, end) if _is_both(sides[at])]
        if not both and not any(_is_right(sides[at]) for at in range(begin, end)):
            across[begin:end] = [True] * (end - begin)
            continue
        at = end - 1
        while both and end < len(lines) and at > both[-1] and _looks_like_heading(lines, at):
            across[at] = True
            at -= 1
    return list(zip(across, lines, strict=True))


def _stretches(across: list[bool]) -> list[tuple[int, int]]:
    """The stretches of lines that do not run across, as begin and end."""
    stretches, begin = [], 0
    for is_across, group in groupby(across):
        length = len(list(group))
        if not is_across:
            stretches.append((begin, begin + length))
        begin += length
    return stretches


def _is_wide_heading(lines: list[Line], at: int, gutter: float) -> bool:
    """Whether a short line at the left is a heading above both columns.

    It is where the right column has a gap beside it.
    """
    side = _sides(lines[at], gutter)
    if side is None or side[1] or not _looks_like_heading(lines, at):
        return False
    line = lines[at]
    right = [piece for other in lines for piece in other.fragments if piece.left >= gutter]
    above = max((piece.bottom for piece in right if piece.middle < line.middle), default=None)
    below = min((piece.top for piece in right if piece.middle > line.middle), default=None)
    if above is None or below is None:
        return False
    usual = median(item.bottom - item.top for item in right)
    return below - above >= _HEADING_GAP * usual


def _looks_like_heading(lines: list[Line], at: int) -> bool:
    usual = median(line.size for line in lines)
    return lines[at].bold or lines[at].size > _LARGER * usual


_Sides = tuple[list[Fragment], list[Fragment]]


def _is_both(side: _Sides | None) -> bool:
    return side is not None and bool(side[0]) and bool(side[1])


def _is_right(side: _Sides | None) -> bool:
    return side is not None and bool(side[1])


def _gutter(lines: list[Line]) -> float | None:
    """A place between columns of prose, or None."""
    starts = sorted({round(piece.left) for line in lines for piece in line.fragments[1:]})
    best: tuple[int, float] | None = None
    for start in starts:
        place = start - _NARROWEST_GUTTER / 2
        sides = [_sides(line, place) for line in lines]
        both = [side for side in sides if side is not None and _is_both(side)]
        if len(both) < _FEWEST_LINES or not _is_prose(both, place):
            continue
        score = len(both) - sum(1 for side in sides if side is None)
        if best is None or score > best[0]:
            best = score, place
    return best[1] if best else None


def _sides(line: Line, place: float) -> _Sides | None:
    """A line's fragments on either side of a place, or None if one lies across it."""
    half = _NARROWEST_GUTTER / 2 - 1
    if any(piece.left < place - half and piece.right > place + half for piece in line.fragments):
        return None
    left = [piece for piece in line.fragments if piece.left < place - half]
    return left, [piece for piece in line.fragments if piece.left >= place - half]


def _is_prose(both: list[_Sides], place: float) -> bool:
    """Whether both sides of a place hold lines of prose and not labels or cells."""
    left_edge = min(piece.left for left, _ in both for piece in left)
    right_edge = max(piece.right for _, right in both for piece in right)
    return _is_prose_side([left for left, _ in both], place - left_edge) and _is_prose_side(
        [right for _, right in both], right_edge - place
    )


def _is_prose_side(rows: list[list[Fragment]], width: float) -> bool:
    words = [row for row in rows if all(piece.island is None for piece in row)]
    if not words:
        return True
    texts = [" ".join(piece.text for piece in row) for row in words]
    if all(is_label(text) for text in texts):
        return False
    if sum(len(text.split()) for text in texts) < _FEWEST_WORDS * len(texts):
        return False
    filled = sum((row[-1].right - row[0].left) / max(width, 1) for row in words)
    return filled >= _FILLED * len(words)
