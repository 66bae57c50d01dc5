from __future__ import annotations

import pytest
from tests import factories_cases, factories_links
from tests.factories_cases import County

from answerable_site.intake import access
from answerable_site.intake.models import Link
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
LOADING = {Role.SUPERVISOR, Role.CPS_MANAGER}


@pytest.fixture
def county() -> County:
    return factories_cases.county()


class TestLoads:
    def test_are_for_whoever_sees_every_case_of_a_force_or_an_area(self, county):
        may = {role for role in county.people if access.loads.test(county.viewer(role))}
        assert may == LOADING


class TestCanLoad:
    def test_is_of_the_own_organisation_alone(self, county):
        supervisor, manager = county.viewer(Role.SUPERVISOR), county.viewer(Role.CPS_MANAGER)
        assert access.can_load(supervisor, county.force)
        assert access.can_load(manager, county.area)
        assert not access.can_load(supervisor, county.area)
        assert not access.can_load(manager, county.force)

    def test_is_nobodys_of_an_organisation_without_extracts(self, county):
        assert not any(access.can_load(county.viewer(role), county.service) for role in LOADING)

    def test_is_of_no_other_role(self, county):
        others = set(county.people) - LOADING
        assert others
        assert not any(access.can_load(county.viewer(role), county.force) for role in others)


class TestCheckCanLoad:
    def test_lets_the_supervisor_of_the_force_pass(self, county):
        access.check_can_load(county.viewer(Role.SUPERVISOR), county.force)

    def test_refuses_an_investigator(self, county):
        with pytest.raises(Refused):
            access.check_can_load(county.viewer(Role.INVESTIGATOR), county.force)


class TestALink:
    @pytest.fixture
    def link(self, county) -> Link:
        return factories_links.linking(county=county).accepted()

    def test_is_accepted_by_whoever_loads_the_extract_of_its_row(self, county, link):
        may = {role for role in county.people if access.can_accept(county.viewer(role), link)}
        assert may == {Role.CPS_MANAGER}

    def test_is_confirmed_by_a_supervisor_of_the_force_of_the_case(self, county, link):
        may = {role for role in county.people if access.can_confirm(county.viewer(role), link)}
        assert may == {Role.SUPERVISOR}

    def test_is_closed_by_either_side(self, county, link):
        may = {role for role in county.people if access.can_close(county.viewer(role), link)}
        assert may == LOADING

    def test_is_closed_by_whoever_wrote_it_alone_until_they_accept_it(self, county):
        link = factories_links.linking(county=county).proposed()
        may = {role for role in county.people if access.can_close(county.viewer(role), link)}
        assert may == {Role.CPS_MANAGER}

    def test_tells_its_case_to_the_force_alone(self, county, link):
        may = {role for role in county.people if access.knows_case_of(county.viewer(role), link)}
        assert may == {Role.SUPERVISOR}

    def test_is_confirmed_by_nobody_who_accepted_it(self, county, link):
        supervisor = county.viewer(Role.SUPERVISOR)
        link.accepted_by_id = supervisor.user_id
        assert not access.can_confirm(supervisor, link)
        with pytest.raises(Refused, match="Another person"):
            access.check_can_confirm(supervisor, link)
