"""Lines of a column become headings, paragraphs and list items."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from answerable.documents.model import BlockKind, Box, Cell, Style
from answerable.documents.readers.depths import Depths
from answerable.documents.readers.labels import is_label, split_bullet, split_number
from answerable.documents.readers.pdf.columns import Column
from answerable.documents.readers.pdf.lines import Line

_USUAL_PITCH: Final = 1.25
_WIDEST_PITCH: Final = 1.35
_WIDE_PITCH: Final = 1.3
_LARGER: Final = 1.12
_LONGEST_HEADING: Final = 160
_INDENT: Final = 5.0
_SIZE_STEP: Final = 0.6
_LEADER: Final = re.compile(r"(?:[.…·_] ?){4,}\s*[\divx]*$")
_NOTE: Final = re.compile(r"(?:\d{1,3}|[*†‡])[ \t]?(?=[^\W\d]|[“‘(])")
_ALL: Final = 0.95
_SMALL: Final = 0.92
_HEADING_PITCH: Final = 1.15
_ENDS: Final = (".", "!", "?", ":", ";", "”", '."', ".'", ".’")


@dataclass(slots=True)
class Piece:
    """Lines that belong together, before hyphens are healed and places set."""

    lines: list[Line]
    kind: BlockKind
    page: int
    level: int | None = None
    boxed: bool = False
    column_right: float = 0.0
    cell: Cell | None = None
    moved: list[Line] = field(default_factory=list)
    """Lines that go on in another column or on another page."""

    @property
    def all_lines(self) -> list[Line]:
        return self.lines + self.moved

    @property
    def style(self) -> Style:
        letters = sum(len(line.text) for line in self.lines)
        bold = sum(len(line.text) for line in self.lines if line.bold)
        italic = sum(len(line.text) for line in self.lines if line.italic)
        sizes = Counter[float]()
        for line in self.lines:
            sizes[line.size] += len(line.text)
        return Style(
            size=sizes.most_common(1)[0][0],
            bold=2 * bold > letters,
            italic=2 * italic > letters,
            boxed=self.boxed,
        )

    @property
    def label(self) -> str | None:
        """The printed bullet or number at its beginning."""
        return _label(self.lines[0])

    @property
    def box(self) -> Box:
        return Box(
            left=round(min(line.left for line in self.lines), 1),
            top=round(min(line.top for line in self.lines), 1),
            right=round(max(line.right for line in self.lines), 1),
            bottom=round(max(line.bottom for line in self.lines), 1),
        )

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.all_lines)


def pieces_of(column: Column, page: int, body_size: float, *, boxed: bool = False) -> list[Piece]:
    """The blocks of one column.

    Args:
        column: the lines in order.
        page: the page's number from 1.
        body_size: font size of most of the document.
        boxed: whether the column stands in a drawn panel.
    """
    if not column.lines:
        return []
    pitch = _pitch(column.lines)
    right = max(line.right for line in column.lines)
    edges = min(line.left for line in column.lines), right
    pieces: list[Piece] = []
    for position, line in enumerate(column.lines):
        before = column.lines[position - 1] if position else None
        if before is None or _starts(pieces[-1], before, line, pitch, edges):
            pieces.append(Piece([line], BlockKind.PARAGRAPH, page, boxed=boxed, column_right=right))
        else:
            pieces[-1].lines.append(line)
    for piece in pieces:
        _classify(piece, body_size)
    _set_depths(pieces)
    _mark_footnotes(pieces, body_size)
    return pieces


def _pitch(lines: list[Line]) -> float:
    """Distance from line to line within a paragraph, as a share of the font size.

    Told from lines that plainly go on; where none does, from the closer ones of all.
    """
    pairs = [
        (line, after, (after.middle - line.middle) / max(line.size, 1))
        for line, after in pairwise(lines)
        if abs(line.size - after.size) < _SIZE_STEP
    ]
    pairs = [pair for pair in pairs if 0.8 < pair[2] < 2.8]
    sure = [
        step
        for line, after, step in pairs
        if after.text[:1].islower() and not line.text.endswith(_ENDS) and not _label(after)
    ]
    if sure:
        return median(sure)
    steps = sorted(step for _, _, step in pairs)
    closer = steps[: max(1, len(steps) * 2 // 3)]
    return min(median(closer), _WIDEST_PITCH) if closer else _USUAL_PITCH


def _starts(
    piece: Piece, before: Line, line: Line, pitch: float, edges: tuple[float, float]
) -> bool:
    """Whether a line begins a new block after the line before it.

    Args:
        piece: the block that the line before belongs to.
        before: that line.
        line: the line in question.
        pitch: usual distance from line to line, as a share of the font size.
        edges: left and right edge of the column.
    """
    left, right = edges
    first = piece.lines[0]
    if abs(line.size - before.size) > _SIZE_STEP:
        return True
    step = (line.middle - before.middle) / max(line.size, 1)
    wide = _HEADING_PITCH if _is_heading_like(line) and _is_heading_like(before) else _WIDE_PITCH
    if step > wide * pitch or step < 0 or _LEADER.search(before.text):
        return True
    if _is_ranged_right(before, line, left):
        return True
    if _label(line) and not _is_mid_sentence(before, line, right):
        return True
    if _weight_changes(before, line):
        return not is_label(before.text) and not before.text.endswith((",", "-"))
    if is_label(before.text):
        return False
    hanging = _label(first) and line.left > first.left + _INDENT
    reference = first.left if len(piece.lines) == 1 else before.left
    if not hanging and line.left > reference + _INDENT and len(piece.lines) > 1:
        return True
    if _label(first) and line.left < first.left - _INDENT:
        return True
    if len(piece.lines) > 1 and _label(first) and line.left < before.left - _INDENT:
        return True
    return _ended_early(before, line, right)


def _is_heading_like(line: Line) -> bool:
    return line.bold and len(line.text) < _LONGEST_HEADING


def _weight_changes(before: Line, line: Line) -> bool:
    """Whether one of two lines is bold throughout and the other not at all."""
    shares = sorted((before.bold_share, line.bold_share))
    return shares[0] < 1 - _ALL and shares[1] > _ALL


def _is_ranged_right(before: Line, line: Line, column_left: float) -> bool:
    """Whether two lines end at the same place and begin at different ones, as in addresses."""
    return (
        abs(before.right - line.right) < 1
        and abs(before.left - line.left) > 2 * line.size
        and min(before.left, line.left) > column_left + 4 * line.size
    )


def _ended_early(before: Line, line: Line, right: float) -> bool:
    """Whether the line before stopped although the next word had room on it."""
    first_word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * len(first_word) / max(1, len(line.text))
    room = right - before.right
    if room < width + 2 * line.size:
        return False
    return before.text.endswith(_ENDS) or not line.text[:1].islower()


def _is_mid_sentence(before: Line, line: Line, right: float) -> bool:
    """Whether a line that starts like a numbered one only goes on ("... in\\n3. quarter")."""
    return (
        split_bullet(line.text) is None
        and line.left <= before.left + 1
        and not before.text.endswith(_ENDS)
        and not _ended_early(before, line, right)
        and _label(before) is None
        and before.right > right - 4 * line.size
        and line.text[:1].isdigit()
        and "\t" not in line.text
    )


def _set_depths(pieces: list[Piece]) -> None:
    """Sets how deep each list item stands: deeper where its label is further to the right."""
    depths = Depths(_INDENT / 2)
    for piece in pieces:
        left = piece.lines[0].left
        if piece.kind is BlockKind.LIST_ITEM:
            piece.level = depths.of_item(left)
        else:
            depths.pass_text(left)


def _mark_footnotes(pieces: list[Piece], body_size: float) -> None:
    """Marks the small numbered pieces at the foot of a column."""
    foot = len(pieces)
    while foot and (pieces[foot - 1].style.size or body_size) <= _SMALL * body_size:
        foot -= 1
    noted = False
    for piece in pieces[foot:] if foot else []:
        noted = noted or bool(_NOTE.match(piece.text))
        if noted:
            piece.kind, piece.level = BlockKind.FOOTNOTE, None


def _label(line: Line) -> str | None:
    found = split_bullet(line.text) or split_number(line.text)
    return found[0] if found else None


def _classify(piece: Piece, body_size: float) -> None:
    style, text = piece.style, piece.text
    label = _label(piece.lines[0])
    short = len(text) <= _LONGEST_HEADING
    all_bold = all(line.bold_share > _ALL for line in piece.lines)
    larger = (style.size or 0) >= _LARGER * body_size
    if short and any(letter.isalpha() for letter in text):
        sentence = text.endswith((".", ";", ",")) and len(text) > 30
        if larger or (all_bold and not sentence and not text.endswith(":")):
            piece.kind = BlockKind.HEADING
            return
    if label is not None:
        piece.kind = BlockKind.LIST_ITEM
