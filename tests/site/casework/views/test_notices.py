from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
import time_machine
from django.urls import reverse
from tests import factories_cases
from tests.factories_cases import AT

from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.telling import ContactPreference, Method
from answerable_site.casework.models import CaseEvent
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
TODAY = AT.date()
WHY = "Two people saw it, and they do not agree."


@pytest.fixture
def county():
    with time_machine.travel(AT, tick=False):
        made = factories_cases.county()
        factories_cases.victim(made)
        factories_cases.opened(made, Role.SUPERVISOR)
        yield made


@pytest.fixture
def decided(county):
    return factories_cases.recorded(
        county,
        Decision(
            on=TODAY,
            maker=Maker.POLICE,
            made=What.NO_FURTHER_ACTION,
            victims=(1,),
            rationale="For officials alone.",
        ),
        role=Role.SUPERVISOR,
    )


@pytest.fixture
def asks(client, county):
    """Whoever holds a role sends the form of the notice; gives the answer."""

    def ask(sent=None, role: Role = Role.INVESTIGATOR):
        client.force_login(county.people[role])
        address = reverse("casework:notice", args=[county.case.pk])
        return client.get(address) if sent is None else client.post(address, sent)

    return ask


def about(decided, **further) -> dict[str, str]:
    day = {"on_day": str(TODAY.day), "on_month": str(TODAY.month), "on_year": str(TODAY.year)}
    return {"about": f"{decided.number}-1", "explanation": WHY} | day | further


def wishes(county, method: Method) -> None:
    factories_cases.recorded(county, ContactPreference(on=TODAY, victim=1, method=method))


class TestNotice:
    def test_says_where_there_is_nothing_to_tell(self, asks):
        assert "There is no decision about a victim to tell." in asks().content.decode()

    def test_offers_no_victim_whom_the_decision_does_not_concern(self, asks, county, decided):
        factories_cases.recorded(county, VictimIdentified(on=TODAY, victim=2))
        page = asks().content.decode()
        assert f'value="{decided.number}-1"' in page
        assert f'value="{decided.number}-2"' not in page

    def test_shows_the_explanation_and_what_to_mind(self, asks, county, decided):
        wishes(county, Method.IN_PERSON)
        page = asks(about(decided)).content.decode()
        assert WHY in page
        assert "How they want to be told: in person." in page

    def test_never_copies_the_reasons_recorded_with_the_decision(self, asks, decided):
        assert "For officials alone." not in asks(about(decided)).content.decode()

    def test_asks_for_an_explanation(self, asks, decided):
        page = asks(about(decided, explanation="")).content.decode()
        assert "Write why it was decided so, in words for this victim" in page

    def test_is_not_drafted_for_a_day_that_has_passed(self, asks, decided):
        page = asks(about(decided, on_year="2025")).content.decode()
        assert "must not be past" in page

    def test_gives_a_file_without_what_is_only_to_be_minded(self, asks, county, decided):
        wishes(county, Method.IN_PERSON)
        answer = asks(about(decided, take="docx"))
        with zipfile.ZipFile(BytesIO(answer.content)) as file:
            words = file.read("word/document.xml").decode()
        assert WHY in words
        assert "How they want to be told" not in words

    @pytest.mark.parametrize("method", [Method.LETTER, Method.EMAIL])
    def test_gives_no_file_for_a_letter_without_how_to_reach_both_sides(
        self, asks, county, decided, method
    ):
        wishes(county, method)
        answer = asks(about(decided, take="docx"))
        assert "Content-Disposition" not in answer.headers
        assert "Make a letter or e-mail of it" in answer.content.decode()

    def test_leads_to_recording_that_this_victim_was_told_of_this_decision(self, asks, decided):
        told = reverse("casework:record", args=[decided.case_id, "told"])
        page = asks(about(decided)).content.decode()
        assert f"{told}?victim=1&amp;decision={decided.number}" in page

    def test_keeps_nothing(self, asks, decided):
        asks(about(decided))
        assert not CaseEvent.objects.filter(kind="told").exists()

    def test_is_not_there_for_a_support_worker(self, asks, county, decided):
        factories_cases.shared(county, county.service)
        factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
        assert asks(role=Role.SUPPORT_WORKER).status_code == 403

    def test_becomes_a_letter_that_still_asks_how_to_reach_both_sides(
        self, asks, county, decided, client
    ):
        asks()
        begun = {"direction": "police_to_victim", "victim": "1", "subject": "About your case"}
        page = client.post(
            reverse("casework:letter", args=[county.case.pk]),
            begun | {"words": WHY, "begun": "yes"},
        ).content.decode()
        assert WHY in page
        assert "There is a problem" not in page
