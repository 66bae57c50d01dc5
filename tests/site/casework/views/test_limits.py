from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories_cases, factories_limits
from tests.factories_limits import AT, Administered

from answerable_site.casework.models import LimitVersion
from answerable_site.people.models import User
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
FORM = {
    "count": "3",
    "unit": "working_days",
    "citation": "Policy on telling victims",
    "source": "",
    "confidence": "reasoned",
    "in_force_from_day": "1",
    "in_force_from_month": "5",
    "in_force_from_year": "2026",
    "reason": "The policy asks for three days.",
}


@pytest.fixture
def force():
    with time_machine.travel(AT, tick=False):
        yield factories_limits.administered()


def page(user: User, route: str, *arguments: object, query: str = "") -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(reverse(f"casework:{route}", args=arguments) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def sent(user: User, route: str, *arguments: object, **form: str) -> str:
    client = Client()
    client.force_login(user)
    address = reverse(f"casework:{route}", args=arguments)
    return client.post(address, form, follow=True).content.decode()


class TestLimits:
    def test_show_length_citation_confidence_and_source(self, force: Administered):
        shown = page(force.first, "limits")
        assert "Tell a victim of the decision" in shown
        assert "To be verified" in shown
        assert "https://www.gov.uk/government/publications/the-code-of-practice" in shown
        assert "The organisation’s own limit" in shown

    def test_show_the_version_that_counts_here_today(self, force):
        factories_limits.confirmed(force, count=77)
        assert "77 working days" in page(force.first, "limits")

    def test_show_what_waits_to_those_who_may_confirm_it(self, force):
        factories_limits.proposed(force)
        assert "Look at the version that waits" in page(force.second, "limits")

    def test_of_another_force_do_not_exist(self, force):
        other = factories_limits.administered("Sallowfen Police")
        client = Client()
        client.force_login(force.first)
        address = reverse("casework:limits") + f"?organisation={other.organisation.pk}"
        assert client.get(address).status_code == 404

    def test_can_be_chosen_where_two_organisations_share_a_case(self, force):
        county = factories_cases.county("Holm")
        factories_cases.shared(county, county.area)
        manager = county.people[Role.CPS_MANAGER]
        assert "Holm Police" in page(manager, "limits")
        chosen = page(manager, "limits", query=f"?organisation={county.force.pk}")
        assert "<title>Limits: Holm Police" in chosen

    def test_are_the_products_for_a_service_without_a_case(self, force):
        county = factories_cases.county("Holm")
        shown = page(county.people[Role.SUPPORT_WORKER], "limits")
        assert "Record the crime" in shown
        assert "casework:limit" not in shown


class TestLimit:
    def test_shows_every_version_with_who_set_it_and_why(self, force):
        factories_limits.confirmed(force)
        shown = page(force.first, "limit", force.organisation.pk, "tell_victim")
        assert "Set by Wexmoor Police First Administrator on 1 June 2026" in shown
        assert "Confirmed by Wexmoor Police Second Administrator" in shown
        assert "The policy asks for three days." in shown
        assert "What this product starts with." in shown
        assert shown.index("3 working days") < shown.index("5 working days")

    def test_says_of_each_version_how_it_stands(self, force):
        factories_limits.confirmed(force)
        factories_limits.proposed(force, count=8)
        factories_limits.proposed(force, count=9)
        shown = page(force.second, "limit", force.organisation.pk, "tell_victim")
        for state in (
            *("In force", "Not in force today"),
            *("Replaced before it was confirmed", "Waits for confirmation"),
        ):
            assert state in shown
        assert shown.count("confirm it") == 1

    def test_offers_no_change_to_those_who_read_cases(self, force):
        county = factories_cases.county("Holm")
        shown = page(county.people[Role.SUPERVISOR], "limit", county.force.pk, "tell_victim")
        assert "Set another version" not in shown

    def test_of_no_known_code_does_not_exist(self, force):
        client = Client()
        client.force_login(force.first)
        address = reverse("casework:limit", args=[force.organisation.pk, "invented"])
        assert client.get(address).status_code == 404


class TestSetLimit:
    def test_proposes_it(self, force):
        shown = sent(force.first, "set_limit", force.organisation.pk, "tell_victim", **FORM)
        assert "The limit was proposed." in shown
        assert LimitVersion.objects.get().confirmed_at is None

    def test_is_not_there_for_what_the_other_side_sets(self, force):
        client = Client()
        client.force_login(force.first)
        address = reverse("casework:set_limit", args=[force.organisation.pk, "complete_review_cps"])
        assert client.get(address).status_code == 404

    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            ({"count": "0"}, "must be 1 or more"),
            ({"confidence": "confirmed"}, "Enter the address at which you read it"),
            ({"reason": ""}, "Enter why"),
            ({"source": "javascript:alert(1)"}, "There is a problem"),
            (
                {"in_force_to_day": "30", "in_force_to_month": "4", "in_force_to_year": "2026"},
                "The last day must be the first day or after it",
            ),
        ],
    )
    def test_says_what_is_wrong_and_keeps_nothing(self, force, wrong, says):
        form = FORM | wrong
        assert says in sent(force.first, "set_limit", force.organisation.pk, "tell_victim", **form)
        assert not LimitVersion.objects.exists()


class TestConfirmLimit:
    def test_shows_the_proposal_beside_what_is_in_force(self, force):
        version = factories_limits.proposed(force)
        shown = page(force.second, "confirm_limit", version.pk)
        assert "5 working days" in shown
        assert "3 working days" in shown

    def test_lets_it_count(self, force):
        version = factories_limits.proposed(force)
        assert "It counts now." in sent(force.second, "confirm_limit", version.pk)

    def test_is_refused_to_the_one_who_set_it(self, force):
        version = factories_limits.proposed(force)
        shown = sent(force.first, "confirm_limit", version.pk)
        assert "Another administrator must confirm this limit" in shown
        assert LimitVersion.objects.get().confirmed_at is None

    def test_of_one_that_was_replaced_does_not_exist(self, force):
        version = factories_limits.proposed(force)
        factories_limits.proposed(force, count=9)
        client = Client()
        client.force_login(force.second)
        address = reverse("casework:confirm_limit", args=[version.pk])
        assert client.get(address).status_code == 404
