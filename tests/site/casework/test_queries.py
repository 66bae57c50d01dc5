from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories, factories_cases
from tests.factories_cases import AT, County

from answerable_site.casework import operations, queries
from answerable_site.casework.access import oversees_cases
from answerable_site.casework.models import Case
from answerable_site.casework.rules import READS_CASES, ReferenceKind
from answerable_site.people.rules import ANONYMOUS, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return factories_cases.county()


def is_open(county: County, role: Role, at=AT) -> bool:
    return county.case in queries.cases_open_to(county.viewer(role), at=at)


def is_known(county: County, role: Role) -> bool:
    viewer = county.viewer(role)
    every = oversees_cases.test(viewer)
    return county.case in queries.cases_known_to(viewer, at=AT, every_case=every)


class TestCasesOpenTo:
    def test_holds_those_assigned_to_the_viewer(self, county):
        assert is_open(county, Role.INVESTIGATOR)

    @pytest.mark.parametrize("role", sorted(set(factories_cases.PLACES) - {Role.INVESTIGATOR}))
    def test_holds_nothing_for_anybody_else_of_the_county(self, county, role):
        assert not is_open(county, role)

    def test_holds_nothing_for_the_public(self, county):
        assert not queries.cases_open_to(ANONYMOUS, at=AT).exists()

    def test_holds_what_was_shared_and_assigned(self, county):
        factories_cases.shared(county, county.area, county.service, county.inspectorate)
        factories_cases.assigned(county, Role.PROSECUTOR, county.area)
        factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
        factories_cases.assigned(county, Role.FILE_REVIEWER, county.inspectorate)
        roles = [Role.PROSECUTOR, Role.SUPPORT_WORKER, Role.FILE_REVIEWER]
        assert all(is_open(county, role) for role in roles)

    def test_holds_nothing_once_the_organisation_no_longer_works_on_it(self, county):
        factories_cases.shared(county, county.service)
        factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
        operations.end_share(by=_opened_supervisor(county), at=AT, share=county.case.shares.get())
        assert not is_open(county, Role.SUPPORT_WORKER)

    def test_holds_nothing_once_the_assignment_was_ended(self, county):
        operations.end_assignment(
            by=_opened_supervisor(county), at=AT, assignment=county.case.assignments.get()
        )
        assert not is_open(county, Role.INVESTIGATOR)

    def test_holds_nothing_once_the_role_was_ended(self, county):
        user = county.people[Role.INVESTIGATOR]
        user.assignments.update(to_on=AT.date() - timedelta(days=1))
        assert not is_open(county, Role.INVESTIGATOR)

    def test_holds_what_was_opened_for_24_hours(self, county):
        factories_cases.opened(county, Role.SUPERVISOR)
        day = timedelta(hours=24)
        assert is_open(county, Role.SUPERVISOR, at=AT + day - timedelta(microseconds=1))
        assert not is_open(county, Role.SUPERVISOR, at=AT + day)

    def test_holds_it_for_that_person_alone(self, county):
        factories_cases.opened(county, Role.SUPERVISOR)
        assert not is_open(county, Role.GATEKEEPER)


class TestCasesKnownTo:
    @pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.GATEKEEPER])
    def test_holds_every_case_of_the_force(self, county, role):
        assert is_known(county, role)

    def test_holds_what_is_shared_with_the_area_for_its_manager(self, county):
        assert not is_known(county, Role.CPS_MANAGER)
        factories_cases.shared(county, county.area)
        assert is_known(county, Role.CPS_MANAGER)

    @pytest.mark.parametrize("role", [Role.PROSECUTOR, Role.SUPPORT_WORKER, Role.FILE_REVIEWER])
    def test_holds_nothing_that_is_only_shared(self, county, role):
        factories_cases.shared(county, county.area, county.service, county.inspectorate)
        assert not is_known(county, role)

    def test_holds_nothing_of_another_force(self, county):
        other = factories_cases.county("Sallowfen")
        known = queries.cases_known_to(other.viewer(Role.SUPERVISOR), at=AT, every_case=True)
        assert list(known) == [other.case]

    def test_holds_nothing_for_an_access_auditor(self, county):
        assert not is_known(county, Role.ACCESS_AUDITOR)

    def test_holds_nothing_for_people_of_the_policing_body(self):
        office = factories.office()
        officer = factories.person("I", (office.force, Role.INVESTIGATOR))
        factories_cases.case(office.force, factories.viewer(officer), "1/26")
        seen = [
            queries.cases_known_to(factories.viewer(user), at=AT, every_case=every).exists()
            for user in office.people.values()
            for every in (False, True)
        ]
        assert not any(seen)


class TestCasesWithReference:
    def found(self, county: County, role: Role, kind: ReferenceKind, canonical: str) -> list[Case]:
        return list(queries.cases_with_reference(county.viewer(role), kind, canonical))

    @pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER])
    def test_are_found_by_the_force(self, county, role):
        assert self.found(county, role, ReferenceKind.CRIME, "12A3456726") == [county.case]

    @pytest.mark.parametrize(
        "role", sorted(READS_CASES - {Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER})
    )
    def test_are_not_found_by_a_reference_that_is_not_theirs(self, county, role):
        factories_cases.shared(county, county.area, county.service, county.inspectorate)
        assert self.found(county, role, ReferenceKind.CRIME, "12A3456726") == []

    def test_are_not_found_by_another_force_with_the_same_reference(self, county):
        other = factories_cases.county("Sallowfen", reference="99/26")
        assert self.found(other, Role.SUPERVISOR, ReferenceKind.CRIME, "12A3456726") == []

    def test_are_found_by_the_prosecutors_by_a_urn_once_shared(self, county):
        operations.add_reference(
            by=county.viewer(Role.INVESTIGATOR),
            at=AT,
            case=county.case,
            kind=ReferenceKind.URN,
            owner=county.force,
            reference="01ZD0303226",
        )
        assert self.found(county, Role.PROSECUTOR, ReferenceKind.URN, "01ZD0303226") == []
        factories_cases.shared(county, county.area)
        assert self.found(county, Role.PROSECUTOR, ReferenceKind.URN, "01ZD0303226") == [
            county.case
        ]


def _opened_supervisor(county: County):
    factories_cases.opened(county, Role.SUPERVISOR)
    return county.viewer(Role.SUPERVISOR)
