"""What pages say in Welsh, asked of every page that there is."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.site.access import world as worlds
from tests.site.access.expectations import EXPECTED

from answerable.languages import marks
from answerable_site.config import languages
from answerable_site.home.guides import KINDS, guides

pytestmark = pytest.mark.django_db
IN_WELSH = ("publication", "home", "support", "people")
"""Rooms whose pages for everybody are in Welsh."""
WORDING = re.compile(f"{marks.WORDING}([^{marks.END}]*){marks.END}")
DATA = re.compile(f"{marks.DATA}([^{marks.END}{marks.WORDING}]*){marks.END}")
CITED = re.compile(r"^[^:]+: (section|paragraph) .* Act \d{4}$")
"""Provisions are named as the law in English names them."""
GUIDES = {one.title for kind in KINDS for one in guides(kind.name)}
"""Guides are in English alone, titles and all."""
COLUMNS = {"decision and answer"}
"""Names of columns, which belong to the figures and are the same in every language."""


@pytest.fixture
def before_marks(monkeypatch) -> list[str]:
    """Pages as they are before marks become elements."""
    kept: list[str] = []

    def keeping(page: str) -> str:
        kept.append(page)
        return marks.with_lang_attributes(page)

    monkeypatch.setattr(languages, "with_lang_attributes", keeping)
    return kept


def public_pages(world: worlds.World) -> Iterator[tuple[str, str]]:
    """Routes of those rooms that answer whoever does not sign in, with an address each."""
    for route in EXPECTED:
        if route.partition(":")[0] in IN_WELSH:
            yield route, reverse(route, kwargs=world.arguments.get(route))


def in_the_database() -> str:
    """All texts in the database."""
    texts: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    if isinstance(value, str):
                        texts.extend(_texts(value))
    return "\n".join(texts)


def _texts(value: str) -> Iterator[str]:
    yield value
    if value[:1] in "{[":
        try:
            yield from _inside(json.loads(value))
        except ValueError:
            return


def _inside(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _inside(one)
        case list():
            for one in value:
                yield from _inside(one)


class TestPagesForEverybody:
    def test_leave_nothing_in_english_but_what_somebody_wrote(self, world, before_marks):
        written = in_the_database()
        client = Client()
        left: set[str] = set()
        for route, address in public_pages(world):
            before_marks.clear()
            answer = client.get(f"/cy{address}")
            if answer.status_code != 200:
                continue
            for page in before_marks:
                left |= {f"{route}: {text}" for text in WORDING.findall(page)}
                left |= {
                    f"{route}: “{text}”"
                    for text in DATA.findall(page)
                    if html.unescape(text) not in written
                    and text not in COLUMNS
                    and html.unescape(text) not in GUIDES
                    and not CITED.match(text)
                }
        assert not left, "\n".join(sorted(left))
