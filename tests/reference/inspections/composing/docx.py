"""Sets a source as a DOCX file, with real automatic numbering, tracked changes and controls."""

from __future__ import annotations

import copy
import io
import re
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from composing.markup import Piece, Source
from composing.packing import WRITTEN, packed_alike

_INLINE = re.compile(
    r"(\*\*.+?\*\*|(?<!:)//.+?//|\^\^.+?\^\^|\{\+.+?\+\}|\{-.+?-\}|\{\[.+?\]\}|<br>)"
)
_FORMATS = {
    "a": ("lowerLetter", "({})"),
    "1": ("decimal", "{}."),
    "R": ("decimal", "Recommendation {}:"),
}


def set_docx(source: Source) -> bytes:
    """The source as the bytes of a DOCX file; the same source gives the same bytes."""
    file = Document()
    file.styles["Normal"].font.name = source.head.get("font", "Calibri")
    file.styles["Normal"].font.size = Pt(11)
    section = file.sections[0]
    section.header.paragraphs[0].text = source.head.get("header", "")
    section.footer.paragraphs[0].text = source.head.get("footer", "")
    numbering = _numbering(file, source.head.get("numbering", "1 a").split())
    for piece in source.pieces:
        _append(file, file.element.body, piece, numbering)
    properties = file.core_properties
    properties.title = source.head.get("file title", "")
    properties.author = properties.last_modified_by = "invented"
    properties.created = properties.modified = datetime(*WRITTEN, tzinfo=UTC)
    buffer = io.BytesIO()
    file.save(buffer)
    return packed_alike(buffer.getvalue())


def _append(file: Any, body: Any, piece: Piece, numbering: int) -> None:
    match piece.kind:
        case "table":
            table = file.add_table(rows=len(piece.rows), cols=len(piece.rows[0]))
            table.style = "Table Grid"
            for row, cells in zip(table.rows, piece.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    _fill_cell(cell, text)
            _mark_header(table.rows[0])
        case "panel":
            table = file.add_table(rows=1, cols=1)
            table.style = "Table Grid"
            cell = table.rows[0].cells[0]
            cell._element.remove(cell.paragraphs[0]._element)
            for inner in piece.pieces:
                _paragraph(file, cell, inner, numbering)
        case "control":
            start = len(body)
            for inner in piece.pieces:
                _append(file, body, inner, numbering)
            _wrap_in_control(body, start)
        case "break":
            file.add_page_break()
        case "gap":
            file.add_paragraph()
        case _:
            _paragraph(file, file, piece, numbering)


def _paragraph(file: Any, holder: Any, piece: Piece, numbering: int) -> None:
    styles = {
        "title": "Title",
        "heading": f"Heading {piece.level}",
        "bullet": "List Bullet" if piece.level == 1 else f"List Bullet {piece.level}",
        "counted": "List Paragraph",
    }
    paragraph = holder.add_paragraph(style=file.styles[styles.get(piece.kind, "Normal")])
    if piece.kind == "counted":
        _number(paragraph, numbering, piece.level - 1)
    text = f"{piece.label}\t{piece.text}" if piece.kind == "numbered" else piece.text
    _words(paragraph, text, piece.language)


def _fill_cell(cell: Any, text: str) -> None:
    first, *rest = text.split("<br>")
    _words(cell.paragraphs[0], first.strip(), None)
    for line in rest:
        _words(cell.add_paragraph(), line.strip(), None)


def _words(paragraph: Any, text: str, language: str | None) -> None:
    for part in filter(None, _INLINE.split(text)):
        mark, words = part[:2], part[2:-2]
        if part == "<br>":
            paragraph.add_run().add_break()
        elif mark == "{+":
            _tracked(paragraph, "w:ins", words)
        elif mark == "{-":
            _tracked(paragraph, "w:del", words)
        elif mark == "{[":
            _inline_control(paragraph, words)
        else:
            marked = mark in {"**", "//", "^^"} and part.endswith(mark)
            run = paragraph.add_run(words if marked else part)
            run.bold = (mark == "**" and marked) or None
            run.italic = (mark == "//" and marked) or None
            run.font.superscript = (mark == "^^" and marked) or None
            if language:
                _set_language(run, language)


def _set_language(run: Any, language: str) -> None:
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), {"cy": "cy-GB"}[language])
    run._element.get_or_add_rPr().append(element)


def _tracked(paragraph: Any, tag: str, words: str) -> None:
    change = OxmlElement(tag)
    change.set(qn("w:id"), str(len(words)))
    change.set(qn("w:author"), "invented")
    change.set(qn("w:date"), "2026-01-05T09:00:00Z")
    run = paragraph.add_run(words)._element
    if tag == "w:del":
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")
            text.set(qn("xml:space"), "preserve")
    paragraph._element.append(change)
    change.append(run)


def _inline_control(paragraph: Any, words: str) -> None:
    run = paragraph.add_run(words)._element
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(OxmlElement("w:sdtPr"))
    control.append(content)
    paragraph._element.append(control)
    content.append(run)


def _wrap_in_control(body: Any, start: int) -> None:
    # The section's properties stay last in the body, so what was added stands before them.
    added = list(body)[start - 1 : -1]
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(OxmlElement("w:sdtPr"))
    control.append(content)
    added[0].addprevious(control)
    for element in added:
        content.append(element)


def _mark_header(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _numbering(file: Any, formats: list[str]) -> int:
    """Define a numbering of two levels; answers its identifier."""
    root = file.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, name in enumerate(formats):
        number_format, pattern = _FORMATS[name]
        element = OxmlElement("w:lvl")
        element.set(qn("w:ilvl"), str(level))
        for tag, value in (
            ("w:start", "1"),
            ("w:numFmt", number_format),
            ("w:lvlText", pattern.format(f"%{level + 1}")),
        ):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            element.append(child)
        abstract.append(element)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), "90")
    number.append(reference)
    root.append(copy.copy(number))
    return 90


def _number(paragraph: Any, numbering: int, level: int) -> None:
    properties = paragraph._element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = numbering
