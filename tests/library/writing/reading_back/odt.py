"""The lines of an OpenDocument text, by its elements and the names of its styles."""

from __future__ import annotations

import io
from collections.abc import Iterator

import odfdo

from answerable.writing.outline import Line, LineKind

_KINDS = {
    "Notice": (LineKind.NOTICE, 0),
    "Title": (LineKind.TITLE, 0),
    "Subtitle": (LineKind.SUBTITLE, 0),
    "Origin": (LineKind.ORIGIN, 0),
    "Text_20_body": (LineKind.PARAGRAPH, 0),
    "Quoted_20_By": (LineKind.QUOTED_BY, 0),
    "Quotations": (LineKind.PARAGRAPH, 1),
    "Caption": (LineKind.CAPTION, 0),
}
_LISTS = {
    "Bullets": (LineKind.BULLET, 0),
    "Numbers": (LineKind.NUMBER, 0),
    "Quoted_20_Bullets": (LineKind.BULLET, 1),
    "Quoted_20_Numbers": (LineKind.NUMBER, 1),
}


def lines_in_odt(file: bytes) -> tuple[Line, ...]:
    """What stands in the text of the file, line by line; paragraphs without text are space."""
    body = odfdo.Document(io.BytesIO(file)).body
    return tuple(line for element in body.children for line in _lines(element))


def footer_of_odt(file: bytes) -> str:
    """What stands at the foot of every page, with fields as they are stored."""
    styles = odfdo.Document(io.BytesIO(file)).styles
    return _text(styles.get_element("//style:master-page/style:footer"))


def _lines(element: odfdo.Element) -> Iterator[Line]:
    style = element.get_attribute("text:style-name")
    match element.tag:
        case "text:h":
            level = int(element.get_attribute("text:outline-level"))
            yield Line(LineKind.HEADING, level, _text(element))
        case "text:p" if style == "Fact":
            term = element.children[0]
            assert term.style == "Term"
            assert _text(term).endswith(": ")
            yield Line(LineKind.TERM, 0, _text(term)[:-2])
            yield Line(LineKind.VALUE, 0, _text(element)[len(_text(term)) :])
        case "text:p" if _text(element):
            yield Line(*_KINDS[style], _text(element))
        case "text:list":
            for item in element.children:
                (paragraph,) = item.children
                yield Line(*_LISTS[style], _text(paragraph))
        case "table:table":
            for cell in element.get_elements("table:table-header-rows//table:table-cell"):
                yield Line(LineKind.HEADER_CELL, 0, _text(cell))
            for cell in element.get_elements("table:table-row//table:table-cell"):
                yield Line(LineKind.CELL, 0, _text(cell))


def _text(element: odfdo.Element) -> str:
    """The text as a word processor shows it: spaces in a row count once unless they are marked."""
    parts = []
    for piece in element.xpath(".//text()|.//text:s|.//text:line-break|.//text:tab"):
        match getattr(piece, "tag", None):
            case "text:s":
                parts.append(" " * int(piece.get_attribute("text:c") or 1))
            case "text:line-break":
                parts.append("\n")
            case "text:tab":
                parts.append(" ")
            case _ if not piece.parent.tag.startswith("svg:"):
                parts.append(str(piece))
    return "".join(parts)
