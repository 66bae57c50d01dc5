"""What a node of a page is: text within a line, a part of its own, a panel, or nothing to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborNode

_DROPPED: Final = frozenset(
    ("aside", "audio", "button", "canvas", "dialog", "embed", "footer", "head", "iframe", "map",
     "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
     "title", "video")
)  # fmt: skip
INLINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i",
     "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
     "time", "tt", "u", "var", "wbr")
)  # fmt: skip
"""Tags within a line. `del` is none of them: deleted words are dropped."""
BOLD: Final = frozenset(("b", "strong", "th"))
ITALIC: Final = frozenset(("i", "em", "cite"))
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_DROPPED_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "search", "dialog"))
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE: Final = re.compile(r"(?:^|[\s_-])(?:breadcrumbs?|cookie\S*|skip-?link)(?:$|[\s_-])")
_PANEL: Final = re.compile(r"border(?:-\w+)?:(?!\s*(?:0|none))|panel|inset|callout|highlight-?box")
_NOTE_MARK: Final = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡])\)?\]?")


def is_dropped(node: LexborNode) -> bool:
    """Whether a node is not part of what the page says: navigation, scripts, hidden parts."""
    tag, attributes = node.tag or "-", node.attributes
    if tag in _DROPPED or tag == "del" or tag.startswith(("-", "!")):
        return True
    if tag == "header" and not node.css_first("h1"):
        return True
    if tag == "sup" and _NOTE_MARK.fullmatch(node.text(strip=True)):
        return True
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _DROPPED_ROLES
        or bool(_HIDDEN.search(attributes.get("style") or ""))
        or bool(_FURNITURE.search(attributes.get("class") or ""))
    )


def is_panel(node: LexborNode) -> bool:
    """Whether a node looks as if a frame is drawn around it."""
    look = f"{node.attributes.get('class') or ''} {node.attributes.get('style') or ''}".lower()
    return node.tag in ("div", "section", "blockquote") and bool(_PANEL.search(look))


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes directly in a node, texts among them."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


def cells(row: LexborNode) -> list[LexborNode]:
    """The cells of a table row."""
    return [child for child in children(row) if child.tag in ("td", "th")]


def rows(table: LexborNode) -> list[LexborNode]:
    """The rows of a table, without those of tables in its cells."""
    return [row for row in table.css("tr") if _table_of(row) == table.mem_id]


def is_header_row(row: LexborNode) -> bool:
    """Whether a row stands in the head of its table."""
    return row.parent is not None and row.parent.tag == "thead"


def whole(value: str | None, otherwise: int) -> int:
    """A whole number in an attribute, brought between -9,999 and 9,999."""
    try:
        return max(-9999, min(9999, int(str(value))))
    except ValueError:
        return otherwise


def _table_of(row: LexborNode) -> Any:
    parent = row.parent
    while parent is not None and parent.tag != "table":
        parent = parent.parent
    return parent.mem_id if parent is not None else None
