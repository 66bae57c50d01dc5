from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse
from tests import factories, factories_cases
from tests.factories_cases import AT, County

from answerable_site.casework.models import CaseAssignment
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    with time_machine.travel(AT, tick=False):
        yield factories_cases.county()


@pytest.fixture
def heir(county):
    return factories.person("Amy Heir", (county.force, Role.INVESTIGATOR))


@pytest.fixture
def supervisor(client, county):
    client.force_login(county.people[Role.SUPERVISOR])
    return client


def page(client, **asked: object) -> str:
    return client.get(reverse("casework:hand_over"), asked).content.decode()


def sent(client, county: County, **form: object) -> str:
    """The page after the cases of the investigator were handed over."""
    worker = county.people[Role.INVESTIGATOR].pk
    address = reverse("casework:hand_over", query={"worker": worker})
    return client.post(address, form, follow=True).content.decode()


class TestWhose:
    def test_are_people_who_work_on_cases_here(self, supervisor, county):
        other = factories_cases.county("Sallowfen", "9/26")
        found = page(supervisor)
        assert f"?worker={county.people[Role.INVESTIGATOR].pk}" in found
        assert f"?worker={other.people[Role.INVESTIGATOR].pk}" not in found

    def test_are_found_by_a_part_of_their_name(self, supervisor, heir):
        found = page(supervisor, called="hei")
        assert "Amy Heir" in found
        assert "Wexmoor Investigator" not in found

    def test_are_said_to_be_none_where_nobody_is_called_that(self, supervisor, heir):
        assert "Nobody is called that here." in page(supervisor, called="quux")

    @pytest.mark.parametrize("worker", ["nobody", "0", "9" * 30, "²"])
    def test_are_asked_for_where_the_address_names_nobody(self, supervisor, worker):
        assert "Whose cases?" in page(supervisor, worker=worker)

    def test_are_none_of_another_force(self, supervisor):
        other = factories_cases.county("Sallowfen", "9/26")
        found = page(supervisor, worker=other.people[Role.INVESTIGATOR].pk)
        assert "Sallowfen Investigator" not in found


class TestHandOver:
    def test_offers_the_cases_and_who_could_take_them(self, supervisor, county, heir):
        found = page(supervisor, worker=county.people[Role.INVESTIGATOR].pk)
        assert f"Case {county.case.pk}" in found
        assert "Amy Heir, Investigator, Wexmoor Police" in found

    def test_offers_nobody_their_own_cases(self, supervisor, county, heir):
        found = page(supervisor, worker=county.people[Role.INVESTIGATOR].pk)
        assert "Wexmoor Investigator, Investigator" not in found

    def test_finds_who_could_take_them_by_a_part_of_their_name(self, supervisor, county, heir):
        factories.person("Zoe Marsh", (county.force, Role.INVESTIGATOR))
        found = page(supervisor, worker=county.people[Role.INVESTIGATOR].pk, called="marsh")
        assert "Zoe Marsh" in found
        assert "Amy Heir" not in found

    def test_says_who_works_on_no_case(self, supervisor, heir):
        assert "This person works on no case now." in page(supervisor, worker=heir.pk)

    def test_lets_another_work_on_them_from_now_on(self, supervisor, county, heir):
        work = county.case.assignments.get()
        answer = sent(supervisor, county, work=work.pk, post=heir.assignments.get().pk)
        assert "Amy Heir works on 1 case more from now on." in answer
        assert CaseAssignment.objects.running().get().user == heir

    def test_asks_for_cases_and_a_person(self, supervisor, county, heir):
        answer = sent(supervisor, county, post="")
        assert "Select at least one case" in answer
        assert "Select a person" in answer
        assert CaseAssignment.objects.running().get().user == county.people[Role.INVESTIGATOR]

    def test_gives_them_to_nobody_who_was_not_offered(self, supervisor, county):
        auditor = county.people[Role.ACCESS_AUDITOR].assignments.get()
        sent(supervisor, county, work=county.case.assignments.get().pk, post=auditor.pk)
        assert CaseAssignment.objects.running().get().user == county.people[Role.INVESTIGATOR]
