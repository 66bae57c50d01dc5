from __future__ import annotations

from datetime import date

import pytest
from django.db.models import F
from tests import factories_cases, factories_limits
from tests.factories_limits import AT, Administered
from tests.site.rights import Place, roles

from answerable_site.casework import queries
from answerable_site.casework.models import Case, CaseShare
from answerable_site.people.rules import OrganisationKind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def force() -> Administered:
    return factories_limits.administered()


@pytest.fixture
def area() -> Administered:
    """It completes reviews within 3 working days."""
    area = factories_limits.administered("CPS Sallowfen", OrganisationKind.CPS_AREA)
    factories_limits.confirmed(area, code="complete_review_cps", count=3)
    return area


class TestOrganisationsWithLimits:
    @pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER])
    def test_are_the_own_force_of_those_who_read_its_cases(self, role):
        county = factories_cases.county()
        found = queries.organisations_with_limits(county.viewer(role))
        assert list(found) == [county.force]

    def test_are_none_for_who_only_audits_access(self):
        county = factories_cases.county()
        assert not queries.organisations_with_limits(county.viewer(Role.ACCESS_AUDITOR)).exists()

    def test_hold_the_force_whose_case_is_shared_after_the_own_area(self):
        county = factories_cases.county()
        factories_cases.shared(county, county.area)
        found = queries.organisations_with_limits(county.viewer(Role.CPS_MANAGER))
        assert list(found) == [county.area, county.force]

    def test_hold_the_area_that_shares_a_case_for_its_force(self):
        county = factories_cases.county()
        factories_cases.shared(county, county.area)
        found = queries.organisations_with_limits(county.viewer(Role.INVESTIGATOR))
        assert list(found) == [county.force, county.area]

    def test_hold_no_force_that_a_service_shares_no_case_with(self):
        county = factories_cases.county()
        worker = county.viewer(Role.SUPPORT_WORKER)
        assert not queries.organisations_with_limits(worker).exists()
        factories_cases.shared(county, county.service)
        assert list(queries.organisations_with_limits(worker)) == [county.force]


class TestLimitsAdministeredBy:
    @pytest.mark.parametrize("kind", [OrganisationKind.POLICE_FORCE, OrganisationKind.CPS_AREA])
    def test_are_those_of_organisations_where_the_viewer_is_an_administrator(self, kind):
        factories_limits.administered("Sallowfen Police")
        own = factories_limits.administered("Wexmoor", kind)
        assert list(queries.limits_administered_by(own.proposer)) == [own.organisation]

    def test_are_none_of_organisations_that_have_no_limits(self):
        own = factories_limits.administered("A Service", OrganisationKind.SUPPORT_SERVICE)
        assert not queries.limits_administered_by(own.proposer)

    def test_are_none_in_other_roles(self, force):
        there = Place.of(force.organisation)
        found = roles(lambda who: queries.limits_administered_by(who).exists(), there)
        assert found == {Role.ADMINISTRATOR}


class TestLimitVersions:
    def test_are_nothing_to_whoever_may_not_read_them(self, force):
        factories_limits.confirmed(force)
        other = factories_limits.administered("Sallowfen Police")
        pk = force.organisation.pk
        assert queries.limit_versions(force.proposer, pk).count() == 1
        assert not queries.limit_versions(other.proposer, pk).exists()

    def test_say_which_was_replaced(self, force):
        factories_limits.proposed(force)
        factories_limits.proposed(force, count=2)
        found = queries.limit_versions(force.proposer, force.organisation.pk)
        assert [one.is_replaced for one in found] == [True, False]

    def test_that_wait_are_the_latest_unconfirmed_ones_of_who_administers(self, force):
        factories_limits.confirmed(force, code="support_gap")
        factories_limits.proposed(force)
        last = factories_limits.proposed(force, count=2)
        assert list(queries.limits_that_wait(force.other)) == [last]
        other = factories_limits.administered("Sallowfen Police")
        assert not queries.limits_that_wait(other.proposer).exists()


def case_of(place: Administered) -> Case:
    return Case.objects.create(
        force=place.organisation,
        reported_on=AT.date(),
        added_at=AT,
        added_by=place.first,
    )


class TestLimitsIn:
    START = date(2026, 5, 4)

    def days(self, case: Case, code: str) -> int:
        """The same where the case is asked about by its number and where it was read whole."""
        whole = queries.limits_in_whole_case(Case.objects.get(pk=case.pk))
        (count,) = {
            limits.in_force(code, self.START).count
            for limits in (queries.limits_in_case(case), whole)
        }
        return count

    def test_are_those_that_the_force_of_the_case_set_for_its_own_steps(self, force):
        factories_limits.confirmed(force)
        own, other = case_of(force), factories_cases.county("Sallowfen").case
        assert (self.days(own, "tell_victim"), self.days(other, "tell_victim")) == (3, 5)

    def test_are_those_that_the_area_of_the_case_set_for_its_own_steps(self, area):
        county = factories_cases.county()
        assert self.days(county.case, "complete_review_cps") == 30
        factories_cases.shared(county, area.organisation)
        assert self.days(county.case, "complete_review_cps") == 3

    def test_stay_the_same_when_the_work_of_the_area_ends(self, area):
        county = factories_cases.county()
        factories_cases.shared(county, area.organisation)
        CaseShare.objects.update(ended_at=F("shared_at"))
        assert self.days(county.case, "complete_review_cps") == 3

    def test_are_those_of_the_area_that_came_last(self, area):
        county = factories_cases.county()
        factories_cases.shared(county, area.organisation, county.area)
        assert self.days(county.case, "complete_review_cps") == 30

    def test_are_those_of_each_of_several_cases(self, force, area):
        factories_limits.confirmed(force)
        county = factories_cases.county("Ashmere")
        factories_cases.shared(county, area.organisation)
        own = case_of(force)
        found = queries.limits_in([own, county.case])
        days = {
            number: (
                limits.in_force("tell_victim", self.START).count,
                limits.in_force("complete_review_cps", self.START).count,
            )
            for number, limits in found.items()
        }
        assert days == {own.pk: (3, 30), county.case.pk: (5, 3)}

    def test_are_asked_for_once_for_many_cases(self, force, django_assert_num_queries):
        cases = [case_of(force) for _ in range(3)]
        with django_assert_num_queries(2):
            queries.limits_in(cases)


class TestLimitsFor:
    def test_are_those_of_the_own_force(self, force):
        factories_limits.confirmed(force)
        found = queries.limits_for(force.proposer).in_force("tell_victim", date(2026, 5, 4))
        assert found.count == 3

    def test_are_the_products_for_whoever_has_none(self):
        county = factories_cases.county()
        found = queries.limits_for(county.viewer(Role.SUPPORT_WORKER))
        assert found.in_force("tell_victim", date(2026, 5, 4)).count == 5
