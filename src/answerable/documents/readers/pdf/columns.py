"""The reading order of a page: columns one after the other, full-width lines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from answerable.documents.readers.labels import is_label
from answerable.documents.readers.pdf.fragments import Fragment
from answerable.documents.readers.pdf.lines import Line, lines_of

_HALF_GUTTER: Final = 3.0
_FEWEST_LINES: Final = 3
_FEWEST_WORDS: Final = 2.0
"""Words on a line of a column of prose, on average."""
_FILLED: Final = 0.5
_HEADING_GAP: Final = 2.2
_LARGER: Final = 1.1
_DEEPEST: Final = 4
_MOST_CANDIDATES: Final = 16
_BESIDE: Final = 0.2


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other that are read together."""

    lines: list[Line]


@dataclass(frozen=True, slots=True)
class _Split:
    """Words on either side of a gutter, and lines that run across it."""

    gutter: float
    across: list[Line]
    left: list[Line]
    right: list[Line]


def columns_of(fragments: list[Fragment], depth: int = 0) -> list[Column]:
    """The page's lines in reading order, parted where the eye jumps to another column."""
    if not fragments:
        return []
    split = _best_split(fragments) if depth < _DEEPEST else None
    if split is None:
        return [Column(lines_of(fragments))]
    columns: list[Column] = []
    flowing: list[Line] = []
    for is_across, lines in _zones(split):
        if is_across:
            flowing += lines
            continue
        if flowing:
            columns.append(Column(flowing))
            flowing = []
        pieces = [piece for line in lines for piece in line.fragments]
        columns += columns_of([piece for piece in pieces if piece.left < split.gutter], depth + 1)
        columns += columns_of([piece for piece in pieces if piece.left >= split.gutter], depth + 1)
    return [*columns, Column(flowing)] if flowing else columns


def _zones(split: _Split) -> list[tuple[bool, list[Line]]]:
    """The page from top to bottom: lines that run across, and stretches of columns."""
    across = split.across + [line for line in split.left if _is_wide_heading(line, split)]
    wide = {id(line) for line in across}
    beside = [line for line in split.left + split.right if id(line) not in wide]
    tagged = sorted(
        [(line.top, True, line) for line in across] + [(line.top, False, line) for line in beside],
        key=lambda item: item[0],
    )
    zones: list[tuple[bool, list[Line]]] = []
    for is_across, group in groupby(tagged, key=lambda item: item[1]):
        lines = [line for _, _, line in group]
        if is_across:
            zones.append((True, lines))
        else:
            zones += _zone(lines, split.gutter, above_text=tagged[-1][2] is not lines[-1])
    return zones


def _zone(lines: list[Line], gutter: float, *, above_text: bool) -> list[tuple[bool, list[Line]]]:
    """A stretch between lines that run across: columns, or lines of the text around it."""
    right = [line for line in lines if line.left >= gutter]
    left = [line for line in lines if line.left < gutter]
    if min(len(left), len(right)) < 2:
        return [(True, lines_of([piece for line in lines for piece in line.fragments]))]
    lowest = max(line.bottom for line in right)
    tail: list[Line] = []
    usual = median(line.size for line in lines)
    while above_text and left[-1].top > lowest and _is_heading_like(left[-1], usual):
        tail.insert(0, left.pop())
    return [(False, left + right), *([(True, tail)] if tail else [])]


def _is_wide_heading(line: Line, split: _Split) -> bool:
    """Whether a short line at the left is a heading above both columns.

    It is where the right column has a gap beside it.
    """
    usual = median(item.size for item in split.left + split.right)
    if not _is_heading_like(line, usual):
        return False
    above = max((item.bottom for item in split.right if item.middle < line.middle), default=None)
    below = min((item.top for item in split.right if item.middle > line.middle), default=None)
    if above is None or below is None:
        return False
    height = median(item.bottom - item.top for item in split.right)
    return below - above >= _HEADING_GAP * height


def _is_heading_like(line: Line, usual: float) -> bool:
    return line.bold or line.size > _LARGER * usual


def _best_split(fragments: list[Fragment]) -> _Split | None:
    """The split between columns of prose with most lines beside each other, or None."""
    counts = Counter(round(piece.left) for piece in fragments)
    starts = sorted(start for start, _ in counts.most_common(_MOST_CANDIDATES))
    best: tuple[int, _Split] | None = None
    for start in starts:
        split = _split(fragments, start - _HALF_GUTTER - 0.5)
        if split is None:
            continue
        left, right = _columns_beside(split)
        if not left or not _is_prose(left, right, split.gutter):
            continue
        score = min(len(left), len(right)) - len(split.across)
        if best is None or score > best[0]:
            best = score, split
    return best[1] if best else None


def _columns_beside(split: _Split) -> tuple[list[Line], list[Line]]:
    """The lines on either side that have some of the other side at their height.

    Only where several follow each other without a line across: bold words that begin paragraphs
    are no column.
    """
    left: list[Line] = []
    right: list[Line] = []
    cuts = [-1.0, *sorted(line.middle for line in split.across), float("inf")]
    for above, below in pairwise(cuts):
        ones = [line for line in split.left if above < line.middle < below]
        others = [line for line in split.right if above < line.middle < below]
        ones, others = _beside(ones, others), _beside(others, ones)
        if min(len(ones), len(others)) >= _FEWEST_LINES:
            left += ones
            right += others
    return left, right


def _split(fragments: Sequence[Fragment], gutter: float) -> _Split | None:
    across = [piece for piece in fragments if _crosses(piece, gutter)]
    others = [piece for piece in fragments if not _crosses(piece, gutter)]
    rest: list[Fragment] = []
    for piece in others:
        row = next((wide for wide in across if _is_on_row(wide, piece)), None)
        (rest if row is None else across).append(piece)
    left = [piece for piece in rest if piece.left < gutter]
    right = [piece for piece in rest if piece.left >= gutter]
    if min(len(left), len(right)) < _FEWEST_LINES:
        return None
    return _Split(gutter, lines_of(across), lines_of(left), lines_of(right))


def _crosses(piece: Fragment, gutter: float) -> bool:
    return piece.left < gutter - _HALF_GUTTER and piece.right > gutter + _HALF_GUTTER - 1


def _is_on_row(wide: Fragment, piece: Fragment) -> bool:
    return abs(wide.middle - piece.middle) < 0.3 * min(wide.size, piece.size)


def _beside(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """The lines that have one of the others at their height."""
    return [
        line
        for line in lines
        if any(
            min(line.bottom, other.bottom) - max(line.top, other.top)
            > _BESIDE * (line.bottom - line.top)
            for other in others
        )
    ]


def _is_prose(left: list[Line], right: list[Line], gutter: float) -> bool:
    """Whether both sides hold lines of prose and not labels or cells."""
    left_edge = min(line.left for line in left)
    right_edge = max(line.right for line in right)
    return _is_prose_side(left, gutter - left_edge) and _is_prose_side(right, right_edge - gutter)


def _is_prose_side(lines: list[Line], width: float) -> bool:
    words = [line for line in lines if not line.islands]
    if not words:
        return True
    if all(is_label(line.text) for line in words):
        return False
    if sum(len(line.text.split()) for line in words) < _FEWEST_WORDS * len(words):
        return False
    filled = sum((line.right - line.left) / max(width, 1) for line in words)
    return filled >= _FILLED * len(words)
