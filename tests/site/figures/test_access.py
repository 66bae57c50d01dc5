from __future__ import annotations

import pytest
from tests import factories, factories_cuts
from tests.factories_cuts import viewer

from answerable_site.figures import access
from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role

pytestmark = pytest.mark.django_db
WITH_CUTS = {Role.ANALYST, Role.FIGURE_CHECKER}


@pytest.fixture
def body() -> Organisation:
    return factories.organisation(
        "Office for Policing in Wexmoor", OrganisationKind.LOCAL_POLICING_BODY, ""
    )


@pytest.fixture
def elsewhere() -> Organisation:
    return factories.organisation("Sallowfen Police", OrganisationKind.POLICE_FORCE, "")


class TestMaking:
    def test_is_for_the_analyst_of_the_force(self, county):
        assert access.makes_cuts.test(viewer(county.force))
        access.check_can_make(viewer(county.force), county.force)

    def test_is_for_an_analyst_who_holds_another_role_elsewhere(self, county, elsewhere):
        person = factories.person(
            "Two Hats", (county.force, Role.ANALYST), (elsewhere, Role.INVESTIGATOR)
        )
        assert access.makes_cuts.test(factories.viewer(person))

    def test_is_for_nobody_else_of_the_force(self, county):
        others = [county.viewer(role) for role in county.people]
        checker = viewer(county.force, Role.FIGURE_CHECKER)
        assert not any(access.makes_cuts.test(one) for one in (*others, checker))
        assert not any(access.can_make(one, county.force) for one in (*others, checker))

    def test_is_for_no_analyst_of_another_force(self, county, elsewhere):
        with pytest.raises(Refused):
            access.check_can_make(viewer(elsewhere), county.force)

    def test_is_for_no_analyst_of_a_policing_body(self, body):
        assert not access.makes_cuts.test(viewer(body))
        assert not access.can_make(viewer(body), body)


class TestSeeing:
    @pytest.mark.parametrize("role", sorted(WITH_CUTS))
    def test_is_for_whoever_works_with_figures_in_the_force(self, county, role):
        assert access.sees_cuts.test(viewer(county.force, role))
        access.check_can_see(viewer(county.force, role), county.force)

    def test_is_for_nobody_who_reads_cases(self, county):
        readers = [county.viewer(role) for role in county.people]
        assert not any(access.sees_cuts.test(one) for one in readers)
        assert not any(access.can_see(one, county.force) for one in readers)

    def test_is_for_nobody_of_another_force_or_of_a_body(self, county, elsewhere, body):
        for place in (elsewhere, body):
            with pytest.raises(Refused):
                access.check_can_see(viewer(place), county.force)
        assert not access.sees_cuts.test(viewer(body))
        assert not access.can_see(viewer(body), body)


class TestConfirmingAnErasure:
    def test_is_for_somebody_else_than_who_asked(self, county):
        erasure = factories_cuts.to_be_erased(factories_cuts.made(county.force))
        access.check_can_confirm_erasure(viewer(county.force, Role.FIGURE_CHECKER), erasure)
        with pytest.raises(Refused, match="Somebody else"):
            access.check_can_confirm_erasure(viewer(county.force), erasure)

    def test_is_offered_to_them_alone(self, county, elsewhere):
        erasure = factories_cuts.to_be_erased(factories_cuts.made(county.force))
        asker, checker = viewer(county.force), viewer(county.force, Role.FIGURE_CHECKER)
        assert access.can_confirm_erasure(checker, erasure)
        assert not access.can_confirm_erasure(asker, erasure)
        assert not access.can_confirm_erasure(viewer(elsewhere, Role.FIGURE_CHECKER), erasure)

    def test_is_for_nobody_elsewhere(self, county, elsewhere):
        erasure = factories_cuts.to_be_erased(factories_cuts.made(county.force))
        with pytest.raises(Refused, match="sees its data cuts"):
            access.check_can_confirm_erasure(viewer(elsewhere, Role.FIGURE_CHECKER), erasure)
