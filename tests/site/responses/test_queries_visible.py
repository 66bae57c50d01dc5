from __future__ import annotations

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.people.rules import OrganisationKind, Role
from answerable_site.responses import operations, queries
from answerable_site.responses.rules.past import PastAnswer


@pytest.fixture
def other(db):
    return factories.office("Thornley")


@pytest.fixture
def both(case, other):
    """A response officer of two bodies."""
    person = factories.person(
        "Both", (case.office.body, Role.RESPONSE_OFFICER), (other.body, Role.RESPONSE_OFFICER)
    )
    return factories.viewer(person)


@pytest.fixture
def further(case):
    """A later report that concerns the same body."""
    return cases.Case(case.office, cases.inspection(case.office, "Guard dogs"), [])


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


class TestDutyVisibleTo:
    def duty(self, viewer, case, **asked):
        given = {"inspection_id": case.inspection.pk, "body_slug": case.office.body.slug} | asked
        return queries.duty_visible_to(viewer, **given)

    def test_is_none_of_another_body(self, case, other):
        assert self.duty(factories.viewer(other.officer), case) is None

    def test_is_none_under_the_address_of_a_body_that_the_report_does_not_concern(
        self, case, other
    ):
        assert self.duty(case.viewer("officer"), case, body_slug=other.body.slug) is None

    def test_is_about_the_report_asked_for(self, case, further):
        found = [self.duty(case.viewer("officer"), one).inspection for one in (case, further)]
        assert found == [case.inspection, further.inspection]

    def test_has_no_response_where_only_another_report_is_answered(self, case, further):
        cases.said(case)
        assert self.duty(case.viewer("officer"), further).response is None

    def test_has_no_response_where_only_another_body_answers(self, case, other):
        case.inspection.bodies_concerned.add(other.body)
        cases.said(case)
        theirs = self.duty(factories.viewer(other.officer), case, body_slug=other.body.slug)
        assert theirs.response is None


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


class TestBodyVisibleTo:
    def test_is_the_one_at_the_address(self, case, other, both):
        found = [queries.body_visible_to(both, one.body.slug) for one in (case.office, other)]
        assert found == [case.office.body, other.body]

    def test_is_none_in_whose_work_the_viewer_takes_no_part(self, case, other):
        assert queries.body_visible_to(case.viewer("officer"), other.body.slug) is None
