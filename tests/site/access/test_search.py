"""The search over all roles: what is found is what can be opened, and nothing else is told of."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser
from tests.site.access import pages
from tests.site.access import world as worlds
from tests.site.access.expectations import EXPECTED

from answerable_site.search.access import LEADS_TO
from answerable_site.search.rules import Kind

NOWHERE = "Nonesuch"


def asked(**words: str) -> str:
    return f"{reverse('search:search')}?{urlencode(words)}"


def results(page: str) -> set[str]:
    """The addresses to which results lead."""
    found = LexborHTMLParser(page).css(".app-results__heading a")
    return {node.attributes["href"] for node in found}


@pytest.fixture
def searching(asking):
    """Everybody who may search."""
    return [
        one
        for one in asking.world.people
        if one.roles & EXPECTED["search:search"].roles and one.user
    ]


@pytest.mark.parametrize("kind", Kind)
class TestResults:
    def test_lead_to_pages_that_open(self, kind, asking, searching):
        led = set()
        for somebody in searching:
            for mark in (worlds.MARK, worlds.FOREIGN_MARK):
                page = pages.shown(asking, somebody, asked(q=mark, kind=kind))
                for address in results(page):
                    assert asking(somebody, "GET", address).outcome == "open", (somebody, address)
                    led.add(address)
        assert led

    def test_are_everything_of_which_the_page_opens(self, kind, asking, searching):
        route = LEADS_TO[kind]
        arguments = asking.world.arguments[route]
        address = reverse(route, kwargs=arguments)
        openers = [one for one in searching if asking(one, "GET", address).outcome == "open"]
        assert openers
        for somebody in searching:
            page = pages.shown(asking, somebody, asked(q=worlds.MARK, kind=kind))
            assert (address in results(page)) == (somebody in openers), somebody.name


class TestWhatIsHidden:
    def test_is_as_if_it_were_not(self, asking, searching):
        strangers = [one for one in searching if not one.own and not one.beside]
        assert strangers
        for somebody in strangers:
            for words in (worlds.MARK, f"{worlds.MARK} {worlds.FOREIGN_MARK}"):
                page = pages.shown(asking, somebody, asked(q=words))
                other = words.replace(worlds.MARK, NOWHERE)
                nothing = pages.shown(asking, somebody, asked(q=other))
                assert page == nothing.replace(NOWHERE, worlds.MARK), somebody.name

    def test_is_not_among_what_is_left_when_it_is_left_out(self, asking, searching):
        somebody = next(one for one in searching if not one.own and not one.beside)
        whole = pages.shown(asking, somebody, asked(q=worlds.FOREIGN_MARK))
        without = pages.shown(asking, somebody, asked(q=f"{worlds.FOREIGN_MARK} -{worlds.MARK}"))
        assert results(without) == results(whole) != set()

    def test_is_in_no_count(self, asking, searching):
        for somebody in searching:
            for kind in Kind:
                page = pages.shown(asking, somebody, asked(q=worlds.MARK, kind=kind))
                counted = re.search(r"<h2[^>]*>[^<:]+: (?:<[^>]+>)?([\d,]+)", page)
                shown = len(results(page))
                assert shown == (int(counted[1]) if counted else 0) or shown == 20, somebody.name
