"""The paragraphs and tables of a Word document in order, as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from answerable.documents.model import Block, BlockKind, Cell, Style
from answerable.documents.readers.breaks import split_at_breaks
from answerable.documents.readers.docx.names import (
    FALLBACK,
    Element,
    find,
    switch,
    value,
    w,
    whole,
)
from answerable.documents.readers.docx.numbering import Numbering
from answerable.documents.readers.docx.runs import Line, line_of
from answerable.documents.readers.docx.styles import Look, Styles
from answerable.documents.readers.hyphenation import tidy
from answerable.documents.readers.labels import split_bullet, split_number, with_label

_CONTAINERS: Final = frozenset(
    w(name) for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_GONE: Final = frozenset({w("del"), w("moveFrom"), FALLBACK})
_LEADER: Final = " ........ "
_NO_FILL: Final = ("auto", "FFFFFF", "ffffff", None)
_CONTENTS_TAB: Final = re.compile(r"\t(?=\S*$)")


@dataclass(frozen=True, slots=True)
class _Setting:
    cell: Cell | None = None
    boxed: bool = False


class Body:
    """One walk through a story of a Word document: its body, a header, a note or a text box."""

    def __init__(self, styles: Styles, numbering: Numbering, root: Element) -> None:
        self._styles = styles
        self._numbering = numbering
        self._root = root
        self._tables = 0
        self._held: Line | None = None

    def blocks(self) -> list[Block]:
        """The blocks of the story, none of them placed yet."""
        return list(self._story(self._root, _Setting()))

    def _story(self, root: Element, setting: _Setting) -> Iterator[Block]:
        for child in root:
            if child.tag == w("p"):
                yield from self._paragraph(child, setting)
            elif child.tag == w("tbl"):
                yield from self._table(child, setting)
            elif child.tag not in _GONE and isinstance(child.tag, str):
                yield from self._story(child, setting)

    def _paragraph(self, paragraph: Element, setting: _Setting) -> Iterator[Block]:
        properties = find(paragraph, "pPr")
        look = self._styles.paragraph(properties)
        line = line_of(paragraph, look, self._styles)
        if self._held is not None:
            line = Line(self._held.runs + line.runs, self._held.boxes + line.boxes)
            self._held = None
        if find(properties, "rPr/del") is not None:
            self._held = line
            return
        if line.text.strip():
            yield from self._written(line, look, properties, setting)
        for box in line.boxes:
            yield from self._story(box, replace(setting, boxed=True))

    def _written(
        self, line: Line, look: Look, properties: Element | None, setting: _Setting
    ) -> Iterator[Block]:
        label, depth = self._label(properties, look)
        heading = _heading(properties, look)
        if look.is_contents:
            line = replace(line, runs=[replace(r, text=_contents(r.text)) for r in line.runs])
        for position, part in enumerate(split_at_breaks(line.runs)):
            piece = Line(list(part))
            text = tidy(piece.text)
            own = label if position == 0 else ""
            typed = split_bullet(text) or split_number(text)
            listed = bool(own) or (typed is not None and heading is None)
            yield Block(
                _kind(heading, setting, listed=listed),
                with_label(own, text),
                page=1,
                start=0,
                level=heading or (max(1, depth) if listed else None),
                style=Style(
                    size=piece.usual("size"),  # type: ignore[arg-type]
                    bold=piece.mostly("bold"),
                    italic=piece.mostly("italic"),
                    boxed=setting.boxed or _is_framed(properties),
                ),
                cell=setting.cell,
                language=piece.usual("language") or self._styles.language,  # type: ignore[arg-type]
            )

    def _label(self, properties: Element | None, look: Look) -> tuple[str, int]:
        """The printed label of a paragraph ("" if none) and its depth in the list from 1."""
        list_id = whole(value(properties, "numPr/numId"))
        level = whole(value(properties, "numPr/ilvl"))
        if list_id is None:
            list_id = look.list_id
        if not list_id:
            return "", 0
        if level is None:
            style = value(properties, "pStyle")
            tied = self._numbering.style_level(list_id, style)
            level = tied if tied is not None else (look.list_level or 0)
        return self._numbering.label(list_id, level) or "", level + 1

    def _table(self, table: Element, setting: _Setting) -> Iterator[Block]:
        rows = [row for row in _rows(table) if not _is_gone(row)]
        if all(len(_cells(row)) < 2 for row in rows):
            for row in rows:
                for cell in _cells(row):
                    yield from self._story(cell, replace(setting, boxed=True))
            return
        number = self._tables
        self._tables += 1
        for row_number, row in enumerate(rows):
            header = find(row, "trPr/tblHeader") is not None
            column = whole(value(row, "trPr/gridBefore")) or 0
            for cell in _cells(row):
                if not _continues_above(cell):
                    place = Cell(number, row_number, column, header=header)
                    yield from self._story(cell, replace(setting, cell=place))
                column += whole(value(cell, "tcPr/gridSpan")) or 1


def _rows(table: Element) -> list[Element]:
    return [row for child in table for row in _unwrapped(child, w("tr"))]


def _cells(row: Element) -> list[Element]:
    return [cell for child in row for cell in _unwrapped(child, w("tc"))]


def _unwrapped(element: Element, tag: str) -> Iterator[Element]:
    """The elements of a tag at this place, taken out of content controls and insertions."""
    if element.tag == tag:
        yield element
    elif element.tag in _CONTAINERS:
        for child in element:
            yield from _unwrapped(child, tag)


def _continues_above(cell: Element) -> bool:
    merge = find(cell, "tcPr/vMerge")
    return merge is not None and merge.get(w("val")) != "restart"


def _heading(properties: Element | None, look: Look) -> int | None:
    own = whole(value(properties, "outlineLvl"))
    if own is not None:
        return own + 1 if own < 9 else None
    return look.heading


def _kind(heading: int | None, setting: _Setting, *, listed: bool) -> BlockKind:
    if heading is not None:
        return BlockKind.HEADING
    if setting.cell is not None:
        return BlockKind.TABLE_CELL
    return BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH


def _is_framed(properties: Element | None) -> bool:
    borders = find(properties, "pBdr")
    sides = 0 if borders is None else sum(1 for side in borders if side.get(w("val")) != "none")
    return sides > 1 or value(properties, "shd", "fill") not in _NO_FILL


def _contents(text: str) -> str:
    return _CONTENTS_TAB.sub(_LEADER, text)


def _is_gone(row: Element) -> bool:
    """Whether a row was deleted, or is not shown."""
    return find(row, "trPr/del") is not None or bool(switch(find(row, "trPr"), "hidden"))
