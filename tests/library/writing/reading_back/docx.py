"""The lines of a Word file, by the names of its styles."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from answerable.writing.outline import Line, LineKind

_KINDS = {
    "Notice": (LineKind.NOTICE, 0),
    "Title": (LineKind.TITLE, 0),
    "Subtitle": (LineKind.SUBTITLE, 0),
    "Origin": (LineKind.ORIGIN, 0),
    "Normal": (LineKind.PARAGRAPH, 0),
    "List Bullet": (LineKind.BULLET, 0),
    "List Number": (LineKind.NUMBER, 0),
    "Quoted By": (LineKind.QUOTED_BY, 0),
    "Quote": (LineKind.PARAGRAPH, 1),
    "Quote Bullet": (LineKind.BULLET, 1),
    "Quote Number": (LineKind.NUMBER, 1),
    "Caption": (LineKind.CAPTION, 0),
}


def lines_in_docx(file: bytes) -> tuple[Line, ...]:
    """What stands in the body of the file, line by line; paragraphs without text are space."""
    return tuple(_lines(docx.Document(io.BytesIO(file))))


def footer_of_docx(file: bytes) -> str:
    """What stands at the foot of every page, with fields as they are stored."""
    (section,) = docx.Document(io.BytesIO(file)).sections
    (paragraph,) = section.footer.paragraphs
    pieces = paragraph._p.iter(qn("w:t"), qn("w:tab"))
    return "".join((piece.text or "") if piece.tag == qn("w:t") else " " for piece in pieces)


def _lines(document: docx.document.Document) -> Iterator[Line]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _cells(part)
        elif part.text:
            yield from _paragraph(part)


def _paragraph(paragraph: Paragraph) -> Iterator[Line]:
    style = paragraph.style.name
    if style == "Fact":
        term, space, *value = paragraph.iter_inner_content()
        assert (term.style.name, term.text[-1], space.text) == ("Term", ":", " ")
        yield Line(LineKind.TERM, 0, term.text[:-1])
        yield Line(LineKind.VALUE, 0, "".join(part.text for part in value))
    elif style.startswith("Heading "):
        yield Line(LineKind.HEADING, int(style.removeprefix("Heading ")), paragraph.text)
    else:
        yield Line(*_KINDS[style], paragraph.text)


def _cells(table: Table) -> Iterator[Line]:
    for row in table._tbl.tr_lst:
        repeated = row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None
        kind = LineKind.HEADER_CELL if repeated else LineKind.CELL
        yield from (Line(kind, 0, _Cell(cell, table).text) for cell in row.tc_lst)
