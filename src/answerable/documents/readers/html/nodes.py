"""What a node of a page is: text within a line, a part of its own, a panel, or nothing to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborNode

_DROPPED: Final = frozenset(
    ("audio", "canvas", "dialog", "embed", "footer", "head", "iframe", "map", "nav", "noscript",
     "object", "script", "select", "style", "svg", "template", "textarea", "title", "video")
)  # fmt: skip
INLINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "dfn", "em", "font",
     "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
     "time", "tt", "u", "var", "wbr")
)  # fmt: skip
"""Tags within a line. `del` is none of them: deleted words are dropped."""
BOLD: Final = frozenset(("b", "strong", "th"))
ITALIC: Final = frozenset(("i", "em", "cite"))
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_TITLES: Final = frozenset((*HEADINGS, "summary", "dt"))
"""What the button that opens a part of a page stands in."""
_DROPPED_ROLES: Final = frozenset(
    ("alertdialog", "banner", "contentinfo", "dialog", "navigation", "search")
)
_CLOSED_ROLES: Final = frozenset(("region", "tabpanel"))
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE: Final = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|cookie\S*|skip-?link|(?:site|page)-?footer)(?:$|[\s_-])"
)
_PANEL: Final = re.compile(r"border(?:-\w+)?:(?!\s*(?:0|none))|panel|inset|callout|highlight-?box")
_MOSTLY: Final = 0.7
_NOTE_MARK: Final = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡])\)?\]?")


def is_dropped(node: LexborNode) -> bool:
    """Whether a node is not part of what the page says: navigation, scripts, hidden parts."""
    tag, attributes = node.tag or "-", node.attributes
    if tag in _DROPPED or tag == "del" or tag.startswith(("-", "!")):
        return True
    if tag == "header" and not node.css_first("h1"):
        return True
    if tag == "button" and not _opens_a_part(node):
        return True
    if tag == "aside" and (not _is_in_content(node) or _is_mostly_links(node)):
        return True
    if tag == "sup" and _NOTE_MARK.fullmatch(node.text(strip=True)):
        return True
    return (
        _is_hidden(node)
        or attributes.get("role") in _DROPPED_ROLES
        or bool(_FURNITURE.search(attributes.get("class") or ""))
        or bool(_FURNITURE.search(attributes.get("id") or ""))
    )


def is_panel(node: LexborNode) -> bool:
    """Whether a node looks as if a frame is drawn around it."""
    if node.tag == "aside":
        return True
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


def _opens_a_part(button: LexborNode) -> bool:
    """Whether a button is the title of a part that it shows and hides."""
    expands = "aria-expanded" in button.attributes and _is_in_content(button)
    return expands or any(node.tag in _TITLES for node in _around(button))


def _is_hidden(node: LexborNode) -> bool:
    """Whether nobody can bring a node to light; the closed parts of a page can be opened."""
    attributes = node.attributes
    if attributes.get("role") in _CLOSED_ROLES and _is_in_content(node):
        return False
    return (
        attributes.get("hidden", "until-found") != "until-found"
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(attributes.get("style") or ""))
    )


def _is_in_content(node: LexborNode) -> bool:
    return any(
        outer.tag in ("main", "article") or outer.attributes.get("role") == "main"
        for outer in _around(node)
    )


def _is_mostly_links(node: LexborNode) -> bool:
    linked = sum(len(link.text(strip=True)) for link in node.css("a"))
    return linked > _MOSTLY * len(node.text(strip=True))


def _table_of(row: LexborNode) -> Any:
    return next((node.mem_id for node in _around(row) if node.tag == "table"), None)


def _around(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes that a node stands in, the closest first."""
    outer = node.parent
    while outer is not None:
        yield outer
        outer = outer.parent
