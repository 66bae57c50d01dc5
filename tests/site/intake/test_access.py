from __future__ import annotations

import pytest
from tests import factories_cases
from tests.factories_cases import County

from answerable_site.intake import access
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
