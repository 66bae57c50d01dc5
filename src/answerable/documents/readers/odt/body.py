"""The headings, paragraphs, lists and tables of an OpenDocument text in order, as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from answerable.documents.model import Block, BlockKind, Cell, Style
from answerable.documents.readers.breaks import split_at_breaks
from answerable.documents.readers.hyphenation import tidy
from answerable.documents.readers.labels import split_bullet, split_number, with_label
from answerable.documents.readers.odt.lists import OUTLINE, Lists
from answerable.documents.readers.odt.runs import Line, line_of
from answerable.documents.readers.odt.styles import Look, Styles

_SKIPPED: Final = frozenset(
    ("text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls",
     "text:user-field-decls", "office:annotation", "office:scripts")
)  # fmt: skip
_MOST_REPEATS: Final = 200
_UNSEEN_ROWS: Final = ("collapse", "filter")
_TRUE: Final = ("true", True)


@dataclass(frozen=True, slots=True)
class _Setting:
    cell: Cell | None = None
    boxed: bool = False
    list_key: str = ""
    list_style: str | None = None
    depth: int = 0


class Body:
    """One walk through an OpenDocument text."""

    def __init__(self, styles: Styles, lists: Lists, root: Any, style_root: Any) -> None:
        self._styles = styles
        self._lists = lists
        self._root = root
        self._style_root = style_root
        self._tables = 0
        self._anonymous = 0
        self._last_list: dict[str | None, str] = {}
        self._label = ""
        self._notes: list[Block] = []

    def blocks(self) -> list[Block]:
        """The blocks of the document, none of them placed yet."""
        body = list(self._story(self._root, _Setting()))
        tops = self._furniture("style:header", BlockKind.PAGE_HEADER)
        feet = self._furniture("style:footer", BlockKind.PAGE_FOOTER)
        return tops + body + self._notes + feet

    def _furniture(self, tag: str, kind: BlockKind) -> list[Block]:
        told: dict[str, Block] = {}
        for story in self._style_root.get_elements(f"descendant::{tag}"):
            for block in self._story(story, _Setting()):
                told.setdefault(block.text, replace(block, kind=kind, level=None, cell=None))
        return list(told.values())

    def _story(self, root: Any, setting: _Setting) -> Iterator[Block]:
        for child in root.children:
            yield from self._element(child, setting)

    def _element(self, element: Any, setting: _Setting) -> Iterator[Block]:
        tag = element.tag
        if _is_hidden(element):
            return
        if tag in ("text:p", "text:h"):
            yield from self._paragraph(element, setting)
        elif tag == "text:list":
            yield from self._list(element, setting)
        elif tag == "table:table":
            yield from self._table(element, setting)
        elif tag == "draw:text-box":
            yield from self._story(element, replace(setting, boxed=True))
        elif tag not in _SKIPPED:
            yield from self._story(element, setting)

    def _paragraph(self, element: Any, setting: _Setting) -> Iterator[Block]:
        look = self._styles.look("paragraph", element.get_attribute("text:style-name"))
        line = line_of(element, look, self._styles)
        heading = _heading(element, look)
        label = self._label or self._outline_label(element, heading)
        if line.text.strip():
            self._label = ""
            yield from self._written(line, look, label, heading, setting)
        for box in line.boxes:
            yield from self._story(box, replace(setting, boxed=True))
        for note in line.notes:
            for block in self._story(note, _Setting()):
                self._notes.append(replace(block, kind=BlockKind.FOOTNOTE))

    def _written(
        self, line: Line, look: Look, label: str, heading: int | None, setting: _Setting
    ) -> Iterator[Block]:
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
                level=heading or (max(1, setting.depth) if listed else None),
                style=Style(
                    size=look.size,
                    bold=piece.mostly("bold"),
                    italic=piece.mostly("italic"),
                    boxed=setting.boxed or look.framed,
                ),
                cell=setting.cell,
                language=piece.language or look.language or self._styles.language,
            )

    def _outline_label(self, element: Any, heading: int | None) -> str:
        if element.tag != "text:h" or heading is None:
            return ""
        if element.get_attribute("text:is-list-header") in ("true", True):
            return ""
        return self._lists.label(OUTLINE, OUTLINE, heading, None)

    def _list(self, element: Any, setting: _Setting) -> Iterator[Block]:
        style = element.get_attribute("text:style-name") or setting.list_style
        key = setting.list_key or self._begin(element, style)
        inner = replace(setting, list_key=key, list_style=style, depth=setting.depth + 1)
        for child in element.children:
            if child.tag == "text:list-item":
                if _starts_with_text(child):
                    start = child.get_attribute("text:start-value")
                    self._label = self._lists.label(
                        key, style, inner.depth, int(start) if start else None
                    )
                yield from self._story(child, inner)
            elif child.tag == "text:list-header":
                yield from self._story(child, inner)

    def _begin(self, element: Any, style: str | None) -> str:
        self._anonymous += 1
        key = str(element.get_attribute("xml:id") or f"list {self._anonymous}")
        continues = element.get_attribute("text:continue-list")
        if element.get_attribute("text:continue-numbering") in ("true", True):
            continues = self._last_list.get(style)
        self._lists.begin(key, continues=str(continues) if continues else None)
        self._last_list[style] = key
        return key

    def _table(self, table: Any, setting: _Setting) -> Iterator[Block]:
        rows = list(_rows(table))
        if all(len(_cells(row)) < 2 for row, _ in rows):
            for row, _ in rows:
                for cell in _cells(row):
                    yield from self._story(cell, replace(setting, boxed=True, depth=0))
            return
        number = self._tables
        self._tables += 1
        for row_number, (row, header) in enumerate(rows):
            column = 0
            for cell in _cells(row):
                if cell.tag == "table:table-cell":
                    place = Cell(number, row_number, column, header=header)
                    yield from self._story(cell, replace(setting, cell=place, depth=0))
                repeats = int(cell.get_attribute("table:number-columns-repeated") or 1)
                column += min(repeats, _MOST_REPEATS)


def _rows(table: Any, *, header: bool = False) -> Iterator[tuple[Any, bool]]:
    for child in table.children:
        if child.tag == "table:table-row":
            if child.get_attribute("table:visibility") not in _UNSEEN_ROWS:
                yield child, header
        elif child.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(child, header=header or child.tag == "table:table-header-rows")


def _is_hidden(element: Any) -> bool:
    """Whether a section, or a paragraph by a mark in it, is not shown."""
    if element.tag == "text:section":
        shown = element.get_attribute("text:display")
        return shown == "none" or element.get_attribute("text:is-hidden") in _TRUE
    return element.tag in ("text:p", "text:h") and any(
        mark.get_attribute("text:is-hidden") in _TRUE
        for mark in element.get_elements("descendant::text:hidden-paragraph")
    )


def _cells(row: Any) -> list[Any]:
    tags = ("table:table-cell", "table:covered-table-cell")
    return [child for child in row.children if child.tag in tags]


def _starts_with_text(item: Any) -> bool:
    """Whether a list item has words of its own and is not only there to nest a list."""
    first = next(iter(item.children), None)
    return first is not None and first.tag != "text:list"


def _heading(element: Any, look: Look) -> int | None:
    if element.tag == "text:h":
        return int(element.get_attribute("text:outline-level") or 1)
    return 1 if look.title else None


def _kind(heading: int | None, setting: _Setting, *, listed: bool) -> BlockKind:
    if heading is not None:
        return BlockKind.HEADING
    if setting.cell is not None:
        return BlockKind.TABLE_CELL
    return BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
