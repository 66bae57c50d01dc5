"""Whatever goes wrong is told as a problem (RFC 9457), and says nothing of what was sent."""

from __future__ import annotations

import pytest
from django.test import Client
from tests import factories, factories_machines

from answerable_site.interface import KINDS

pytestmark = pytest.mark.django_db


def problem(response) -> str:
    """The kind of a problem, which its answer tells in full."""
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()
    kind = told["type"].removeprefix("/api/v1/#")
    assert told["title"] == KINDS[kind].title
    assert told["status"] == response.status_code == KINDS[kind].status
    assert set(told) == {"type", "title", "status", "detail", "mistakes"}
    return kind


class TestProblems:
    @pytest.mark.parametrize("address", ["none", "v1/none", "v1/inspections/a/b", "v2/bodies"])
    def test_tell_that_nothing_is_there(self, client, address):
        assert problem(client.get(f"/api/{address}")) == "not-found"

    def test_tell_that_a_method_is_not_taken(self, client):
        response = client.delete("/api/v1/bodies")
        assert problem(response) == "no-such-method"
        assert response["Allow"] == "GET"

    @pytest.mark.parametrize(
        "query", ["limit=0", "limit=101", "limit=x", "year=1", "body=a%00b", "state=none"]
    )
    def test_list_what_does_not_hold_without_repeating_it(self, client, query):
        response = client.get(f"/api/v1/inspections?{query}")
        assert problem(response) == "not-valid"
        [mistake] = response.json()["mistakes"]
        assert mistake["where"] == f"query.{query.partition('=')[0]}"
        assert "a\x00b" not in response.content.decode()

    @pytest.mark.parametrize("cursor", ["x", "WyJpbnNwZWN0aW9ucyIsMV0:abc", "%00"])
    def test_tell_of_a_cursor_that_was_made_up(self, client, cursor):
        assert problem(client.get(f"/api/v1/inspections?cursor={cursor}")) == "not-readable"

    def test_tell_of_a_cursor_of_another_list(self, press, client):
        press.publish(press.enter("One"))
        press.publish(press.enter("Two"))
        page = client.get("/api/v1/responses?limit=1").json()
        cursor = page["next"].rpartition("cursor=")[2]
        assert problem(client.get(f"/api/v1/inspections?cursor={cursor}")) == "not-readable"

    def test_tell_that_a_token_is_needed(self, client):
        response = client.get("/api/v1/loads")
        assert problem(response) == "no-token"
        assert response["WWW-Authenticate"] == "Bearer"

    def test_tell_that_a_token_is_for_something_else(self, office):
        machine = factories_machines.machine(office.body)
        assert problem(machine.client().get("/api/v1/loads")) == "not-allowed"

    def test_tell_how_long_to_wait(self, client, settings):
        settings.INTERFACE_RATES = {"anonymous": "2/m", "machine": "2/m"}
        for _ in range(2):
            assert client.get("/api/v1/bodies").status_code == 200
        response = client.get("/api/v1/bodies")
        assert problem(response) == "too-many"
        assert 0 < int(response["Retry-After"]) <= 60

    def test_of_one_machine_are_no_limit_of_another(self, office, settings):
        settings.INTERFACE_RATES = {"anonymous": "1/m", "machine": "1/m"}
        for place in (office.force, office.body):
            client = factories_machines.machine(place).client()
            assert client.get("/api/v1/machine").status_code == 200
            assert client.get("/api/v1/machine").status_code == 429

    def test_tell_nothing_of_a_fault_of_ours(self, settings, monkeypatch):
        def fail(*_args, **_keywords):
            raise LookupError("the words of somebody")

        monkeypatch.setattr("answerable_site.publication.queries.public_bodies", fail)
        response = Client(raise_request_exception=False).get("/api/v1/bodies")
        assert problem(response) == "our-fault"
        assert "words of somebody" not in response.content.decode()

    def test_are_explained_on_the_page_to_which_they_lead(self, client):
        page = client.get("/api/v1/").content.decode()
        assert [kind for kind in KINDS if f'id="{kind}"' not in page] == []


class TestTheGate:
    def test_lets_no_session_count(self, client, office):
        client.force_login(office.administrator)
        assert problem(client.get("/api/v1/machine")) == "no-token"

    def test_lets_no_token_open_a_page(self, office):
        machine = factories_machines.machine(office.force)
        assert machine.client().get("/loads/").status_code == 302

    def test_shows_its_own_page_as_any_other(self, client, office):
        client.force_login(office.administrator)
        assert "Sign out" in client.get("/api/v1/").content.decode()

    def test_keeps_what_a_machine_reads_out_of_caches(self, office):
        response = factories_machines.machine(office.force).client().get("/api/v1/machine")
        assert response["Cache-Control"] == "no-store, private"

    def test_tells_a_machine_who_answers_for_it(self, office):
        machine = factories_machines.machine(office.force)
        told = machine.client().get("/api/v1/machine").json()
        assert told["organisation"] == office.force.name
        assert machine.administrators[0].name in told["answers_to"]


@pytest.fixture
def office(db) -> factories.Office:
    return factories.office()
