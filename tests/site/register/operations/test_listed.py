from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories
from tests.site.register import making
from tests.site.register.making import AT

from answerable_site.people.access import Refused
from answerable_site.register import operations
from answerable_site.register.rules import Draft, DraftLimb, RecommendationKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def inspection(officer, office):
    return making.entered(officer, office)


def draft(number, **more):
    return Draft(RecommendationKind.RECOMMENDATION, "The force should count.", number, **more)


def add(by, office, inspection, numbers):
    return operations.add_recommendations(
        by=by,
        at=AT,
        body=office.body,
        drafts=[(inspection, draft(number)) for number in numbers],
        reason="Taken from a list.",
    )


class TestAddRecommendations:
    def test_enters_them_in_order_behind_what_is_there(self, officer, office, inspection):
        first = making.recommendation(officer, inspection)
        entered = add(officer, office, inspection, ("7", "8"))
        positions = [one.position for one in (first, *entered)]
        assert positions == sorted(set(positions))
        assert [one.number for one in entered] == ["7", "8"]
        assert {one.entry_reason for one in entered} == {"Taken from a list."}
        assert entered[0].published_on == inspection.published_on

    def test_leaves_one_entry(self, officer, office, inspection):
        add(officer, office, inspection, ("7", "8"))
        assert making.acts() == ["register.enter_inspection", "register.add_recommendations"]

    def test_asks_the_database_as_often_for_many(self, officer, office, inspection):
        asked = []
        for count in (2, 20):
            with CaptureQueriesContext(connection) as sent:
                add(officer, office, inspection, map(str, range(count)))
            asked.append(len(sent))
        assert asked[0] == asked[1]

    def test_drops_no_part_of_one(self, officer, office, inspection):
        with pytest.raises(operations.HasParts):
            operations.add_recommendations(
                by=officer,
                at=AT,
                body=office.body,
                drafts=[(inspection, draft("7", limbs=(DraftLimb("in stores"),)))],
                reason="Taken from a list.",
            )

    def test_is_for_the_body_that_keeps_the_report(self, inspection):
        other = factories.office("Ravenholt")
        with pytest.raises(Refused):
            add(factories.viewer(other.officer), other, inspection, ("7",))
