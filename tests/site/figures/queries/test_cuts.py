"""Who sees which cuts, and which one a new one is compared with."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories, factories_cuts
from tests.factories_cuts import AS_OF, AT, asked, made, viewer

from answerable_site.figures import queries
from answerable_site.people.rules import ANONYMOUS, OrganisationKind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(db):
    return factories.organisation("Sallowfen Police", OrganisationKind.POLICE_FORCE, "")


class TestCuts:
    @pytest.mark.parametrize("role", [Role.ANALYST, Role.FIGURE_CHECKER])
    def test_are_seen_by_those_of_the_force_who_work_with_figures(self, county, role):
        cut, queued = made(county.force), asked(county.force)
        who = viewer(county.force, role)
        assert list(queries.cuts_seen_by(who)) == [cut]
        assert list(queries.going_on_for(who)) == [queued]

    def test_are_seen_by_nobody_else(self, county, elsewhere):
        made(county.force)
        asked(county.force)
        others = [county.viewer(role) for role in county.people]
        for who in (*others, viewer(elsewhere), ANONYMOUS):
            assert not queries.cuts_seen_by(who).exists()
            assert not queries.queued_seen_by(who).exists()
            assert not queries.going_on_for(who).exists()

    def test_are_listed_with_those_that_are_to_be_erased(self, county):
        kept, leaving, called_off = (made(county.force) for _ in range(3))
        erasure = factories_cuts.to_be_erased(leaving)
        factories_cuts.operations.call_off_erasure(
            by=viewer(county.force),
            at=AT,
            erasure=factories_cuts.to_be_erased(called_off),
            why=factories_cuts.WHY,
        )
        found = queries.standing_erasures([kept, leaving, called_off])
        assert found == {leaving.pk: erasure}


class TestForces:
    def test_are_those_in_which_the_viewer_is_analyst(self, county, elsewhere):
        assert list(queries.forces_cut_by(viewer(county.force))) == [county.force]
        checker = viewer(elsewhere, Role.FIGURE_CHECKER)
        assert not queries.forces_cut_by(checker).exists()

    def test_are_no_policing_bodies(self, db):
        body = factories.organisation(
            "Office for Policing in Wexmoor", OrganisationKind.LOCAL_POLICING_BODY, ""
        )
        assert not queries.forces_cut_by(viewer(body)).exists()


class TestTheCutBefore:
    def test_is_the_latest_of_no_later_day(self, county):
        made(county.force, as_of=AS_OF - timedelta(days=1))
        cut = made(county.force)
        made(county.force, as_of=AT.date())
        assert queries.cut_before(county.force.pk, AS_OF) == cut

    def test_is_of_the_same_force(self, county, elsewhere):
        made(county.force)
        assert queries.cut_before(elsewhere.pk, AS_OF) is None

    def test_is_none_in_quarantine(self, county):
        first = made(county.force)
        factories_cuts.set_aside(made(county.force))
        assert queries.cut_before(county.force.pk, AS_OF) == first
