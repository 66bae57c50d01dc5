"""What comes back besides the page: errors, redirects, caches, and the public’s pages."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from tests import factories
from tests.site.access import pages
from tests.site.access import world as worlds
from tests.site.access.expectations import EXPECTED
from tests.site.access.routes import routes

RECORDS = sorted(
    route
    for route, arguments in routes().items()
    if arguments and EXPECTED[route].roles and EXPECTED[route].record
)
PUBLIC = sorted(
    route
    for route in routes()
    # These lead on whoever is signed in; steps of signing in are for one person.
    if EXPECTED[route].public
    and not EXPECTED[route].is_step
    and route not in {"home:start", "account_login"}
)
FEW = 10
"""Viewers of a public page: the matrix asks every one of them, and looks at no words."""
MAIN = re.compile(r"<main.*</main>", re.DOTALL)


def address_of(asking, route):
    return reverse(route, kwargs=asking.world.arguments.get(route))


def outsiders(asking, route):
    """Nobody, somebody who left, and from the foreign office one who has the role and one not."""
    strangers = pages.strangers(asking.world)
    with_role = [one for one in strangers if one.roles & EXPECTED[route].roles]
    without = [one for one in strangers if not one.roles & EXPECTED[route].roles]
    return [
        *(asking.world.somebody(name) for name in ("anonymous", "former member")),
        *with_role[:1],
        *without[:1],
    ]


@pytest.mark.parametrize("route", RECORDS)
class TestErrorPagesAndRedirects:
    def test_say_nothing_of_a_foreign_record(self, route, asking):
        address = address_of(asking, route)
        wrong = []
        for somebody in outsiders(asking, route):
            for method in ("GET", "POST"):
                words = asking(somebody, method, address, rendered=True).words
                if worlds.MARK in words or f"{worlds.MARK.lower()}" in words.replace(address, ""):
                    wrong.append(f"{somebody.name} {method} {address}")
        assert wrong == []


class TestSigningIn:
    @pytest.mark.parametrize(
        "target",
        [
            "https://elsewhere.example/",
            "//elsewhere.example/",
            "/\\elsewhere.example",
            "\\\\elsewhere.example",
            "https:elsewhere.example",
            "https:///elsewhere.example",
            "javascript:alert(1)",
            " //elsewhere.example",
            "http://testserver@elsewhere.example/",
            "http://testserver.elsewhere.example/",
        ],
    )
    def test_leads_to_no_other_site(self, target, asking):
        answer = self.sign_in(asking, target)
        assert answer.response["Location"] == reverse("home:start")

    def test_leads_on_to_a_page_of_this_site(self, asking):
        target = reverse("register:inspections")
        assert self.sign_in(asking, target).response["Location"] == target

    def sign_in(self, asking, target):
        return asking(
            asking.world.somebody("anonymous"),
            "POST",
            reverse("account_login"),
            {
                "login": asking.world.own.office.officer.email,
                "password": factories.PASSWORD,
                "next": target,
            },
        )


class TestPublicRegister:
    def test_is_kept_by_a_cache_for_a_minute_for_those_who_are_not_signed_in(self, asking):
        anonymous = asking.world.somebody("anonymous")
        answer = asking(anonymous, "GET", reverse("publication:register"))
        assert answer.response["Cache-Control"] == "public, max-age=60, must-revalidate"


@pytest.mark.parametrize("route", RECORDS)
class TestTheSameAddress:
    def test_gives_the_next_viewer_nothing_of_the_first(self, route, asking):
        address, expected = address_of(asking, route), EXPECTED[route]
        first = next(one for one in asking.world.people if one.own & expected.roles)
        second = next(
            one for one in asking.world.people if one.foreign & expected.roles and not one.own
        )
        kept = asking(first, "GET", address, rendered=True).response
        known = {
            "HTTP_IF_NONE_MATCH": kept.headers.get("ETag", "*"),
            "HTTP_IF_MODIFIED_SINCE": kept.headers.get(
                "Last-Modified", "Tue, 12 May 2026 09:00:00 GMT"
            ),
        }
        answer = asking(second, "GET", address, rendered=True, **known)
        assert answer.outcome in {"not found", "no such method"}
        assert worlds.MARK not in answer.words


@pytest.mark.parametrize("route", PUBLIC)
class TestPublicPages:
    def test_are_the_same_for_everybody_apart_from_the_navigation(self, route, asking):
        address = address_of(asking, route)
        seen = set()
        for somebody in asking.world.people[:: len(asking.world.people) // FEW]:
            page = pages.shown(asking, somebody, address)
            main = MAIN.search(page)
            seen.add(main.group() if main else page)
        assert len(seen) == 1
