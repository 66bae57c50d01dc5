"""The words of a document line by line, for comparing two documents."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Runs,
    SummaryList,
    Table,
    WrittenDocument,
)
from answerable_site.responses.rules.comparing import Line


def lines_of_document(document: WrittenDocument) -> tuple[Line, ...]:
    """Every line that a reader sees, in order, with its role."""
    return tuple(_lines(document))


def _lines(document: WrittenDocument) -> Iterator[Line]:
    if document.notice:
        yield Line("notice", document.notice)
    yield Line("title", document.title)
    yield Line("author", document.author_body)
    if document.date:
        yield Line("date", document.date.isoformat())
    for block in document.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Line]:
    match block:
        case Heading():
            yield Line("heading", block.text)
        case Paragraph(runs):
            yield Line("paragraph", _text(runs))
        case BulletList(items) | NumberedList(items):
            yield from (Line("item", _text(item)) for item in items)
        case Quotation():
            yield Line("quoted", block.by)
            for inner in block.blocks:
                yield from _of_block(inner)
        case SummaryList(pairs):
            yield from (Line("fact", f"{term}: {_text(value)}") for term, value in pairs)
        case Table():
            yield Line("caption", block.caption)
            for row in (block.header, *block.rows):
                yield Line("row", " | ".join(row))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
