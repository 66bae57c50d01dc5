"""A guide as HTML, with the classes of GOV.UK."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_CLASSES: Final = {
    "paragraph_open": "govuk-body",
    "bullet_list_open": "govuk-list govuk-list--bullet",
    "ordered_list_open": "govuk-list govuk-list--number",
    "blockquote_open": "govuk-inset-text",
    "thead_open": "govuk-table__head",
    "tbody_open": "govuk-table__body",
    "tr_open": "govuk-table__row",
    "th_open": "govuk-table__header",
    "td_open": "govuk-table__cell",
}
_HEADINGS: Final = {"h1": "govuk-heading-l", "h2": "govuk-heading-m", "h3": "govuk-heading-s"}
_NO_PART_OF_AN_ADDRESS: Final = re.compile(r"[^\w\- ]")
_READS_ON: Final = 'role="region" tabindex="0"'
_READ_APART: Final = {"table_open", "fence", "code_block"}
"""What scrolls by itself, so that it needs a name, which nothing else on the page has."""
Leads = Callable[[str, str], str]
"""Where an address leads that stands in a guide, from the kind and name of what it names; empty
where it leads to nothing that is shown."""


def as_html(text: str, *, kind: str, leads: Leads, pictures: str) -> SafeString:
    """A guide as HTML. Whatever is HTML in it is shown as it stands.

    Args:
        text: Markdown.
        kind: its folder, from which its addresses go.
        leads: see `Leads`.
        pictures: the address below which pictures stand.
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    heading, named = "", Counter[str]()
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[place + 1].content
            token.attrSet("class", _HEADINGS.get(token.tag, "govuk-heading-s"))
            token.attrSet("id", _anchor(heading))
        elif token.type in _READ_APART:
            about = heading if token.type == "table_open" else "Example"
            named[about] += 1
            token.meta["about"] = f"{about} {named[about]}" if named[about] > 1 else about
        elif token.type in _CLASSES:
            token.attrSet("class", _CLASSES[token.type])
            if token.type == "th_open":
                token.attrSet("scope", "col")
        elif token.children:
            token.children = [*_inline(token.children, kind, leads, pictures)]
    reader.add_render_rule("table_open", _table)
    reader.add_render_rule("table_close", lambda *_: "</table></div>\n")
    reader.add_render_rule("fence", _code)
    reader.add_render_rule("code_block", _code)
    # The reader escapes every word of the text: no HTML in it is let through.
    html: str = reader.renderer.render(tokens, reader.options, {})
    return mark_safe(html)  # noqa: S308 - see above


def _inline(tokens: list[Token], kind: str, leads: Leads, pictures: str) -> Iterator[Token]:
    leads_on = []
    for token in tokens:
        if token.type == "link_open":
            address = _address(str(token.attrs["href"]), kind, leads)
            leads_on.append(bool(address))
            if not address:
                continue
            token.attrs = {"href": address, "class": "govuk-link"}
        elif token.type == "link_close" and not leads_on.pop():
            continue
        elif token.type == "image":
            name = PurePosixPath(str(token.attrs["src"])).name
            token.attrs = {"src": f"{pictures}{name}", "alt": "", "class": "app-guide__picture"}
        yield token


def _address(address: str, kind: str, leads: Leads) -> str:
    if address.startswith(("https://", "#")):
        return address
    path, _, anchor = address.partition("#")
    parts = PurePosixPath(path).parts
    folder = parts[-2] if len(parts) > 1 and parts[-2] != ".." else kind
    outside = parts[:2] == ("..", "..") or (len(parts) > 1 and parts[-2] == "..")
    name = parts[-1] if parts else ""
    found = "" if outside or not name.endswith(".md") else leads(folder, name.removesuffix(".md"))
    return f"{found}#{anchor}" if found and anchor else found


def _anchor(heading: str) -> str:
    """As links within the documentation name a heading."""
    return _NO_PART_OF_AN_ADDRESS.sub("", heading.lower()).replace(" ", "-")


def _table(_renderer: object, tokens: list[Token], place: int, *_: object) -> str:
    return (
        f'<div class="app-wide" aria-label="{escape(tokens[place].meta["about"])}" {_READS_ON}>'
        '<table class="govuk-table">\n'
    )


def _code(_renderer: object, tokens: list[Token], place: int, *_: object) -> str:
    return (
        f'<pre class="app-guide__code" aria-label="{escape(tokens[place].meta["about"])}" '
        f"{_READS_ON}>"
        f"<code>{escape(tokens[place].content)}</code></pre>\n"
    )
