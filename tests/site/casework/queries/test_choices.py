from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories, factories_cases
from tests.factories_cases import AT, County
from tests.site.rights import ME, Place, roles

from answerable_site.casework import queries
from answerable_site.casework.rules import READS_CASES, ReferenceKind
from answerable_site.people.rules import ANONYMOUS, OrganisationKind, Role, Viewer

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture
def county() -> County:
    return factories_cases.county()


class TestForcesAddedFor:
    def test_are_those_where_the_viewer_investigates_or_supervises(self, county):
        factories_cases.county("Sallowfen", "9/26")
        found = roles(lambda who: queries.forces_added_for(who).exists(), Place.of(county.force))
        assert found == {Role.INVESTIGATOR, Role.SUPERVISOR}

    def test_are_no_others(self, county):
        factories_cases.county("Sallowfen", "9/26")
        found = queries.forces_added_for(county.viewer(Role.SUPERVISOR))
        assert list(found) == [county.force]


class TestOrganisationsToShareWith:
    def test_are_of_the_kinds_that_work_on_cases_of_a_force(self, county):
        factories.organisation("A Body", OrganisationKind.LOCAL_POLICING_BODY, "")
        found = set(queries.organisations_to_share_with(county.case))
        assert found == {county.area, county.service, county.inspectorate}

    def test_are_none_that_work_on_it_already(self, county):
        factories_cases.shared(county, county.area)
        found = set(queries.organisations_to_share_with(county.case))
        assert found == {county.service, county.inspectorate}

    def test_are_those_that_work_on_another_case(self, county):
        factories_cases.shared(county, county.area)
        other = factories_cases.case(county.force, county.viewer(Role.INVESTIGATOR), "7/26")
        assert county.area in queries.organisations_to_share_with(other)


class TestPeopleToAssign:
    @pytest.fixture
    def colleague(self, county):
        return factories.person("A Colleague", (county.force, Role.INVESTIGATOR))

    def offered(self, county: County, role: Role = Role.SUPERVISOR) -> set:
        found = queries.people_to_assign(county.viewer(role), county.case, on=TODAY)
        return {post.user for post in found}

    def test_are_those_of_the_force_in_roles_that_are_assigned_cases(self, county, colleague):
        assert self.offered(county) == {colleague}

    def test_are_those_of_services_that_work_on_it(self, county):
        assert self.offered(county) == set()
        factories_cases.shared(county, county.service, county.inspectorate)
        assert self.offered(county) == {
            county.people[Role.SUPPORT_WORKER],
            county.people[Role.FILE_REVIEWER],
        }

    def test_are_prosecutors_for_their_manager_alone(self, county):
        factories_cases.shared(county, county.area)
        assert self.offered(county) == set()
        assert self.offered(county, Role.CPS_MANAGER) == {county.people[Role.PROSECUTOR]}

    def test_are_none_of_another_force(self, county):
        other = factories_cases.county("Sallowfen", "9/26")
        factories.person("Another", (other.force, Role.INVESTIGATOR))
        assert self.offered(county) == set()

    def test_are_those_who_work_on_another_case(self, county, colleague):
        other = factories_cases.case(county.force, county.viewer(Role.INVESTIGATOR), "7/26")
        other.assignments.update(user=colleague)
        assert self.offered(county) == {colleague}

    def test_are_those_who_work_on_it_for_another_organisation_alone(self, county, colleague):
        county.case.assignments.update(organisation=county.service)
        assert self.offered(county) == {colleague, county.people[Role.INVESTIGATOR]}

    def test_are_none_without_an_account(self, county, colleague):
        colleague.is_active = False
        colleague.save()
        assert self.offered(county) == set()

    def test_are_none_whose_role_has_ended(self, county, colleague):
        colleague.assignments.update(to_on=TODAY - timedelta(days=1))
        assert self.offered(county) == set()


class TestKindsLookedUpBy:
    @pytest.mark.parametrize(
        ("role", "kinds"),
        [
            (Role.INVESTIGATOR, [ReferenceKind.CRIME, ReferenceKind.URN]),
            (Role.GATEKEEPER, [ReferenceKind.CRIME, ReferenceKind.URN]),
            (Role.PROSECUTOR, [ReferenceKind.URN]),
            (Role.CPS_MANAGER, [ReferenceKind.URN]),
            (Role.SUPPORT_WORKER, [ReferenceKind.SERVICE]),
            (Role.FILE_REVIEWER, []),
            (Role.ACCESS_AUDITOR, []),
        ],
    )
    def test_are_those_that_are_the_viewers_to_read(self, county, role, kinds):
        assert queries.kinds_looked_up_by(county.viewer(role)) == kinds


class TestOwnersOfReferences:
    def test_are_the_own_organisation_for_the_kinds_that_it_gives(self, county):
        factories_cases.shared(county, county.service)
        force = queries.owners_of_references(county.viewer(Role.INVESTIGATOR), county.case)
        assert force == {ReferenceKind.CRIME: county.force, ReferenceKind.URN: county.force}
        service = queries.owners_of_references(county.viewer(Role.SUPPORT_WORKER), county.case)
        assert service == {ReferenceKind.SERVICE: county.service}

    @pytest.mark.parametrize("role", [Role.ACCESS_AUDITOR, Role.PROSECUTOR])
    def test_are_none_for_those_who_give_none(self, county, role):
        factories_cases.shared(county, county.area)
        assert queries.owners_of_references(county.viewer(role), county.case) == {}


class TestOrganisationOn:
    def viewer(self, *posts: tuple[Role, object]) -> Viewer:
        return Viewer(ME, "A", tuple(Place.of(there).post(role) for role, there in posts))

    def test_is_one_where_the_viewer_reads_cases(self, county):
        there = Place.of(county.force)
        found = roles(lambda who: queries.organisation_on(who, county.case) is not None, there)
        assert found == READS_CASES

    def test_is_none_that_does_not_work_on_the_case(self, county):
        assert queries.organisation_on(county.viewer(Role.PROSECUTOR), county.case) is None

    def test_is_one_where_every_case_is_seen_before_others(self, county):
        factories_cases.shared(county, county.area)
        viewer = self.viewer((Role.INVESTIGATOR, county.force), (Role.CPS_MANAGER, county.area))
        assert queries.organisation_on(viewer, county.case) == county.area.pk

    def test_is_the_first_of_others(self, county):
        factories_cases.shared(county, county.area)
        viewer = self.viewer((Role.INVESTIGATOR, county.force), (Role.PROSECUTOR, county.area))
        assert queries.organisation_on(viewer, county.case) == county.force.pk


class TestWhatIsEnded:
    @pytest.fixture
    def opened(self, county) -> County:
        other = factories_cases.county("Sallowfen", "9/26")
        factories_cases.shared(other, other.area)
        factories_cases.shared(county, county.area)
        factories_cases.opened(county, Role.SUPERVISOR)
        return county

    def test_are_assignments_and_shares_of_open_cases(self, opened):
        supervisor = opened.viewer(Role.SUPERVISOR)
        assert list(queries.assignments_ended_by(supervisor, at=AT)) == [
            opened.case.assignments.get()
        ]
        assert list(queries.shares_ended_by(supervisor, at=AT)) == [opened.case.shares.get()]

    def test_are_none_that_were_ended(self, opened):
        supervisor = opened.viewer(Role.SUPERVISOR)
        opened.case.assignments.update(ended_at=AT)
        opened.case.shares.update(ended_at=AT)
        assert not queries.assignments_ended_by(supervisor, at=AT)
        assert not queries.shares_ended_by(supervisor, at=AT)

    @pytest.mark.parametrize("role", [Role.GATEKEEPER, Role.CPS_MANAGER, Role.ACCESS_AUDITOR])
    def test_are_none_where_the_case_is_not_open(self, opened, role):
        viewer = opened.viewer(role)
        assert not queries.assignments_ended_by(viewer, at=AT)
        assert not queries.shares_ended_by(viewer, at=AT)

    def test_are_none_for_the_public(self, opened):
        assert not queries.assignments_ended_by(ANONYMOUS, at=AT)
        assert not queries.shares_ended_by(ANONYMOUS, at=AT)
