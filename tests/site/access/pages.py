"""Pages as text that can be compared, and what their forms offer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.site.access.asking import Asking
from tests.site.access.expectations import EXPECTED
from tests.site.access.routes import routes
from tests.site.access.world import Somebody, World

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=)"\w+"')
CHOOSING = 'select, input[type="radio"], input[type="checkbox"], input[type="hidden"]'


def lists() -> list[str]:
    """Routes without arguments that show each viewer something else."""
    return [
        route
        for route, arguments in routes().items()
        if not arguments and EXPECTED[route].roles and not EXPECTED[route].record
    ]


def shown(asking: Asking, somebody: Somebody, address: str) -> str:
    """A page or file as somebody sees it, without the token that differs each time."""
    return TOKEN.sub(r"\1", asking(somebody, "GET", address, rendered=True).words)


def queries_of(page: str) -> Iterator[str]:
    """The queries that the forms of a page can ask, one field at a time."""
    for form in forms(page, "get"):
        for choice in form.choices:
            for value in choice.values:
                yield f"?{urlencode({choice.name: value})}"


def fields_of(page: str) -> set[str]:
    """The names of all fields of the forms that ask, and the words that any list may know."""
    found = {"q", "sort", "page"}
    for form in forms(page, "get"):
        found |= form.names
    return found


def offered_by(page: str) -> dict[str, set[str]]:
    """The values that the forms of a page offer, by field."""
    found: dict[str, set[str]] = {}
    for form in forms(page, "get"):
        for choice in form.choices:
            found.setdefault(choice.name, set()).update(choice.values)
    return found


@dataclass(frozen=True)
class Choice:
    """A field that offers values, or hides one."""

    name: str
    values: tuple[str, ...]
    hidden: bool


@dataclass(frozen=True)
class Form:
    """A form of a page."""

    names: frozenset[str]
    choices: tuple[Choice, ...]
    values: dict[str, str]
    """What it sends as it stands, without what is to be ticked."""


def forms(page: str, method: str) -> list[Form]:
    """The forms of a page that use a method, such as "post"."""
    found = LexborHTMLParser(page).css("form")
    return [_form(node) for node in found if _attribute(node, "method", "get").lower() == method]


def _form(node: LexborNode) -> Form:
    offered: dict[str, list[str]] = {}
    hidden: set[str] = set()
    for field in node.css(CHOOSING):
        name = _attribute(field, "name")
        if not name or name == "csrfmiddlewaretoken":
            continue
        if _attribute(field, "type") == "hidden":
            hidden.add(name)
        options = field.css("option") if field.tag == "select" else [field]
        offered.setdefault(name, []).extend(_attribute(option, "value") for option in options)
    named = [field for field in node.css("input, select, textarea") if _attribute(field, "name")]
    return Form(
        names=frozenset(_attribute(field, "name") for field in named),
        choices=tuple(
            Choice(name, tuple(values), name in hidden) for name, values in offered.items()
        ),
        values={
            _attribute(field, "name"): _attribute(field, "value") or field.text(strip=True)
            for field in named
            if field.tag != "select" and _attribute(field, "type") not in {"radio", "checkbox"}
        },
    )


def _attribute(node: LexborNode, name: str, default: str = "") -> str:
    return node.attributes.get(name) or default


def strangers(world: World) -> list[Somebody]:
    """Those who hold one role, in the foreign office."""
    return [one for one in world.people if len(one.foreign) == 1 and not one.own]


def list_pages(asking: Asking, people: list[Somebody]) -> dict[tuple[str, str], str]:
    """What each viewer sees on each list, and the first in each order and under each filter."""
    found = {}
    for route in lists():
        readers = [one for one in people if one.roles & EXPECTED[route].roles]
        address = reverse(route)
        for reader in readers:
            found[reader.name, address] = shown(asking, reader, address)
        if readers:
            plain = found[readers[0].name, address]
            for query in ("?q=bag", "?page=2", *queries_of(plain)):
                asked = f"{address}{query}"
                found[readers[0].name, asked] = shown(asking, readers[0], asked)
    return found
