"""Every route, asked by everybody, in both methods: nobody sees or does what is not theirs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.site.access import world as worlds
from tests.site.access.expectations import ADMINISTRATOR, EXPECTED, Expected

from answerable_site.audit.models import AuditEntry
from answerable_site.config.policy import all_rules
from answerable_site.home.models import CalendarAddress
from answerable_site.home.rules import secret_hash

METHODS = ("get", "post")
SIGN_IN = "/people/sign-in/"
TODAY = "2026-05-12T10:00:00+01:00"


def routes(resolver: URLResolver | None = None, app: str = "") -> Iterator[str]:
    """The name of every route of the site, read from its URL configuration."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, entry.app_name or app)
        elif isinstance(entry, URLPattern):
            yield f"{app}:{entry.name}" if app else str(entry.name)


def part(route: str) -> str:
    """The part of the matrix that a route belongs to: its app, or the sign-in."""
    return route.partition(":")[0] if ":" in route else "signing in"


def allowed_outcomes(expected: Expected, somebody: worlds.Somebody, method: str) -> set[str]:
    """What may happen when somebody opens a route, in the words of `outcome`."""
    may_send = expected.posting if method == "post" and expected.posting else expected.roles
    if expected.is_absent:
        return {"not found"}
    if expected.public:
        return {"open", "sign in"} if expected.is_step else {"open"}
    if somebody.user is None:
        return {"sign in"}
    holds_one = (somebody.own | somebody.foreign) & expected.roles
    if expected.owner and (expected.signed_in or holds_one):
        return {"open"} if somebody.name == f"own {expected.owner}" else {"not found"}
    if expected.signed_in or somebody.own & may_send:
        return {"open"}
    if not (somebody.own | somebody.foreign) & expected.roles:
        return {"refused"}
    if not expected.record:
        return {"open"}
    # Who takes part in the own office sees the record and is refused the act; nobody else does.
    takes_part = bool(somebody.own - {ADMINISTRATOR})
    return {"refused", "not found"} if takes_part else {"not found"}


def outcome(response) -> str:
    """What happened, in a word."""
    if response.status_code == 403:
        return "refused"
    if response.status_code == 404:
        return "not found"
    if response.status_code == 405:
        return "no such method"
    if response.status_code in {301, 302} and response["Location"].startswith(SIGN_IN):
        return "sign in"
    return "open" if response.status_code < 500 else "broken"


class TestRoutes:
    def test_all_have_an_expectation_and_a_rule(self):
        found = set(routes())
        assert found == set(EXPECTED)
        assert found == set(all_rules())


@pytest.fixture
def world(db) -> worlds.World:
    with time_machine.travel(TODAY, tick=False):
        return worlds.build()


@pytest.mark.slow
@pytest.mark.parametrize("app", sorted({part(route) for route in EXPECTED}))
class TestMatrix:
    def test_has_no_wrong_cell(self, app, world):
        wrong, cells = [], 0
        for somebody in world.people:
            client = Client()
            if somebody.user:
                client.force_login(somebody.user)
            for route, expected in EXPECTED.items():
                if part(route) != app:
                    continue
                for method in METHODS:
                    cells += 1
                    found, entries = self.ask(client, method, route, world)
                    allowed = allowed_outcomes(expected, somebody, method)
                    # A page without a form, or a form without a page, tells nobody anything.
                    if found not in allowed | {"no such method"}:
                        wrong.append(f"{somebody.name} {method} {route}: {found}, not {allowed}")
                    if found != "open" and entries:
                        wrong.append(f"{somebody.name} {method} {route}: refused, and yet acted")
        assert wrong == []
        assert cells >= len(world.people) * len(METHODS)

    def ask(self, client: Client, method: str, route: str, world: worlds.World) -> tuple[str, int]:
        """The outcome of one request, and how many audit entries it left; nothing stays."""
        before, cookies = AuditEntry.objects.count(), client.cookies.copy()
        with time_machine.travel(TODAY, tick=False), transaction.atomic():
            address = reverse(route, kwargs=world.arguments.get(route))
            response = getattr(client, method)(address)
            entries = AuditEntry.objects.count() - before
            transaction.set_rollback(True)
        client.cookies = cookies
        return outcome(response), entries


class TestLists:
    LISTS = (
        "home:due",
        "register:recommendations",
        "register:inspections",
        "register:documents",
        "register:priorities",
        "responses:responses",
        "responses:past",
        "responses:past_csv",
        "publication:waiting",
        "people:people",
    )

    @pytest.mark.parametrize("asked", [{}, {"q": "bag"}], ids=["whole", "searched"])
    def test_show_nothing_of_a_foreign_organisation(self, asked, world):
        leaks = []
        for somebody in world.people:
            if somebody.own or somebody.user is None:
                continue
            client = Client()
            client.force_login(somebody.user)
            for route in self.LISTS:
                with time_machine.travel(TODAY, tick=False):
                    page = client.get(reverse(route), asked).content.decode()
                    if worlds.MARK in page:
                        leaks.append(f"{somebody.name}: {route}")
        assert leaks == []

    def test_show_their_own_people_what_is_theirs(self, world):
        client = Client()
        officer = next(one for one in world.people if one.name == "own response_officer")
        client.force_login(officer.user)
        with time_machine.travel(TODAY, tick=False):
            for route in (
                *("home:due", "register:inspections", "responses:responses"),
                *("responses:past", "responses:past_csv"),
            ):
                assert worlds.MARK in client.get(reverse(route)).content.decode()


class TestCalendars:
    def test_show_each_what_the_day_of_fetching_allows(self, world):
        for somebody in world.people:
            if somebody.user is None:
                continue
            address = CalendarAddress.objects.create(
                person=somebody.user,
                secret_hash=secret_hash(f"of-{somebody.user.pk}"),
                made_at=worlds.AT,
            )
            with time_machine.travel(TODAY, tick=False):
                found = Client().get(reverse("home:calendar", args=[f"of-{somebody.user.pk}"]))
            assert found.status_code == 200
            shows = worlds.MARK in found.content.decode()
            assert shows == bool(somebody.own - {ADMINISTRATOR}), somebody.name
            address.refresh_from_db()
            assert address.last_fetched_on is not None


class TestPublicPages:
    def test_are_the_same_for_everybody_apart_from_the_navigation(self, world):
        address = reverse(
            "publication:inspection", kwargs=world.arguments["publication:inspection"]
        )
        seen = set()
        for somebody in world.people:
            client = Client()
            if somebody.user:
                client.force_login(somebody.user)
            with time_machine.travel(TODAY, tick=False):
                page = client.get(address).content.decode()
            seen.add(page[page.index("<main") : page.index("</main>")])
        assert len(seen) == 1


class TestSignedInPages:
    def test_are_never_stored_by_a_cache(self, world):
        officer = next(one for one in world.people if one.name == "own response_officer")
        client = Client()
        client.force_login(officer.user)
        for route in EXPECTED:
            with time_machine.travel(TODAY, tick=False):
                address = reverse(route, kwargs=world.arguments.get(route))
                assert client.get(address)["Cache-Control"] == "no-store, private", route
