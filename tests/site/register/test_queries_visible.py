from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import factories
from tests.site.register import making
from tests.site.register.making import AT
from tests.site.rights import Place, roles

from answerable_site.people.rules import Role
from answerable_site.register import operations, queries
from answerable_site.register.models import Theme

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)
WORK_FOR_THE_BODY = {Role.RESPONSE_OFFICER, Role.HOLDER, Role.PUBLISHER}
"""The roles that work for a body itself."""


@pytest.fixture
def other():
    return factories.office("Lindrick")


@pytest.fixture
def theirs(other):
    """A report that another body entered, and that concerns nobody else."""
    return making.entered(factories.viewer(other.officer), other, title="Guard dogs")


@pytest.fixture
def both(office, other):
    """An officer of two bodies."""
    person = factories.person(
        "Both", (office.body, Role.RESPONSE_OFFICER), (other.body, Role.RESPONSE_OFFICER)
    )
    return factories.viewer(person)


def those_who_see(office, visible) -> set[Role]:
    """The roles of an office with which somebody sees any row."""
    return {
        role for role, person in office.people.items() if visible(factories.viewer(person)).exists()
    }


class TestInspectionsVisibleTo:
    def test_are_none_of_another_body_for_one_that_has_its_own(self, officer, inspection, theirs):
        assert list(queries.inspections_visible_to(officer)) == [inspection]

    def test_are_those_that_a_body_keeps_although_they_concern_others(
        self, officer, inspection, other
    ):
        inspection.bodies_concerned.set([other.body])
        assert list(queries.inspections_visible_to(officer)) == [inspection]


class TestDocumentsVisibleTo:
    def test_of_which_nothing_was_made_are_seen_by_those_who_work_for_the_body(self, office, read):
        found = roles(lambda who: queries.documents_visible_to(who).exists(), Place.of(office.body))
        assert found == WORK_FOR_THE_BODY

    def test_are_none_of_another_body_of_which_nothing_was_made(self, read, other):
        assert not queries.documents_visible_to(factories.viewer(other.officer)).exists()

    def test_are_those_behind_reports_that_concern_a_body_whoever_holds_them(
        self, inspection, read, other
    ):
        inspection.bodies_concerned.add(other.body)
        assert list(queries.documents_visible_to(factories.viewer(other.officer))) == [read]


class TestBodiesAddedFor:
    def test_are_those_of_which_somebody_is_response_officer(self, office):
        assert those_who_see(office, queries.bodies_added_for) == {Role.RESPONSE_OFFICER}

    def test_are_no_bodies_in_whose_work_somebody_takes_another_part(self, office, other):
        person = factories.person(
            "Both", (office.body, Role.RESPONSE_OFFICER), (other.body, Role.HOLDER)
        )
        assert list(queries.bodies_added_for(factories.viewer(person))) == [office.body]


class TestBodiesGrouping:
    def test_are_the_body_that_keeps_the_report_although_it_concerns_another(
        self, officer, office, inspection, other
    ):
        inspection.bodies_concerned.set([other.body])
        assert list(queries.bodies_grouping(officer, inspection)) == [office.body]

    def test_are_bodies_that_the_report_concerns_although_another_keeps_it(self, inspection, other):
        inspection.bodies_concerned.add(other.body)
        found = queries.bodies_grouping(factories.viewer(other.officer), inspection)
        assert list(found) == [other.body]

    def test_are_no_bodies_with_which_the_report_has_nothing_to_do(self, office, inspection, both):
        assert list(queries.bodies_grouping(both, inspection)) == [office.body]


class TestMovementsVisibleTo:
    def test_are_none_of_reports_that_somebody_does_not_see(self, officer, inspection, theirs):
        theirs.movements.create(rules_version="2", noted_at=AT)
        assert queries.movements_visible_to(officer, since=AT) == []

    def test_are_those_noted_since_the_moment_and_at_it(self, officer, inspection):
        inspection.movements.create(rules_version="1", noted_at=AT - timedelta(seconds=1))
        at_it = inspection.movements.create(rules_version="2", noted_at=AT)
        assert queries.movements_visible_to(officer, since=AT) == [at_it]


def priority(office):
    return operations.add_priority(
        by=factories.viewer(office.officer),
        at=AT,
        body=office.body,
        plan="Police and Crime Plan",
        name="Victims first",
        from_on=TODAY,
    )


class TestPrioritiesKeptBy:
    def test_are_none_of_another_body(self, officer, office, other):
        ours = priority(office)
        priority(other)
        assert list(queries.priorities_kept_by(officer)) == [ours]

    def test_are_kept_by_response_officers_alone(self, office):
        priority(office)
        assert those_who_see(office, queries.priorities_kept_by) == {Role.RESPONSE_OFFICER}


class TestPrioritiesToChoose:
    def test_are_those_of_the_body_that_answers_for_whoever_answers_for_two(
        self, office, other, both
    ):
        ours = priority(office)
        priority(other)
        found = queries.priorities_to_choose(both, office.body.pk, on=TODAY)
        assert list(found) == [ours]


class TestWhatBelongsToARecommendation:
    @pytest.fixture
    def recommendation(self, officer, inspection):
        return making.recommendation(officer, inspection)

    @pytest.fixture
    def of_theirs(self, other, theirs):
        return making.recommendation(factories.viewer(other.officer), theirs)

    def test_is_seen_by_those_who_see_its_report(self, officer, recommendation, of_theirs):
        assert list(queries.recommendations_visible_to(officer)) == [recommendation]

    def test_shows_to_whom_it_is_addressed_no_further(self, officer, recommendation, of_theirs):
        found = queries.addressees_visible_to(officer)
        assert {one.recommendation for one in found} == {recommendation}


class TestThemesOf:
    def test_are_seen_by_those_who_work_for_the_body(self, office):
        Theme.objects.create(held_by=office.body, name="Custody")
        found = roles(lambda who: queries.themes_of(who).exists(), Place.of(office.body))
        assert found == WORK_FOR_THE_BODY

    def test_are_none_of_another_body(self, officer, other):
        Theme.objects.create(held_by=other.body, name="Custody")
        assert not queries.themes_of(officer).exists()


class TestCandidatesVisibleTo:
    def test_are_none_before_a_report_is_made_of_the_document(self, officer, read):
        assert not queries.candidates_visible_to(officer).exists()

    def test_are_those_of_documents_behind_reports_that_somebody_sees(self, officer, inspection):
        assert queries.candidates_visible_to(officer).count() == 4
