from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse
from tests import factories, factories_cases
from tests.factories_cases import AT, County

from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    with time_machine.travel(AT, tick=False):
        yield factories_cases.county()


@pytest.fixture
def supervisor(client, county):
    factories_cases.opened(county, Role.SUPERVISOR)
    client.force_login(county.people[Role.SUPERVISOR])
    return client


def sent(client, route: str, number: int, **form: object) -> str:
    """The page after sending a form."""
    answer = client.post(reverse(f"casework:{route}", args=[number]), form, follow=True)
    return answer.content.decode()


class TestShare:
    def test_lets_an_organisation_work_on_it(self, supervisor, county: County):
        page = sent(supervisor, "share", county.case.pk, organisation=county.service.pk)
        assert "Wexmoor Support works on this case now." in page

    def test_does_not_exist_before_the_case_was_opened(self, client, county):
        client.force_login(county.people[Role.SUPERVISOR])
        assert client.get(reverse("casework:share", args=[county.case.pk])).status_code == 404

    def test_offers_no_policing_body_and_no_force(self, supervisor, county):
        page = supervisor.get(reverse("casework:share", args=[county.case.pk])).content.decode()
        assert "Wexmoor Support" in page
        assert "Wexmoor Police" not in page[page.index("<form") :]


class TestEndShare:
    def test_takes_effect_at_once(self, supervisor, county):
        factories_cases.shared(county, county.service)
        page = sent(supervisor, "end_share", county.case.shares.get().pk)
        assert "no longer works on this case" in page


class TestAssign:
    def test_lets_a_support_worker_work_on_it(self, supervisor, county):
        factories_cases.shared(county, county.service)
        post = county.people[Role.SUPPORT_WORKER].assignments.get().pk
        page = sent(supervisor, "assign", county.case.pk, post=post)
        assert "Wexmoor Support worker works on this case now." in page

    def test_refuses_somebody_who_was_not_offered(self, supervisor, county):
        post = county.people[Role.ACCESS_AUDITOR].assignments.get().pk
        sent(supervisor, "assign", county.case.pk, post=post)
        assert county.case.assignments.count() == 1

    def test_finds_people_by_a_part_of_their_name(self, supervisor, county):
        for name in ("Amy Heir", "Zoe Marsh"):
            factories.person(name, (county.force, Role.INVESTIGATOR))
        address = reverse("casework:assign", args=[county.case.pk])
        page = supervisor.get(address, {"called": "marsh"}).content.decode()
        assert "Zoe Marsh" in page
        assert "Amy Heir" not in page

    def test_says_where_there_is_nobody_to_choose(self, supervisor, county):
        page = supervisor.get(reverse("casework:assign", args=[county.case.pk])).content.decode()
        assert "There is nobody else to choose" in page


class TestAssignForWhoSupervisesElsewhere:
    """Somebody works on a case here, and is a supervisor of another force."""

    @pytest.fixture
    def elsewhere(self, client, county):
        other = factories_cases.county("Sallowfen", "9/26")
        user = factories.person(
            "Both", (county.force, Role.INVESTIGATOR), (other.force, Role.SUPERVISOR)
        )
        case = factories_cases.case(county.force, factories.viewer(user, on=AT.date()), "3/26")
        client.force_login(user)
        return case

    def test_is_refused_before_a_form_is_shown(self, client, elsewhere):
        answer = client.get(reverse("casework:assign", args=[elsewhere.pk]))
        assert answer.status_code == 403
        assert "Only a supervisor of the force" in answer.content.decode()

    def test_is_not_offered_on_the_page_of_the_case(self, client, elsewhere):
        page = client.get(reverse("casework:case", args=[elsewhere.pk])).content.decode()
        assert reverse("casework:assign", args=[elsewhere.pk]) not in page


class TestAssignByACpsManager:
    @pytest.fixture
    def manager(self, client, county):
        factories_cases.shared(county, county.area)
        factories_cases.opened(county, Role.CPS_MANAGER)
        client.force_login(county.people[Role.CPS_MANAGER])
        return client

    def test_is_offered_where_the_case_is_shared_with_the_area(self, manager, county):
        page = manager.get(reverse("casework:case", args=[county.case.pk])).content.decode()
        assert reverse("casework:assign", args=[county.case.pk]) in page

    def test_offers_people_of_the_area_alone(self, manager, county):
        factories_cases.shared(county, county.service)
        page = manager.get(reverse("casework:assign", args=[county.case.pk])).content.decode()
        assert "Wexmoor Prosecutor" in page
        assert "Wexmoor Support worker" not in page


class TestEndAssignment:
    def test_takes_effect_at_once(self, supervisor, client, county):
        sent(supervisor, "end_assignment", county.case.assignments.get().pk)
        client.force_login(county.people[Role.INVESTIGATOR])
        answer = client.get(reverse("casework:case", args=[county.case.pk]))
        assert answer["Location"] == reverse("casework:open", args=[county.case.pk])
