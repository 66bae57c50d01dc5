"""The lines of an HTML fragment, by its elements."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from answerable.writing.outline import Line, LineKind

_LIST_KINDS = {"ul": LineKind.BULLET, "ol": LineKind.NUMBER}


def lines_in_html(fragment: str) -> tuple[Line, ...]:
    """What a browser would show of the fragment, line by line."""
    children = list(LexborHTMLParser(fragment).css_first("article").iter())
    opening, rest = _opening(children)
    return (*opening, *(line for node in rest for line in _lines(node)))


def _opening(children: list[LexborNode]) -> tuple[list[Line], list[LexborNode]]:
    lines, title = [], next(i for i, node in enumerate(children) if node.tag == "h1")
    lines += [Line(LineKind.NOTICE, 0, _text(node)) for node in children[:title]]
    lines.append(Line(LineKind.TITLE, 0, _text(children[title])))
    after = title + 1
    if "govuk-body-l" in children[after].attributes["class"].split():
        lines.append(Line(LineKind.SUBTITLE, 0, _text(children[after])))
        after += 1
    lines.append(Line(LineKind.ORIGIN, 0, _text(children[after])))
    return lines, children[after + 1 :]


def _lines(node: LexborNode, level: int = 0) -> Iterator[Line]:
    match node.tag:
        case "h2" | "h3" | "h4" | "h5":
            yield Line(LineKind.HEADING, int(node.tag[1]) - 1, _text(node))
        case "p":
            yield Line(LineKind.PARAGRAPH, level, _text(node))
        case "ul" | "ol":
            yield from (Line(_LIST_KINDS[node.tag], level, _text(item)) for item in node.iter())
        case "figure":
            yield Line(LineKind.QUOTED_BY, 0, _text(node.css_first("figcaption")))
            for said in node.css_first("blockquote").iter():
                yield from _lines(said, level=1)
        case "dl":
            for part in node.css("dt, dd"):
                yield Line(LineKind.TERM if part.tag == "dt" else LineKind.VALUE, 0, _text(part))
        case "table":
            yield Line(LineKind.CAPTION, 0, _text(node.css_first("caption")))
            for cell in node.css("th[scope=col], td"):
                kind = LineKind.HEADER_CELL if cell.tag == "th" else LineKind.CELL
                yield Line(kind, 0, _text(cell))
        case other:
            raise AssertionError(f"Nobody expects the element {other} here.")


def _text(node: LexborNode) -> str:
    parts = []
    for part in node.iter(include_text=True):
        if part.tag == "-text":
            parts.append(part.text_content or "")
        else:
            parts.append("\n" if part.tag == "br" else _text(part))
    return "".join(parts)
