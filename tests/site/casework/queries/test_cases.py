from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests import factories, factories_cases
from tests.factories_cases import AT, PLACES, County
from tests.site.rights import Place, roles

from answerable_site.casework import operations, queries
from answerable_site.casework.models import Case
from answerable_site.casework.queries.cases import numbers_open_to
from answerable_site.casework.rules import READS_CASES, ReferenceKind
from answerable_site.people.rules import ANONYMOUS, Role

pytestmark = pytest.mark.django_db
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def county() -> County:
    factories_cases.county("Sallowfen", "9/26")
    return factories_cases.county()


def further(county: County) -> Case:
    """Another case of the force, on which the same investigator works."""
    return factories_cases.case(county.force, county.viewer(Role.INVESTIGATOR), "7/26")


def open_to(county: County, role: Role, at=AT) -> bool:
    """Whether the case of the county is open, asked in each of the ways in which pages ask."""
    viewer, case = county.viewer(role), county.case
    found = {
        queries.cases_open_to(viewer, at=at).filter(pk=case.pk).exists(),
        case.pk in numbers_open_to(viewer, at=at),
        queries.way_into(viewer, case.pk, at=at) is not None,
        case.pk in queries.open_among(viewer, Case.objects.all(), at=at),
    }
    (answer,) = found
    return answer


class TestAnOpenCase:
    def test_is_the_one_that_is_assigned_and_no_other(self, county):
        investigator = county.viewer(Role.INVESTIGATOR)
        assert list(queries.cases_open_to(investigator, at=AT)) == [county.case]
        assert queries.open_among(investigator, Case.objects.all(), at=AT) == {county.case.pk}

    @pytest.mark.parametrize("role", PLACES)
    def test_is_open_to_those_who_work_on_it_alone(self, county, role):
        assert open_to(county, role) is (role == Role.INVESTIGATOR)

    def test_is_closed_to_whoever_works_elsewhere_now(self, county):
        user = county.people[Role.INVESTIGATOR]
        user.assignments.update(organisation=county.area, role=Role.PROSECUTOR)
        assert not open_to(county, Role.INVESTIGATOR)

    def test_is_closed_to_whoever_has_a_role_there_that_is_not_assigned_cases(self, county):
        county.people[Role.INVESTIGATOR].assignments.update(role=Role.SUPERVISOR)
        assert not open_to(county, Role.INVESTIGATOR)

    def test_is_closed_once_the_assignment_was_ended(self, county):
        county.case.assignments.update(ended_at=AT)
        assert not open_to(county, Role.INVESTIGATOR)

    def test_is_closed_to_whoever_was_assigned_once_it_is_shared_no_longer(self, county):
        factories_cases.shared(county, county.area, county.service)
        factories_cases.assigned(county, Role.PROSECUTOR, county.area)
        factories_cases.shared(replace(county, case=further(county)), county.area)
        assert open_to(county, Role.PROSECUTOR)
        county.case.shares.filter(organisation=county.area).update(ended_at=AT)
        assert not open_to(county, Role.PROSECUTOR)

    def test_is_not_open_to_a_colleague(self, county):
        colleague = factories.person("A Colleague", (county.force, Role.INVESTIGATOR))
        viewer = factories.viewer(colleague, on=AT.date())
        assert not queries.cases_open_to(viewer, at=AT)
        assert queries.way_into(viewer, county.case.pk, at=AT) is None

    def test_is_not_another_case(self, county):
        other = further(county)
        other.assignments.update(ended_at=AT)
        investigator = county.viewer(Role.INVESTIGATOR)
        assert queries.way_into(investigator, other.pk, at=AT) is None

    def test_is_told_of_those_that_are_asked_about(self, county):
        other = further(county)
        investigator = county.viewer(Role.INVESTIGATOR)
        assert queries.open_among(investigator, [other], at=AT) == {other.pk}


class TestACaseThatWasOpenedWithAReason:
    @pytest.fixture
    def opened(self, county) -> County:
        factories_cases.shared(county, county.area)
        factories_cases.opened(county, Role.CPS_MANAGER)
        return county

    def test_is_open_from_then_on_for_a_day(self, opened):
        closes = AT + timedelta(hours=24)
        moments = (AT - MOMENT, AT, closes - MOMENT, closes)
        answers = [open_to(opened, Role.CPS_MANAGER, at=at) for at in moments]
        assert answers == [False, True, True, False]

    def test_is_open_to_that_person_alone(self, opened):
        roles_with_it = {role for role in PLACES if open_to(opened, role)}
        assert roles_with_it == {Role.CPS_MANAGER, Role.INVESTIGATOR}

    def test_is_the_only_one_that_is_open(self, opened):
        manager = opened.viewer(Role.CPS_MANAGER)
        assert list(queries.cases_open_to(manager, at=AT)) == [opened.case]

    def test_is_closed_once_it_is_shared_no_longer(self, opened):
        opened.case.shares.update(ended_at=AT)
        assert not open_to(opened, Role.CPS_MANAGER)

    def test_is_closed_to_whoever_works_elsewhere_now(self, opened):
        opened.people[Role.CPS_MANAGER].assignments.update(organisation=opened.service)
        assert not open_to(opened, Role.CPS_MANAGER)

    def test_is_closed_to_whoever_reads_no_cases_there_now(self, opened):
        opened.people[Role.CPS_MANAGER].assignments.update(role=Role.ACCESS_AUDITOR)
        assert not open_to(opened, Role.CPS_MANAGER)

    def test_says_with_which_reason_it_is_open(self, opened):
        way = queries.way_into(opened.viewer(Role.CPS_MANAGER), opened.case.pk, at=AT)
        assert way.opening == opened.case.openings.get()

    def test_is_another_case_than_one_with_another_number(self, opened):
        assert queries.way_into(opened.viewer(Role.CPS_MANAGER), opened.case.pk + 1, at=AT) is None


class TestCasesWithinReach:
    @pytest.mark.parametrize("place", ["force", "area"])
    def test_are_those_of_organisations_where_the_viewer_reads_cases(self, county, place):
        factories_cases.shared(county, county.area)
        there = Place.of(getattr(county, place))
        assert roles(lambda who: queries.cases_within_reach(who).exists(), there) == READS_CASES

    def test_are_no_others(self, county):
        found = queries.cases_within_reach(county.viewer(Role.SUPERVISOR))
        assert list(found) == [county.case]

    def test_are_no_others_of_a_force_that_shares_one(self, county):
        further(county)
        factories_cases.shared(county, county.area)
        found = queries.cases_within_reach(county.viewer(Role.CPS_MANAGER))
        assert list(found) == [county.case]

    def test_are_none_that_are_shared_with_another(self, county):
        factories_cases.shared(county, county.service)
        assert not queries.cases_within_reach(county.viewer(Role.CPS_MANAGER))

    def test_are_none_that_are_shared_no_longer(self, county):
        factories_cases.shared(county, county.area)
        county.case.shares.update(ended_at=AT)
        assert not queries.cases_within_reach(county.viewer(Role.CPS_MANAGER))

    def test_are_none_for_the_public(self, county):
        assert not queries.cases_within_reach(ANONYMOUS)


class TestEveryCase:
    def test_is_overseen_in_its_force_and_in_an_area_with_which_it_is_shared(self, county):
        def overseen() -> set[Role]:
            asked = {
                role: queries.cases_known_to(county.viewer(role), at=AT, every_case=True)
                for role in PLACES
            }
            return {role for role, cases in asked.items() if cases.exists()}

        assert overseen() == {Role.SUPERVISOR, Role.GATEKEEPER}
        factories_cases.shared(county, county.area)
        assert overseen() == {Role.SUPERVISOR, Role.GATEKEEPER, Role.CPS_MANAGER}

    def test_is_not_listed_among_the_own(self, county):
        supervisor = county.viewer(Role.SUPERVISOR)
        assert not queries.cases_known_to(supervisor, at=AT, every_case=False)

    def test_of_the_own_is_listed(self, county):
        investigator = county.viewer(Role.INVESTIGATOR)
        found = queries.cases_known_to(investigator, at=AT, every_case=False)
        assert list(found) == [county.case]


class TestReferencesReadableBy:
    def readable(self, county: County, role: Role) -> list[str]:
        viewer = county.viewer(role)
        return queries.references_readable_by(viewer, [county.case])[county.case.pk]

    @pytest.fixture
    def referred(self, county: County) -> County:
        factories_cases.shared(county, county.area, county.service)
        factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
        for role, kind, owner, reference in (
            (Role.INVESTIGATOR, ReferenceKind.URN, county.force, "01ZD0303226"),
            (Role.SUPPORT_WORKER, ReferenceKind.SERVICE, county.service, "SARA-9"),
        ):
            operations.add_reference(
                by=county.viewer(role),
                at=AT,
                case=county.case,
                kind=kind,
                owner=owner,
                reference=reference,
            )
        return county

    def test_are_the_forces_for_the_force(self, referred):
        assert self.readable(referred, Role.INVESTIGATOR) == ["12A/34567/26", "01ZD0303226"]

    def test_are_the_urn_for_the_prosecutors(self, referred):
        assert self.readable(referred, Role.PROSECUTOR) == ["01ZD0303226"]

    def test_are_its_own_for_a_support_service(self, referred):
        assert self.readable(referred, Role.SUPPORT_WORKER) == ["SARA-9"]

    def test_are_none_for_an_inspectorate(self, referred):
        assert self.readable(referred, Role.FILE_REVIEWER) == []

    def test_of_one_case_are_not_those_of_another(self, county):
        user = factories.person("A", (county.force, Role.SUPERVISOR))
        other = further(county)
        found = queries.references_readable_by(factories.viewer(user), [other])
        assert found == {other.pk: ["7/26"]}
