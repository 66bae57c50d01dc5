"""HTML: the page's own words in order, without navigation, scripts and hidden parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from answerable.documents.encodings import decode
from answerable.documents.model import (
    Block,
    BlockKind,
    Cell,
    Document,
    MediaType,
    Page,
    Style,
    place,
)
from answerable.documents.readers.hyphenation import SOFT_HYPHEN, tidy
from answerable.documents.readers.labels import BULLET, numeral, with_label

_DROPPED: Final = frozenset(
    [
        "aside",
        "audio",
        "button",
        "canvas",
        "dialog",
        "embed",
        "footer",
        "head",
        "iframe",
        "map",
        "nav",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_BOLD: Final = frozenset(("b", "strong", "th"))
_ITALIC: Final = frozenset(("i", "em", "cite"))
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_DROPPED_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "search", "dialog"))
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE: Final = re.compile(r"(?:^|[\s_-])(?:breadcrumbs?|cookie\S*|skip-?link)(?:$|[\s_-])")
_DECLARED: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DEEPEST: Final = 150


@dataclass(frozen=True, slots=True)
class _Setting:
    """What surrounds the text being read."""

    language: str | None = None
    depth: int = 0
    cell: Cell | None = None
    boxed: bool = False
    nesting: int = 0


@dataclass(slots=True)
class _Writing:
    """Text gathered for the block being read."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    italic: int = 0

    def add(self, text: str, *, bold: bool, italic: bool) -> None:
        self.parts.append(text)
        count = len(text.strip())
        self.letters += count
        self.bold += count if bold else 0
        self.italic += count if italic else 0


def read(data: bytes) -> Document:
    """The document in an HTML file."""
    return document_of(_text(data))


def document_of(markup: str) -> Document:
    """A document of markup that is already decoded."""
    reading = _Reading(markup)
    return Document(
        media_type=MediaType.HTML,
        pages=(Page(1),),
        blocks=place(reading.blocks),
        title=reading.title,
        language=reading.language,
    )


def blocks_of(markup: str) -> list[Block]:
    """The blocks of some markup, none of them placed yet."""
    return _Reading(markup).blocks


def _text(data: bytes) -> str:
    declared = _DECLARED.search(data, 0, 4096)
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (UnicodeError, LookupError):
            pass
    return decode(data) or data.decode("utf-8", "replace")


class _Reading:
    """One walk through the tree of a page."""

    def __init__(self, markup: str) -> None:
        self.blocks: list[Block] = []
        self._tables = 0
        self._writing = _Writing()
        self._label = ""
        self._kind = BlockKind.PARAGRAPH
        self._level: int | None = None
        parser = LexborHTMLParser(markup)
        title = parser.css_first("title")
        self.title = (tidy(title.text()) or None) if title else None
        root = parser.root
        self.language = root.attributes.get("lang") if root else None
        body = self._main(parser) or parser.body
        if body is not None:
            self._walk(body, _Setting(language=self.language))
            self._flush(_Setting(language=self.language))

    @staticmethod
    def _main(parser: LexborHTMLParser) -> LexborNode | None:
        mains = parser.css("main, [role=main]")
        return mains[0] if len(mains) == 1 and mains[0].text(strip=True) else None

    def _walk(
        self, node: LexborNode, setting: _Setting, *, bold: bool = False, italic: bool = False
    ) -> None:
        if setting.nesting > _DEEPEST:
            self._writing.add(node.text(), bold=bold, italic=italic)
            return
        child = node.child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                self._writing.add(child.text_content or "", bold=bold, italic=italic)
            elif tag == "br":
                self._break(setting)
            elif not _is_dropped(child):
                inner = replace(
                    setting,
                    language=child.attributes.get("lang") or setting.language,
                    nesting=setting.nesting + 1,
                )
                if tag in _INLINE:
                    self._walk(
                        child, inner, bold=bold or tag in _BOLD, italic=italic or tag in _ITALIC
                    )
                else:
                    self._block(child, tag, inner, bold=bold, italic=italic)
            child = child.next

    def _block(
        self, node: LexborNode, tag: str, setting: _Setting, *, bold: bool, italic: bool
    ) -> None:
        self._flush(setting)
        if tag in _HEADINGS:
            self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
            self._walk(node, setting, bold=bold, italic=italic)
        elif tag in ("ul", "ol", "menu"):
            self._list(node, tag, replace(setting, depth=setting.depth + 1))
        elif tag == "table":
            self._table(node, setting)
        else:
            self._walk(node, _framed(node, tag, setting), bold=bold, italic=italic)
        self._flush(setting)

    def _list(self, node: LexborNode, tag: str, setting: _Setting) -> None:
        style = str(node.attributes.get("type") or "1")
        items = [child for child in _children(node) if child.tag == "li"]
        step = -1 if "reversed" in node.attributes else 1
        number = _whole(node.attributes.get("start"), len(items) if step < 0 else 1)
        plain = "list-style" in str(node.attributes.get("style") or "") and "none" in str(
            node.attributes.get("style")
        )
        for child in _children(node):
            if child.tag != "li":
                if child.tag in ("ul", "ol"):
                    self._list(child, str(child.tag), replace(setting, depth=setting.depth + 1))
                continue
            if _is_dropped(child):
                continue
            number = _whole(child.attributes.get("value"), number)
            ordered = f"{numeral(number, str(child.attributes.get('type') or style))}."
            self._flush(setting)
            self._label = "" if plain else (ordered if tag == "ol" else BULLET)
            self._kind, self._level = BlockKind.LIST_ITEM, setting.depth
            self._walk(child, setting)
            self._flush(setting)
            self._label = ""
            number += step

    def _table(self, node: LexborNode, setting: _Setting) -> None:
        rows = [row for row in node.css("tr") if _table_of(row) == node.mem_id]
        if max((sum(1 for _ in _cells(row)) for row in rows), default=0) < 2:
            self._walk(node, replace(setting, boxed=True))
            return
        table = self._tables
        self._tables += 1
        taken: dict[tuple[int, int], bool] = {}
        for row_number, row in enumerate(rows):
            column = 0
            for node_cell in _cells(row):
                while (row_number, column) in taken:
                    column += 1
                self._cell(node_cell, Cell(table, row_number, column), setting)
                down = min(_whole(node_cell.attributes.get("rowspan"), 1), len(rows))
                across = min(_whole(node_cell.attributes.get("colspan"), 1), 100)
                for below in range(row_number, row_number + max(1, down)):
                    for beside in range(column, column + max(1, across)):
                        taken[below, beside] = True

    def _cell(self, node: LexborNode, cell: Cell, setting: _Setting) -> None:
        in_head = node.parent is not None and getattr(node.parent.parent, "tag", "") == "thead"
        header = in_head or (node.tag == "th" and cell.row == 0)
        inner = replace(
            setting,
            cell=replace(cell, header=header),
            language=node.attributes.get("lang") or setting.language,
        )
        self._flush(inner)
        self._walk(node, inner, bold=node.tag == "th")
        self._flush(inner)

    def _break(self, setting: _Setting) -> None:
        """A line break: two in a row part paragraphs, one is a space."""
        parts = self._writing.parts
        if parts and parts[-1] == "\n":
            self._flush(setting)
        else:
            parts.append("\n")

    def _flush(self, setting: _Setting) -> None:
        """Ends the block being gathered."""
        writing, kind, level = self._writing, self._kind, self._level
        text = tidy("".join(writing.parts)).replace(SOFT_HYPHEN, "")
        if not text:
            writing.parts.clear()
            return
        self._writing, self._kind, self._level = _Writing(), BlockKind.PARAGRAPH, None
        if setting.cell and kind is not BlockKind.HEADING:
            kind = BlockKind.TABLE_CELL
        half = writing.letters / 2
        self.blocks.append(
            Block(
                kind,
                with_label(self._label, text),
                page=1,
                start=0,
                level=level,
                style=Style(
                    bold=writing.bold > half, italic=writing.italic > half, boxed=setting.boxed
                ),
                cell=setting.cell,
                language=setting.language,
            )
        )
        self._label = ""


def _is_dropped(node: LexborNode) -> bool:
    tag, attributes = node.tag, node.attributes
    if tag in _DROPPED or (tag or "-").startswith(("-", "!")):
        return True
    if tag == "header" and not node.css_first("h1"):
        return True
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _DROPPED_ROLES
        or bool(_HIDDEN.search(attributes.get("style") or ""))
        or bool(_FURNITURE.search(attributes.get("class") or ""))
    )


def _framed(node: LexborNode, tag: str, setting: _Setting) -> _Setting:
    """The setting inside a node that may be a drawn panel."""
    look = f"{node.attributes.get('class') or ''} {node.attributes.get('style') or ''}".lower()
    boxed = any(word in look for word in ("border:", "panel", "inset", "callout", "highlight-box"))
    return replace(setting, boxed=True) if boxed and tag in ("div", "section") else setting


def _children(node: LexborNode) -> list[LexborNode]:
    found, child = [], node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _cells(row: LexborNode) -> list[LexborNode]:
    return [child for child in _children(row) if child.tag in ("td", "th")]


def _table_of(row: LexborNode) -> Any:
    parent = row.parent
    while parent is not None and parent.tag != "table":
        parent = parent.parent
    return parent.mem_id if parent is not None else None


def _whole(value: str | None, otherwise: int) -> int:
    try:
        return max(-9999, min(9999, int(str(value))))
    except ValueError:
        return otherwise
