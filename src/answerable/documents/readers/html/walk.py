"""One walk through the tree of a page, which leaves blocks behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from answerable.documents.model import Block, BlockKind, Cell, Style
from answerable.documents.readers.breaks import split_at_breaks
from answerable.documents.readers.html.nodes import (
    BOLD,
    HEADINGS,
    INLINE,
    ITALIC,
    cells,
    children,
    is_dropped,
    is_header_row,
    is_panel,
    rows,
    whole,
)
from answerable.documents.readers.hyphenation import SOFT_HYPHEN, tidy
from answerable.documents.readers.labels import BULLET, numeral, with_label

_DEEPEST: Final = 150
_MOST_SPANNED: Final = 100


@dataclass(frozen=True, slots=True)
class _Setting:
    """What surrounds the text being read."""

    language: str | None = None
    depth: int = 0
    cell: Cell | None = None
    boxed: bool = False
    nesting: int = 0
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class _Run:
    text: str
    bold: bool
    italic: bool


class Walk:
    """The blocks of a page, none of them placed yet, with its title and language."""

    def __init__(self, markup: str) -> None:
        self.blocks: list[Block] = []
        self._tables = 0
        self._runs: list[_Run] = []
        self._label = ""
        self._kind = BlockKind.PARAGRAPH
        self._level: int | None = None
        parser = LexborHTMLParser(markup)
        title = parser.css_first("title")
        self.title = (tidy(title.text()) or None) if title else None
        self.language = parser.root.attributes.get("lang") if parser.root else None
        body = _main(parser) or parser.body
        if body is not None:
            setting = _Setting(language=self.language)
            self._inside(body, setting)
            self._flush(setting)

    def _inside(self, node: LexborNode, setting: _Setting) -> None:
        """Reads what stands in a node."""
        if setting.nesting > _DEEPEST:
            self._say(node.text(), setting)
            return
        for child in children(node):
            tag = child.tag or ""
            if tag == "-text":
                self._say((child.text_content or "").replace("\n", " "), setting)
            elif tag == "br":
                self._say("\n", setting)
            elif not is_dropped(child):
                inner = replace(
                    setting,
                    language=child.attributes.get("lang") or setting.language,
                    nesting=setting.nesting + 1,
                    bold=setting.bold or tag in BOLD,
                    italic=setting.italic or tag in ITALIC,
                )
                if tag in INLINE:
                    self._inside(child, inner)
                else:
                    self._part(child, tag, inner)

    def _say(self, text: str, setting: _Setting) -> None:
        self._runs.append(_Run(text, setting.bold, setting.italic))

    def _part(self, node: LexborNode, tag: str, setting: _Setting) -> None:
        """Reads a node that makes blocks of its own."""
        self._flush(setting)
        if tag in HEADINGS:
            self._kind, self._level = BlockKind.HEADING, HEADINGS[tag]
            self._inside(node, setting)
            self._flush(setting)
            self._kind, self._level = BlockKind.PARAGRAPH, None
        elif tag in ("ul", "ol", "menu"):
            self._list(node, tag, replace(setting, depth=setting.depth + 1))
        elif tag == "table":
            self._table(node, setting)
        else:
            self._inside(node, replace(setting, boxed=setting.boxed or is_panel(node)))
        self._flush(setting)

    def _list(self, node: LexborNode, tag: str, setting: _Setting) -> None:
        items = [child for child in children(node) if child.tag == "li"]
        step = -1 if "reversed" in node.attributes else 1
        number = whole(node.attributes.get("start"), len(items) if step < 0 else 1)
        look = (node.attributes.get("style") or "").replace(" ", "")
        unmarked = "list-style:none" in look or "list-style-type:none" in look
        for child in children(node):
            if child.tag in ("ul", "ol"):
                self._list(child, str(child.tag), replace(setting, depth=setting.depth + 1))
            if child.tag != "li" or is_dropped(child):
                continue
            number = whole(child.attributes.get("value"), number)
            style = str(child.attributes.get("type") or node.attributes.get("type") or "1")
            ordered = f"{numeral(number, style)}."
            self._flush(setting)
            self._label = "" if unmarked else (ordered if tag == "ol" else BULLET)
            self._kind, self._level = BlockKind.LIST_ITEM, setting.depth
            self._inside(child, replace(setting, bold=False, italic=False))
            self._flush(setting)
            self._label = ""
            number += step

    def _table(self, node: LexborNode, setting: _Setting) -> None:
        lines = rows(node)
        if max((len(cells(line)) for line in lines), default=0) < 2:
            self._inside(node, replace(setting, boxed=True))
            return
        table = self._tables
        self._tables += 1
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(lines):
            column = 0
            for node_cell in cells(line):
                while (row, column) in taken:
                    column += 1
                header = is_header_row(line) or (row == 0 and node_cell.tag == "th")
                self._cell(node_cell, Cell(table, row, column, header=header), setting)
                down = min(whole(node_cell.attributes.get("rowspan"), 1), len(lines))
                across = min(whole(node_cell.attributes.get("colspan"), 1), _MOST_SPANNED)
                taken |= {
                    (below, beside)
                    for below in range(row, row + max(1, down))
                    for beside in range(column, column + max(1, across))
                }

    def _cell(self, node: LexborNode, cell: Cell, setting: _Setting) -> None:
        inner = replace(
            setting,
            cell=cell,
            depth=0,
            bold=node.tag == "th",
            language=node.attributes.get("lang") or setting.language,
        )
        self._flush(inner)
        self._inside(node, inner)
        self._flush(inner)

    def _flush(self, setting: _Setting) -> None:
        """Ends the block being gathered, if there is any."""
        parts = split_at_breaks(self._runs)
        self._runs = []
        for part in parts:
            text = tidy("".join(run.text for run in part)).replace(SOFT_HYPHEN, "")
            if text:
                self._add(with_label(self._label, text), part, setting)
                self._label = ""
        if parts:
            self._kind, self._level = BlockKind.PARAGRAPH, None

    def _add(self, text: str, runs: list[_Run], setting: _Setting) -> None:
        in_cell = setting.cell is not None and self._kind is not BlockKind.HEADING
        self.blocks.append(
            Block(
                BlockKind.TABLE_CELL if in_cell else self._kind,
                text,
                page=1,
                start=0,
                level=self._level,
                style=Style(
                    bold=_mostly([(run.bold, run.text) for run in runs]),
                    italic=_mostly([(run.italic, run.text) for run in runs]),
                    boxed=setting.boxed,
                ),
                cell=setting.cell,
                language=setting.language,
            )
        )


def _main(parser: LexborHTMLParser) -> LexborNode | None:
    """The page's one main part, if it has one."""
    mains = parser.css("main, [role=main]")
    return mains[0] if len(mains) == 1 and mains[0].text(strip=True) else None


def _mostly(weighed: list[tuple[bool, str]]) -> bool:
    total = sum(len(text.strip()) for _, text in weighed)
    return 2 * sum(len(text.strip()) for holds, text in weighed if holds) > total
