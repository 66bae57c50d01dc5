from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse
from tests import factories_cases
from tests.factories_cases import AT

from answerable.records.event import Side
from answerable.records.kinds.disagreement import DisagreementRaised, Subject
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    with time_machine.travel(AT, tick=False):
        yield factories_cases.county()


@pytest.fixture
def be(client, county):
    def be(role: Role):
        client.force_login(county.people[role])
        return client

    return be


def disagreed(county) -> None:
    raised = DisagreementRaised(on=AT.date(), raised_by=Side.POLICE, subject=Subject.FILE)
    factories_cases.recorded(county, raised)


def page(be, role: Role, **asked: str) -> str:
    return be(role).get(reverse("casework:pathway"), asked).content.decode()


class TestPathway:
    def test_counts_what_was_raised_in_cases_of_the_own_force(self, be, county):
        disagreed(county)
        assert "1 June 2026: 1" in page(be, Role.SUPERVISOR)

    def test_counts_nothing_that_is_not_shared_with_the_area(self, be, county):
        disagreed(county)
        assert "1 June 2026: 0" in page(be, Role.CPS_MANAGER)

    def test_counts_what_is_shared_with_the_area(self, be, county):
        disagreed(county)
        factories_cases.shared(county, county.area)
        assert "1 June 2026: 1" in page(be, Role.CPS_MANAGER)

    def test_leaves_out_what_was_raised_after_the_period(self, be, county):
        disagreed(county)
        last = {"to_on_day": "31", "to_on_month": "5", "to_on_year": "2026"}
        assert "31 May 2026: 0" in page(be, Role.SUPERVISOR, **last)

    def test_says_that_no_disagreement_need_not_be_good_news(self, be, county):
        assert "nobody uses the pathway" in page(be, Role.SUPERVISOR)

    def test_refuses_a_period_that_ends_before_it_begins(self, be, county):
        first = {"from_on_day": "2", "from_on_month": "6", "from_on_year": "2026"}
        assert "must be the same as or after the first day" in page(be, Role.SUPERVISOR, **first)
