from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from tests import factories_cases
from tests.factories_cases import AT

from answerable.records.kinds import KINDS
from answerable_site.casework import forms
from answerable_site.casework.models import CaseDue, CaseEvent
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
VICTIM = {
    "on_day": "30",
    "on_month": "5",
    "on_year": "2026",
    "victim": "1",
    "age": "31",
    "enhanced_rights": "yes",
    "enhanced_reason": "",
}


LATE_OFFER = {
    "on_day": "8",
    "on_month": "6",
    "on_year": "2026",
    "victim": "1",
    "stage": "before_account",
    "service": "",
    "answer": "no_answer",
    "reason": "",
}
LATER = AT + timedelta(days=10)


@pytest.fixture
def county():
    with time_machine.travel(AT, tick=False):
        made = factories_cases.county()
    with time_machine.travel(LATER, tick=False):
        yield made


@pytest.fixture
def be(client, county):
    def sign_in(role: Role):
        client.force_login(county.people[role])
        return client

    return sign_in


def record(county, kind: str) -> str:
    return reverse("casework:record", args=[county.case.pk, kind])


class TestRecord:
    def test_shows_the_answers_before_anything_is_kept(self, be, county):
        page = be(Role.INVESTIGATOR).post(record(county, "victim_identified"), VICTIM)
        assert "Check before you record" in page.content.decode()
        assert not CaseEvent.objects.exists()

    def test_keeps_what_was_checked(self, be, county):
        be(Role.INVESTIGATOR).post(record(county, "victim_identified"), VICTIM | {"checked": "yes"})
        kept = CaseEvent.objects.get()
        assert (kept.kind, kept.victim, kept.happened_on) == (
            "victim_identified",
            1,
            date(2026, 5, 30),
        )

    def test_reckons_what_is_due_from_it(self, be, county):
        be(Role.INVESTIGATOR).post(record(county, "victim_identified"), VICTIM | {"checked": "yes"})
        assert CaseDue.objects.filter(case=county.case, side="police").exists()

    def test_refuses_a_day_before_the_report_in_a_sentence(self, be, county):
        page = be(Role.INVESTIGATOR).post(
            record(county, "victim_identified"), VICTIM | {"on_day": "29"}
        )
        assert "before the report to the police" in page.content.decode()

    def test_asks_why_where_a_rule_was_not_kept(self, be, county):
        factories_cases.victim(county)
        page = be(Role.INVESTIGATOR).post(record(county, "support_offered"), LATE_OFFER)
        assert "What is not as the rules ask" in page.content.decode()

    def test_keeps_nothing_while_no_reason_is_given(self, be, county):
        factories_cases.victim(county)
        be(Role.INVESTIGATOR).post(
            record(county, "support_offered"), LATE_OFFER | {"checked": "yes"}
        )
        assert not CaseEvent.objects.filter(kind="support_offered").exists()

    def test_keeps_it_as_it_happened_with_the_reason(self, be, county):
        factories_cases.victim(county)
        be(Role.INVESTIGATOR).post(
            record(county, "support_offered"),
            LATE_OFFER | {"checked": "yes", "why_in_breach": "The victim was in hospital."},
        )
        kept = CaseEvent.objects.get(kind="support_offered")
        assert kept.why_in_breach == "The victim was in hospital."

    def test_asks_again_where_the_reason_shows_signs_of_an_identity(self, be, county):
        factories_cases.victim(county)
        page = be(Role.INVESTIGATOR).post(
            record(county, "support_offered"),
            LATE_OFFER | {"checked": "yes", "why_in_breach": "Nobody answered 07700 900123."},
        )
        assert "This looks like a telephone number" in page.content.decode()
        assert not CaseEvent.objects.filter(kind="support_offered").exists()

    def test_goes_back_to_the_questions_with_what_was_typed(self, be, county):
        page = be(Role.INVESTIGATOR).post(
            record(county, "victim_identified"), VICTIM | {"checked": "yes", "change": "yes"}
        )
        assert 'value="31"' in page.content.decode()
        assert not CaseEvent.objects.exists()

    def test_is_not_there_for_a_kind_that_a_manager_records(self, be, county):
        page = be(Role.INVESTIGATOR).get(record(county, "meeting_excepted"))
        assert page.status_code == 404


class TestCase:
    def test_shows_what_is_due_with_the_rule_one_click_away(self, be, county):
        factories_cases.victim(county)
        page = be(Role.INVESTIGATOR).get(reverse("casework:case", args=[county.case.pk]))
        assert reverse("casework:rule", args=["support_offered"]) in page.content.decode()

    def test_shows_what_happened(self, be, county):
        factories_cases.victim(county)
        page = be(Role.INVESTIGATOR).get(reverse("casework:case", args=[county.case.pk]))
        assert "Victim: victim 1" in page.content.decode()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind())
def test_every_kind_has_a_question_for_each_fact(kind):
    offered = forms.Offered(events={name: [] for name in kind.REFERS})
    assert str(forms.RecordEvent(None, kind=kind, offered=offered))


class TestChooseEvent:
    def test_asks_for_the_part_of_the_case_first(self, be, county):
        page = be(Role.INVESTIGATOR).get(reverse("casework:choose_event", args=[county.case.pk]))
        assert "?step=people" in page.content.decode()
        assert record(county, "suspect_identified") not in page.content.decode()

    def test_offers_what_belongs_to_a_part(self, be, county):
        address = reverse("casework:choose_event", args=[county.case.pk])
        page = be(Role.INVESTIGATOR).get(f"{address}?step=people")
        assert record(county, "suspect_identified") in page.content.decode()

    def test_offers_nothing_that_cannot_have_happened_yet(self, be, county):
        address = reverse("casework:choose_event", args=[county.case.pk])
        assert be(Role.INVESTIGATOR).get(f"{address}?step=telling").status_code == 404

    def test_offers_a_restricted_characteristic_to_named_roles_alone(self, be, county):
        factories_cases.victim(county)
        factories_cases.opened(county, Role.GATEKEEPER, at=LATER)
        address = reverse("casework:choose_event", args=[county.case.pk])
        pages = {
            role: be(role).get(f"{address}?step=characteristics").content.decode()
            for role in (Role.INVESTIGATOR, Role.GATEKEEPER)
        }
        assert "gender_reassignment" in pages[Role.INVESTIGATOR]
        assert "gender_reassignment" not in pages[Role.GATEKEEPER]
        assert "characteristic=sex" in pages[Role.GATEKEEPER]


class TestRecordByAddress:
    def test_says_what_must_be_recorded_first(self, be, county):
        page = be(Role.INVESTIGATOR).get(record(county, "told")).content.decode()
        assert "must be recorded first" in page
        assert record(county, "victim_identified") in page

    def test_is_not_there_for_a_restricted_characteristic(self, be, county):
        factories_cases.victim(county)
        factories_cases.opened(county, Role.GATEKEEPER, at=LATER)
        address = record(county, "characteristic_recorded")
        named = f"{address}?characteristic=gender_reassignment"
        assert be(Role.GATEKEEPER).get(named).status_code == 404
        assert be(Role.INVESTIGATOR).get(named).status_code == 200

    def test_stands_filled_in_with_whom_the_address_names(self, be, county):
        for number in (1, 2):
            factories_cases.victim(county, number)
        page = be(Role.INVESTIGATOR).get(f"{record(county, 'support_offered')}?victim=2")
        assert page.context["form"].initial == {"victim": "2"}
