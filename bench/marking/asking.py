"""Requests to every route in every method, with a marker in everything that a request carries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest import mock

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http.response import HttpResponseBase
from django.test import Client, TestCase
from django.urls import reverse
from tests.site.access.expectations import EXPECTED
from tests.site.access.production import HOST
from tests.site.access.world import Somebody, World
from tests.site.test_forms import all_forms

from answerable_site.config import policy
from answerable_site.people.models import User
from bench.marking.markers import Markers
from bench.marking.planting import confirmations_in, forms_in, typed_into
from bench.marking.traces import Traces

QUERIES = ("q", "next", "list", "sheet", "column_0", "outcome", "body", "state", "year", "page")
ASKED = sorted({name for form in all_forms() for name in getattr(form, "base_fields", {})})
HEADERS = ("user-agent", "referer", "accept-language", "x-forwarded-for", "authorization")


class Asker:
    """Sends requests as one person; everything that they change is taken back."""

    def __init__(self, somebody: Somebody, world: World, markers: Markers, traces: Traces) -> None:
        self.somebody, self.world = somebody, world
        self.markers, self.traces = markers, traces
        self.statuses: list[int] = []
        self.unexpected: list[str] = []

    def ask_everything(self) -> None:
        """Every route: opened, and sent each of its forms twice, with other choices."""
        for route in EXPECTED:
            self.ask_form(route)

    def ask_form(self, route: str) -> None:
        """One route: opened, sent everything at once, and each of its forms twice."""
        address = self.address(route)
        page = self.ask(lambda client: client.get(address, self.queries()))
        self.ask(lambda client: client.post(address, self.anything()))
        for last_choice in (False, True):
            for form in forms_in(page):
                self.send(address, typed_into(form, self.markers, last_choice=last_choice))

    def send(self, address: str, data: dict[str, Any]) -> None:
        """A form, and then what its page asks to be confirmed as it stands, in one transaction."""

        def twice(client: Client) -> HttpResponseBase:
            answer = client.post(address, data)
            for shown in confirmations_in(answer):
                self.traces.look_at(answer)
                answer = client.post(address, shown)
            return answer

        self.ask(twice)

    def ask_wrongly(self) -> None:
        """What is refused before a page is found: hosts, forgeries, addresses, oversized forms."""
        of = self.markers.of
        start, sign_in = reverse("home:start"), reverse("account_login")
        for wrong in (
            lambda client: client.get(start, headers={"host": f"{of('host')}.example"}),
            lambda client: client.get(f"/{of('path')}/"),
            lambda client: client.get(f"/{of('path without slash')}"),
            lambda client: client.get(f"/public/%00{of('path with zero')}/"),
            lambda client: client.get(f"/calendar/{of('path of a calendar')}.ics"),
            lambda client: client.post(
                sign_in, {f"{of('name of a field')}{number}": "" for number in range(1001)}
            ),
            lambda client: client.post(sign_in, {"login": of("text of six million") * 600_000}),
            lambda client: client.post(
                sign_in, of("body"), content_type="multipart/form-data; boundary="
            ),
            lambda client: client.generic(of("method"), start),
        ):
            self.ask(wrong)
        origin = {"origin": f"https://{of('origin')}.example"}
        for headers in ({}, origin):
            self.ask(
                lambda client, sent=headers: client.post(
                    sign_in, {"login": of("forged field")}, headers=sent
                ),
                forged=True,
            )

    def ask_while_it_breaks(self) -> None:
        """Every route while the database refuses something, and quotes it in its refusal."""
        with mock.patch.object(policy, "rule_for", self._refused_by_the_database):
            for route in EXPECTED:
                address = self.address(route)
                self.ask(lambda client, at=address: client.get(at, self.queries()), broken=True)
                self.ask(lambda client, at=address: client.post(at, self.queries()), broken=True)

    def address(self, route: str) -> str:
        """Where a route finds its record of the built office."""
        return reverse(route, kwargs=self.world.arguments.get(route))

    def queries(self) -> dict[str, str]:
        """A marker in everything that a page reads from its address."""
        return {name: self.markers.of(f"query {name}") for name in QUERIES}

    def anything(self) -> dict[str, str]:
        """A marker under the name of every question that any page asks."""
        return {name: self.markers.of(f"answer {name}") for name in ASKED}

    def ask(
        self,
        request: Callable[[Client], HttpResponseBase],
        *,
        forged: bool = False,
        broken: bool = False,
    ) -> HttpResponseBase:
        """One request; then look where its words have gone, and take it back."""
        client = self._client(forged=forged)
        with transaction.atomic():
            if self.somebody.user:
                client.force_login(self.somebody.user)
            with TestCase.captureOnCommitCallbacks(execute=True):
                response = request(client)
            self.traces.look_at(response)
            self.traces.look_around()
            transaction.set_rollback(True)
        self._note(response, broken=broken)
        return response

    def open(self, address: str) -> HttpResponseBase:
        """A page, only opened; what it leaves on the machine is for the caller to look at."""
        client = self._client(forged=False)
        if self.somebody.user:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.world.sessions[self.somebody.name]
        with transaction.atomic():
            response = client.get(address)
            self.traces.look_at(response)
            transaction.set_rollback(True)
        self._note(response, broken=False)
        return response

    def _note(self, response: Any, *, broken: bool) -> None:
        self.statuses.append(response.status_code)
        if response.status_code >= 500 and not broken:
            self.unexpected.append(f"{self.somebody.name}: {response.request['PATH_INFO']}")

    def _client(self, *, forged: bool) -> Client:
        headers = {name: f"{self.markers.of(f'header {name}')}" for name in HEADERS}
        return Client(
            headers={"host": HOST, "x-forwarded-proto": "https", **headers},
            enforce_csrf_checks=forged,
            raise_request_exception=False,
        )

    def _refused_by_the_database(self, _route: str) -> Any:
        email = self.markers.of("text that the database refuses")
        User.objects.create(email=f"{email}@example.org", full_name=email)
        try:
            with transaction.atomic():
                User.objects.create(email=f"{email}@example.org", full_name=email)
        except IntegrityError as refusal:
            # PostgreSQL quotes the value itself; SQLite does not.
            raise ValueError(f"{email} stands there twice.") from refusal
