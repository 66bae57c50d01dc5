"""The words of a document in reading order, each line with its role: the yardstick of all formats.

Every renderer holds exactly these words, in this order. Two outlines can be compared line by line
to say what changed between two versions: lines are plain, equal by value and hashable.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Runs,
    SideBySide,
    SummaryList,
    Table,
    WrittenDocument,
)
from answerable.writing.words import origin


class LineKind(StrEnum):
    """The role of a line."""

    NOTICE = "notice"
    TITLE = "title"
    SUBTITLE = "subtitle"
    ORIGIN = "origin"
    """Whose document it is, and its date in words."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"
    """An item of a numbered list, without its number."""
    QUOTED_BY = "quoted by"
    CAPTION = "caption"
    HEADER_CELL = "header cell"
    CELL = "cell"
    TERM = "term"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Line:
    """Words that belong together, and their role."""

    kind: LineKind
    level: int
    """Of a heading 1 to 4; of words inside a quotation 1; of everything else 0."""
    text: str
    """As written; a line feed is a line break."""


def lines_of(document: WrittenDocument) -> tuple[Line, ...]:
    """The words of the document in reading order; an empty cell of a table is an empty line."""
    return (*_opening(document), *(line for block in document.blocks for line in _lines(block)))


def _opening(document: WrittenDocument) -> Iterator[Line]:
    if document.notice:
        yield Line(LineKind.NOTICE, 0, document.notice)
    yield Line(LineKind.TITLE, 0, document.title)
    if document.subtitle:
        yield Line(LineKind.SUBTITLE, 0, document.subtitle)
    yield Line(LineKind.ORIGIN, 0, origin(document))


def _lines(block: Block, *, level: int = 0) -> Iterator[Line]:
    match block:
        case Heading():
            yield Line(LineKind.HEADING, block.level, block.text)
        case Paragraph(runs):
            yield Line(LineKind.PARAGRAPH, level, _text(runs))
        case BulletList(items):
            yield from (Line(LineKind.BULLET, level, _text(item)) for item in items)
        case NumberedList(items):
            yield from (Line(LineKind.NUMBER, level, _text(item)) for item in items)
        case Table(caption, header, rows):
            yield Line(LineKind.CAPTION, 0, caption)
            yield from (Line(LineKind.HEADER_CELL, 0, cell) for cell in header)
            yield from (Line(LineKind.CELL, 0, cell) for row in rows for cell in row)
        case Quotation(by, blocks):
            yield Line(LineKind.QUOTED_BY, 0, by)
            yield from (line for said in blocks for line in _lines(said, level=1))
        case SideBySide(first, second):
            yield from (line for said in (*first, *second) for line in _lines(said, level=level))
        case SummaryList(pairs):
            for term, value in pairs:
                yield Line(LineKind.TERM, 0, term)
                yield Line(LineKind.VALUE, 0, _text(value))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
