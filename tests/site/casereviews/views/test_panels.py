from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories
from tests.factories_casereviews import AT, Reviewing

from answerable_site.audit.models import AuditEntry
from answerable_site.casereviews import queries
from answerable_site.casereviews.models import Bundle, Panel, Sitting
from answerable_site.casework import operations as casework
from answerable_site.casework.rules import Ground
from answerable_site.people.rules import Role


@pytest.fixture(autouse=True)
def today(settings):
    settings.CONFIRM_WITHIN = None
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def reviewing(office):
    force = office.force
    return Reviewing(
        force,
        factories.person("First Supervisor", (force, Role.SUPERVISOR)),
        (factories.person("A Reviewer", (force, Role.FILE_REVIEWER)),),
        factories.person("Second Supervisor", (force, Role.SUPERVISOR)),
    )


@pytest.fixture
def entry(reviewing):
    """A drawn file whose case the first supervisor opened with a reason."""
    reviewing.add_cases(2)
    found = queries.drawn_entries(reviewing.drawn(reviewing.planned()))[0]
    casework.open_case(**reviewing.about, case=found.case, ground=Ground.SUPERVISION, words="")
    return found


def client(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


def send(person, route, *arguments, **answers):
    return client(person).post(reverse(f"casereviews:{route}", args=arguments), answers)


def text(person, route, *arguments) -> str:
    return client(person).get(reverse(f"casereviews:{route}", args=arguments)).text


class TestAPanel:
    def test_goes_from_a_draft_to_a_conclusion(self, office, reviewing, entry):
        officer = office.officer
        member = factories.person("A Member", (office.body, Role.PANEL_MEMBER))
        send(officer, "convene", body=office.body.pk, title="Panel", remit="Decisions.")
        panel = Panel.objects.get()
        send(officer, "add_sitting", panel.pk, on_day="30", on_month="6", on_year="2026")
        sitting = Sitting.objects.get()

        send(
            reviewing.supervisor,
            "write_bundle",
            entry.pk,
            sitting=sitting.pk,
            title="Bundle 1",
            text="Day 0: Reported. She is 34 years old.",
            asks="Was it right?",
        )
        bundle = Bundle.objects.get()
        assert (
            client(member).get(reverse("casereviews:bundle", args=[bundle.pk])).status_code == 404
        )
        assert "An age narrows down who is meant" in text(
            reviewing.checker, "release_bundle", bundle.pk
        )
        send(reviewing.checker, "release_bundle", bundle.pk)

        assert "Was it right?" in text(member, "bundle", bundle.pk)
        send(member, "score_bundle", bundle.pk, score="2", words="The letter came late.")
        assert "The letter came late." not in text(officer, "bundle", bundle.pk)
        send(officer, "open_discussion", sitting.pk)
        assert "The letter came late." in text(officer, "bundle", bundle.pk)
        send(officer, "conclude", bundle.pk, score="2", words="Tell victims sooner.")
        assert "Tell victims sooner." in text(reviewing.supervisor, "bundle", bundle.pk)
        assert "2: Appropriate, with observations" in text(member, "panel", panel.pk)


class TestWritingABundle:
    def test_is_reading_the_case_for_it(self, reviewing, entry):
        text(reviewing.supervisor, "write_bundle", entry.pk)
        [entry] = AuditEntry.objects.filter(act="casework.note_read")
        assert entry.reason.endswith("To write a bundle for a scrutiny panel.")

    def test_asks_for_a_reason_first_where_the_case_is_not_open(self, reviewing, entry):
        answer = client(reviewing.checker).get(reverse("casereviews:write_bundle", args=[entry.pk]))
        assert answer["Location"] == reverse("casework:open", args=[entry.case_id])
