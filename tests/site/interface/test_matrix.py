"""Every operation, asked with every token: with no scope but its own does anybody get in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from tests import factories, factories_machines

from answerable_site.config.api import described
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Scope, scopes_for

pytestmark = pytest.mark.django_db
EVERYBODY = frozenset({*Scope, None})
ALLOWED: dict[str, frozenset[Scope | None]] = {
    "bodies": EVERYBODY,
    "inspections": EVERYBODY,
    "inspection": EVERYBODY,
    "responses": EVERYBODY,
    "response": EVERYBODY,
    "follow_ups": EVERYBODY,
    "follow_up": EVERYBODY,
    "figures": EVERYBODY,
    "data_set": EVERYBODY,
    "changes": EVERYBODY,
    "open_data": EVERYBODY,
    "bulk_inspections": EVERYBODY,
    "machine": frozenset(Scope),
    "sources": frozenset({Scope.SEND_EXTRACTS, Scope.READ_LOADS}),
    "loads": frozenset({Scope.READ_LOADS}),
    "load": frozenset({Scope.READ_LOADS}),
    "sent_extract": frozenset({Scope.SEND_EXTRACTS, Scope.READ_LOADS}),
    "send_extract": frozenset({Scope.SEND_EXTRACTS}),
    "trackers": frozenset({Scope.READ_TRACKERS}),
    "tracker": frozenset({Scope.READ_TRACKERS}),
    "send_tracker": frozenset({Scope.SEND_TRACKERS}),
}
"""With a token for which scope each operation may be asked, written by hand; None for no token."""


def operations() -> dict[str, tuple[str, str]]:
    """Method and address of every operation, with a number for whatever stands in braces."""
    found = {}
    for path, item in described()["paths"].items():
        for method, operation in item.items():
            for parameter in operation.get("parameters", ()):
                path = path.replace(f"{{{parameter['name']}}}", "1")
            found[operation["operationId"]] = method, path
    return found


OPERATIONS = operations()


def clients(office: factories.Office) -> Iterator[tuple[Scope | None, Client]]:
    """Nobody, and a machine for each scope alone."""
    yield None, Client()
    for place in (office.force, office.body):
        for scope in scopes_for(_kind(place)):
            machine = factories_machines.machine(place, scope)
            yield scope, machine.client()


def _kind(place: Organisation) -> OrganisationKind:
    return OrganisationKind(place.kind)


class TestMatrix:
    def test_names_every_operation(self):
        assert ALLOWED.keys() == OPERATIONS.keys()

    @pytest.mark.parametrize("name", OPERATIONS)
    def test_lets_in_for_the_scope_alone(self, name):
        method, path = OPERATIONS[name]
        wrong = []
        for scope, client in clients(factories.office()):
            status = getattr(client, method)(path).status_code
            shut = 401 if scope is None else 403
            let_in = status not in {401, 403}
            if let_in != (scope in ALLOWED[name]) or (not let_in and status != shut):
                wrong.append(f"{scope}: {status}")
        assert wrong == []

    @pytest.mark.parametrize("name", OPERATIONS)
    def test_says_in_the_description_what_it_asks_for(self, name):
        _method, _path = OPERATIONS[name]
        found = next(
            operation
            for item in described()["paths"].values()
            for operation in item.values()
            if operation["operationId"] == name
        )
        asked = found.get("x-scopes")
        needs = None if ALLOWED[name] in (EVERYBODY, frozenset(Scope)) else sorted(ALLOWED[name])
        assert asked == needs
        assert ("security" in found) == (None not in ALLOWED[name])
