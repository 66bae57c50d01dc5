"""No case is read without an entry that names it: counted in the SQL of every route."""

from __future__ import annotations

import pytest
import time_machine
from django.db import connection
from django.db.models.signals import post_init
from django.test import Client
from django.urls import reverse
from tests import factories_cases
from tests.factories_cases import AT, PLACES, County

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.access import ROUTES
from answerable_site.casework.models import Case, CaseDue, CaseEvent, CaseReference
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    with time_machine.travel(AT, tick=False):
        county = factories_cases.county()
        factories_cases.case(county.force, county.viewer(Role.INVESTIGATOR), "2/26")
        factories_cases.shared(county, county.area, county.service, county.inspectorate)
        factories_cases.assigned(county, Role.PROSECUTOR, county.area)
        factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
        factories_cases.opened(county, Role.SUPERVISOR)
        factories_cases.victim(county)
        yield county


def arguments(route: str, county: County) -> list[int | str]:
    """What the address of a route names."""
    match route.partition(":")[2]:
        case "cases" | "add" | "look_up" | "due" | "quality" | "hand_over" | "limits":
            return []
        case "pilot" | "pathway":
            return []
        case "rule":
            return ["support_offered"]
        case "record":
            return [county.case.pk, "support_offered"]
        case "event":
            return [county.case.pk, 1]
        case "limit" | "set_limit":
            return [county.force.pk, "tell_victim"]
        case "end_assignment":
            return [county.case.assignments.first().pk]
        case "end_share":
            return [county.case.shares.first().pk]
    return [county.case.pk]


class Reads:
    """The cases whose row or reference was loaded, and how often the database was asked for one."""

    def __init__(self, connection) -> None:
        self.connection, self.cases, self.queries = connection, set(), 0

    def __enter__(self) -> Reads:
        post_init.connect(self._note_case, sender=Case)
        post_init.connect(self._note_reference, sender=CaseReference)
        post_init.connect(self._note_part, sender=CaseEvent)
        post_init.connect(self._note_part, sender=CaseDue)
        self._wrapped = self.connection.execute_wrapper(self._note_query)
        self._wrapped.__enter__()
        return self

    def __exit__(self, *_error: object) -> None:
        self._wrapped.__exit__(None, None, None)
        post_init.disconnect(self._note_case, sender=Case)
        post_init.disconnect(self._note_reference, sender=CaseReference)
        post_init.disconnect(self._note_part, sender=CaseEvent)
        post_init.disconnect(self._note_part, sender=CaseDue)

    def _note_case(self, instance: Case, **_signal: object) -> None:
        if instance.pk:
            self.cases.add(instance.pk)

    def _note_reference(self, instance: CaseReference, **_signal: object) -> None:
        if instance.pk:
            self.cases.add(instance.case_id)

    def _note_part(self, instance: CaseEvent | CaseDue, **_signal: object) -> None:
        self.cases.add(instance.case_id)

    def _note_query(self, execute, sql, params, many, context):
        if sql.startswith("SELECT") and ("reported_on" in sql or "sealed" in sql):
            self.queries += 1
        return execute(sql, params, many, context)


ASKS_FIRST = "casework:open"
"""Shows of a case the number that stands in its own address, and asks for a reason."""


class TestEveryRead:
    @pytest.mark.parametrize("route", sorted(set(ROUTES) - {ASKS_FIRST}))
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_leaves_an_entry_that_names_the_case(self, route, method, county):
        asked = {"kind": "crime", "reference": "12A/34567/26"}
        for role in sorted(PLACES):
            client = Client()
            client.force_login(county.people[role])
            before = AuditEntry.objects.count()
            with Reads(connection) as reads:
                address = reverse(route, args=arguments(route, county))
                answer = getattr(client, method)(address, asked)
            if answer.status_code < 400:
                entries = AuditEntry.objects.filter(sequence__gt=before)
                named = {record for entry in entries for record in entry.records}
                assert {f"casework.case:{case}" for case in reads.cases} <= named, role

    def test_of_the_page_that_asks_for_a_reason_shows_the_number_alone(self, county):
        client = Client()
        client.force_login(county.people[Role.GATEKEEPER])
        page = client.get(reverse(ASKS_FIRST, args=[county.case.pk])).content.decode()
        assert "34567" not in page
        assert "30 May 2026" not in page

    def test_is_seen_by_this_test(self, county):
        with Reads(connection) as reads:
            list(Case.objects.all())
            list(CaseReference.objects.all())
        assert (len(reads.cases), reads.queries) == (2, 2)
