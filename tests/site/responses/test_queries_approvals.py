from __future__ import annotations

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.people.rules import OrganisationKind, Role
from answerable_site.responses import operations, queries


@pytest.fixture
def other(db):
    return factories.office("Thornley")


def those_who_see(office, visible) -> set[Role]:
    """The roles of an office with which somebody sees anything."""
    return {role for role, person in office.people.items() if visible(factories.viewer(person))}


class TestBodiesWithSteps:
    def test_are_those_that_the_viewer_administers(self, case, other):
        found = queries.bodies_with_steps(case.viewer("administrator"))
        assert list(found) == [case.office.body]

    def test_are_for_administrators_alone(self, case):
        assert those_who_see(case.office, queries.bodies_with_steps) == {Role.ADMINISTRATOR}

    def test_are_no_forces_and_no_partners(self, case):
        partner = factories.organisation("A Service", OrganisationKind.SUPPORT_SERVICE, "")
        places = (case.office.body, case.office.force, partner)
        person = factories.person("Everywhere", *((place, Role.ADMINISTRATOR) for place in places))
        found = queries.bodies_with_steps(factories.viewer(person))
        assert list(found) == [case.office.body]


class TestApprovalStepsVisibleTo:
    @pytest.fixture
    def step(self, case):
        return self.wanted(case.office, "Monitoring officer")

    def wanted(self, office, title):
        return operations.add_approval_step(
            by=factories.viewer(office.administrator),
            at=cases.AT,
            body=office.body,
            organisation=office.body,
            title=title,
        )

    def test_are_none_of_another_body(self, case, step, other):
        self.wanted(other, "Chief executive")
        assert list(queries.approval_steps_visible_to(case.viewer("administrator"))) == [step]

    def test_are_none_that_ended(self, case, step):
        operations.end_approval_step(by=case.viewer("administrator"), at=cases.LATER, step=step)
        assert not queries.approval_steps_visible_to(case.viewer("administrator")).exists()
