from __future__ import annotations

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.people.rules import Role
from answerable_site.responses import operations, queries
from answerable_site.responses.rules.past import PastAnswer


@pytest.fixture
def other(db):
    return factories.office("Thornley")


@pytest.fixture
def further(case):
    """A later report that concerns the same body."""
    return cases.Case(case.office, cases.inspection(case.office, "Guard dogs"), [])


@pytest.fixture
def both(case, other):
    """A response officer of two bodies."""
    person = factories.person(
        "Both", (case.office.body, Role.RESPONSE_OFFICER), (other.body, Role.RESPONSE_OFFICER)
    )
    return factories.viewer(person)


class TestPastResponses:
    def recorded(self, case):
        return operations.record_past_response(
            by=case.viewer("officer"), at=cases.LATER, answer=PastAnswer(), **case.about
        )

    def asked(self, viewer, case):
        return queries.past_response_visible_to(
            viewer, inspection_id=case.inspection.pk, body_slug=case.office.body.slug
        )

    def test_are_none_of_another_body(self, case, other):
        self.recorded(case)
        assert queries.past_responses(factories.viewer(other.officer)) == []

    def test_are_found_each_by_its_report(self, case, further):
        rows = [self.recorded(case), self.recorded(further)]
        viewer = case.viewer("officer")
        assert [self.asked(viewer, one).row for one in (case, further)] == rows

    def test_are_found_each_by_its_body(self, case, other, both):
        case.inspection.bodies_concerned.add(other.body)
        theirs = cases.Case(other, case.inspection, [])
        rows = [self.recorded(case), self.recorded(theirs)]
        assert [self.asked(both, one).row for one in (case, theirs)] == rows
