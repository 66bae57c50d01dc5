"""What a review of case files found becomes evidence, and its themes items of a meeting."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import factories, factories_casereviews, factories_followup, factories_scrutiny
from tests.factories_casereviews import AT, OWN_QUESTION

from answerable_site.casereviews import operations
from answerable_site.followup.models import Evidence
from answerable_site.people.rules import Role
from answerable_site.scrutiny import operations as scrutiny
from answerable_site.scrutiny.models import AgendaItem

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def followed(db):
    return factories_followup.followed_up()


@pytest.fixture
def released(followed):
    force = followed.office.force
    reviewing = factories_casereviews.Reviewing(
        force,
        factories.person("A Supervisor", (force, Role.SUPERVISOR)),
        tuple(
            factories.person(f"{name} Reviewer", (force, Role.FILE_REVIEWER))
            for name in ("First", "Second")
        ),
        factories.person("A Checker", (force, Role.FIGURE_CHECKER)),
    )
    reviewing.add_cases(2)
    return reviewing.released(reviewing.prepared(reviewing.finished(reviewing.planned())))


def client(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


class TestAFinding:
    def test_becomes_evidence_of_a_commitment_with_where_it_is_read(self, followed, released):
        address = reverse("home:hand_finding", args=[released.pk, 0])
        answer = client(followed.office.officer).post(
            address, {"commitment": followed.commitment.pk}
        )
        assert answer["Location"] == reverse("followup:commitment", args=[followed.commitment.pk])
        evidence = Evidence.objects.get()
        assert (evidence.kind, evidence.on) == ("case_review", released.as_of)
        assert OWN_QUESTION in evidence.words
        assert evidence.address.endswith(reverse("casereviews:released", args=[released.pk]))

    def test_is_handed_over_no_more_once_withdrawn(self, followed, released):
        operations.withdraw_results(
            by=factories.viewer(released.prepared_by, on=AT.date()),
            at=AT,
            release=released,
            words="A wrong theme.",
        )
        address = reverse("home:hand_finding", args=[released.pk, 0])
        assert client(followed.office.officer).get(address).status_code == 404


class TestATheme:
    @pytest.fixture
    def meeting(self, followed):
        return scrutiny.plan_meeting(
            by=factories.viewer(followed.office.officer, on=AT.date()),
            at=AT,
            body=followed.office.body,
            plan=factories_scrutiny.plan(on=timezone.localdate(), title="Spring"),
        )

    def test_becomes_an_item_that_the_public_does_not_read(self, followed, released, meeting):
        address = reverse("home:hand_theme", args=[released.pk, released.themes.get().pk])
        client(followed.office.officer).post(address, {"meeting": meeting.pk})
        item = AgendaItem.objects.get()
        assert (item.title, item.is_public) == ("A theme", False)
        assert "2 of 2 case files were drawn by chance" in item.why

    def test_is_put_before_a_meeting_by_those_who_keep_meetings_alone(self, followed, released):
        address = reverse("home:hand_theme", args=[released.pk, released.themes.get().pk])
        assert client(followed.office.holder).get(address).status_code == 403
