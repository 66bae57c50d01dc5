from __future__ import annotations

import pytest
from tests import factories, factories_cases
from tests.factories_cases import County

from answerable_site.casework import queries
from answerable_site.casework.queries.called import AT_ONCE
from answerable_site.people.models import Assignment
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return factories_cases.county()


class TestFirstCalled:
    PEOPLE = ((1, "Ann Smith"), (2, "Bo Smith"), (3, "Cy Jones"))

    def test_are_those_who_are_called_as_was_typed(self):
        found = queries.first_called(self.PEOPLE, "smi")
        assert found.shown == [(1, "Ann Smith"), (2, "Bo Smith")]
        assert (found.count, found.is_cut) == (2, False)

    def test_are_no_more_than_can_be_read_through(self):
        found = queries.first_called([(n, f"P {n}") for n in range(AT_ONCE + 5)], "")
        assert [number for number, _ in found.shown] == list(range(AT_ONCE))
        assert (found.count, found.is_cut) == (AT_ONCE + 5, True)


class TestFirstPostsCalled:
    def found(self, typed: str = ""):
        return queries.first_posts_called(Assignment.objects.all(), typed)

    def test_are_by_name_those_who_are_called_as_was_typed(self, county):
        factories.person("Zoe Marsh", (county.force, Role.INVESTIGATOR))
        factories.person("Amy Marsh", (county.force, Role.INVESTIGATOR))
        names = [post.user.full_name for post in self.found("marsh").shown]
        assert names == ["Amy Marsh", "Zoe Marsh"]

    def test_are_one_for_each_organisation_of_a_person(self, county):
        factories.person(
            "Two Hats",
            (county.force, Role.SUPERVISOR),
            (county.force, Role.INVESTIGATOR),
            (county.area, Role.PROSECUTOR),
        )
        found = self.found("hats")
        assert {post.organisation for post in found.shown} == {county.force, county.area}
        assert found.count == 2

    def test_are_counted_where_they_are_not_shown(self, county):
        for number in range(AT_ONCE + 1):
            factories.person(f"Many {number}", (county.force, Role.INVESTIGATOR))
        found = self.found("many")
        assert (len(found.shown), found.count, found.is_cut) == (AT_ONCE, AT_ONCE + 1, True)
