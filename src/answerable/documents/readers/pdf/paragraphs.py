"""Lines of a column become headings, paragraphs, list items and footnotes."""

from __future__ import annotations

import re
from typing import Final

from answerable.documents.model import BlockKind
from answerable.documents.readers.depths import Depths
from answerable.documents.readers.pdf.columns import Column
from answerable.documents.readers.pdf.line_ends import pitch_of, starts_block
from answerable.documents.readers.pdf.pieces import Piece, label_of

_LARGER: Final = 1.12
_LONGEST_HEADING: Final = 160
_INDENT: Final = 5.0
_NOTE: Final = re.compile(r"(?:\d{1,3}|[*†‡])[ \t]?(?=[^\W\d]|[“‘(])")
_ALL: Final = 0.95
_SMALL: Final = 0.92


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
    pitch = pitch_of(column.lines)
    right = max(line.right for line in column.lines)
    edges = min(line.left for line in column.lines), right
    pieces: list[Piece] = []
    for position, line in enumerate(column.lines):
        before = column.lines[position - 1] if position else None
        if before is None or starts_block(pieces[-1], before, line, pitch, edges):
            pieces.append(Piece([line], BlockKind.PARAGRAPH, page, boxed=boxed, column_right=right))
        else:
            pieces[-1].lines.append(line)
    for piece in pieces:
        _classify(piece, body_size)
    _set_depths(pieces)
    _mark_footnotes(pieces, body_size)
    return pieces


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


def _classify(piece: Piece, body_size: float) -> None:
    style, text = piece.style, piece.text
    label = label_of(piece.lines[0])
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
