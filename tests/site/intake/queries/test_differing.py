"""What a load told otherwise is read case by case."""

from __future__ import annotations

import pytest
from tests import factories_cases, factories_loads
from tests.factories_loads import DECIDED, load

from answerable_site.intake import queries
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
REPORTED_FIRST = {**DECIDED, "ref": "X/001"}
REPORTED_LAST = {**DECIDED, "ref": "X/002", "reported": "05/03/2024"}
ROWS = [REPORTED_FIRST, REPORTED_LAST]


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


class TestDifferingEvents:
    def test_come_by_the_number_of_their_case_without_a_look_at_it(self, county):
        crimes = factories_loads.source(county)
        first = load(county, crimes, ROWS)
        rows = [{**row, "decided": "11/03/2024"} for row in ROWS]
        batch = load(county, crimes, rows, supersedes=first)
        events = queries.differing_events(county.viewer(Role.SUPERVISOR), batch)
        cases = [one.case_id for one in events]
        assert len(set(cases)) == 2
        assert cases == sorted(cases)
