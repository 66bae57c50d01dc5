"""Sets a source as an ODT file with odfdo."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

from odfdo import Cell, Document, Header, List, ListItem, Paragraph, Row, Table
from odfdo import Element as OdfElement

from composing.markup import Piece, Source
from composing.packing import WRITTEN, packed_alike

_MARKS = re.compile(r"\*\*|(?<!:)//|\^\^")
_LIST_STYLES = (
    (
        '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"'
        ' text:bullet-char="&#8226;"/></text:list-style>'
    ),
    (
        '<text:list-style style:name="L2"><text:list-level-style-number text:level="1"'
        ' style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2"'
        ' style:num-format="a" style:num-suffix=")"/></text:list-style>'
    ),
)


def set_odt(source: Source) -> bytes:
    """The source as the bytes of an ODT file; the same source gives the same bytes."""
    file = Document("text")
    file.body.clear()
    for element in _elements(list(source.pieces)):
        file.body.append(element)
    content: Any = file.get_part("content")
    styles = content.get_element("//office:automatic-styles")
    for style in _LIST_STYLES:
        styles.append(OdfElement.from_tag(style))
    meta = file.meta
    meta.title = source.head.get("file title", "")
    meta.creator = meta.initial_creator = "invented"
    moment = datetime(*WRITTEN)  # noqa: DTZ001 - the format holds a local time without zone
    meta.creation_date = meta.date = moment
    buffer = io.BytesIO()
    file.save(buffer)
    return packed_alike(buffer.getvalue())


def _elements(pieces: list[Piece]) -> list[OdfElement]:
    made: list[OdfElement] = []
    while pieces:
        piece = pieces.pop(0)
        if piece.kind in {"bullet", "counted"}:
            run = [piece]
            while pieces and pieces[0].kind == piece.kind:
                run.append(pieces.pop(0))
            made.append(_list(run))
        elif piece.kind == "panel":
            made.append(_panel(piece))
        elif piece.kind == "table":
            made.append(_table(piece))
        elif piece.kind == "heading":
            made.append(Header(piece.level, _plain(piece.text)))
        elif piece.kind == "title":
            made.append(Paragraph(_plain(piece.text), style="Title"))
        elif piece.kind not in {"break", "gap"}:
            label = f"{piece.label} " if piece.label else ""
            made.append(Paragraph(f"{label}{_plain(piece.text)}"))
    return made


def _list(run: list[Piece]) -> List:
    whole = List(style="L1" if run[0].kind == "bullet" else "L2")
    item, inner = ListItem(), None
    for piece in run:
        if piece.level == 1:
            item, inner = ListItem(_plain(piece.text)), None
            whole.append(item)
            continue
        if inner is None:
            inner = List()
            item.append(inner)
        inner.append(ListItem(_plain(piece.text)))
    return whole


def _table(piece: Piece) -> Table:
    table = Table(f"Table{len(piece.rows)}{len(piece.rows[1][1])}")
    for texts in piece.rows:
        row = Row()
        for text in texts:
            cell = Cell()
            for line in text.split("<br>"):
                cell.append(Paragraph(_plain(line.strip())))
            row.append_cell(cell)
        table.append_row(row)
    return table


def _panel(piece: Piece) -> Table:
    table, row, cell = Table("Panel"), Row(), Cell()
    for element in _elements(list(piece.pieces)):
        cell.append(element)
    row.append_cell(cell)
    table.append_row(row)
    return table


def _plain(text: str) -> str:
    return _MARKS.sub("", text)
