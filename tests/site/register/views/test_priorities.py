from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories

from answerable_site.people.rules import Role
from answerable_site.register import operations
from answerable_site.register.models import PlanPriority

TODAY = datetime(2026, 5, 11, 9, tzinfo=UTC)
SENT = {
    "plan": "Police and Crime Plan 2025 to 2029",
    "name": "Victims first",
    "from_on_day": "1",
    "from_on_month": "4",
    "from_on_year": "2025",
}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def officer(office):
    client = Client()
    client.force_login(office.officer)
    return client


def add(office, name="Victims first", plan=SENT["plan"], from_on=date(2025, 4, 1)):
    return operations.add_priority(
        by=factories.viewer(office.officer),
        at=TODAY,
        body=office.body,
        plan=plan,
        name=name,
        from_on=from_on,
    )


def page(found) -> str:
    return found.content.decode()


class TestPriorities:
    def test_say_that_there_are_none_yet(self, officer):
        assert "None yet." in page(officer.get(reverse("register:priorities")))

    def test_stand_under_their_plans_the_newest_first(self, office, officer):
        add(office, plan="The plan of before", from_on=date(2021, 4, 1))
        add(office)
        add(office, "Fewer burglaries")
        plans = officer.get(reverse("register:priorities")).context["plans"]
        assert [(plan.title, [one.name for one in plan.priorities]) for plan in plans] == [
            (SENT["plan"], ["Victims first", "Fewer burglaries"]),
            ("The plan of before", ["Victims first"]),
        ]

    @pytest.mark.parametrize(
        ("from_on", "to_on", "tag"),
        [
            (date(2026, 5, 12), None, "Not yet in force"),
            (date(2026, 5, 11), None, "In force"),
            (date(2025, 4, 1), date(2026, 5, 11), "In force"),
            (date(2025, 4, 1), date(2026, 5, 10), "Ended"),
        ],
    )
    def test_say_whether_they_count_today(self, office, officer, from_on, to_on, tag):
        added = add(office, from_on=from_on)
        if to_on:
            operations.end_priority(
                by=factories.viewer(office.officer), at=TODAY, priority=added, to_on=to_on
            )
        (plan,) = officer.get(reverse("register:priorities")).context["plans"]
        assert plan.priorities[0].tag == tag

    def test_of_another_body_are_not_shown(self, officer):
        add(factories.office("Thornley"), "Theirs alone")
        assert "Theirs alone" not in page(officer.get(reverse("register:priorities")))


class TestAdd:
    def test_asks_for_no_body_where_there_is_one(self, office, officer):
        address = reverse("register:add_priority")
        assert "Whose plan is it?" not in page(officer.get(address))
        found = officer.post(address, SENT | {"body": office.body.pk}, follow=True)
        assert "The priority “Victims first” was added." in page(found)

    def test_asks_whose_plan_it_is_where_there_are_two(self, office):
        other = factories.office("Thornley")
        both = factories.person(
            "Both Officer",
            (office.body, Role.RESPONSE_OFFICER),
            (other.body, Role.RESPONSE_OFFICER),
        )
        client = Client()
        client.force_login(both)
        assert "Whose plan is it?" in page(client.get(reverse("register:add_priority")))
        client.post(reverse("register:add_priority"), SENT | {"body": other.body.pk})
        assert PlanPriority.objects.get().body == other.body

    def test_takes_no_body_of_others(self, officer):
        theirs = factories.office("Thornley").body.pk
        officer.post(reverse("register:add_priority"), SENT | {"body": theirs})
        assert not PlanPriority.objects.exists()

    def test_says_that_the_plan_has_it(self, office, officer):
        add(office)
        found = officer.post(reverse("register:add_priority"), SENT | {"body": office.body.pk})
        assert "The plan has a priority “Victims first” already." in page(found)

    def test_begins_with_the_plan_of_the_last_one(self, office, officer):
        add(office)
        assert f'value="{SENT["plan"]}"' in page(officer.get(reverse("register:add_priority")))


class TestEnd:
    def day(self, day: int, month: int, year: int) -> dict[str, str]:
        return {"to_on_day": str(day), "to_on_month": str(month), "to_on_year": str(year)}

    def test_records_the_last_day(self, office, officer):
        address = reverse("register:end_priority", args=[add(office).pk])
        officer.post(address, self.day(31, 3, 2026))
        assert PlanPriority.objects.get().to_on == date(2026, 3, 31)

    def test_says_what_is_wrong_with_a_day_before_the_first(self, office, officer):
        address = reverse("register:end_priority", args=[add(office).pk])
        found = officer.post(address, self.day(31, 3, 2025))
        assert "The priority counts from 1 April 2025." in page(found)

    def test_is_not_found_for_a_priority_of_another_body(self, officer):
        theirs = add(factories.office("Thornley"))
        address = reverse("register:end_priority", args=[theirs.pk])
        assert officer.get(address).status_code == 404
