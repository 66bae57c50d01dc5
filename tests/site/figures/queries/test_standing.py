"""Whoever may read released figures learns what stands of a measure."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories
from tests.factories_cuts import AT, viewer
from tests.factories_figures import WHY, answered, answers, protected, released

from answerable_site.figures import operations, queries
from answerable_site.figures.queries.standing import overtaken_among
from answerable_site.people.rules import ANONYMOUS, Role

pytestmark = pytest.mark.django_db
MEASURE = "victims_told"


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def force(office):
    return office.force


@pytest.fixture
def officer(office):
    return factories.viewer(office.officer, on=AT.date())


def go_out(force, as_of=date(2026, 3, 31), **options):
    return released(protected(answered(force, found=answers(as_of=as_of)), **options))


def standing(who, force, **options):
    found = queries.standing_figures(who, force_id=force.pk, measures=[MEASURE], **options)
    return found.get(MEASURE)


class TestStandingFigures:
    def test_are_those_of_the_latest_day_beside_those_before(self, force, officer):
        earlier = go_out(force)
        later = go_out(force, date(2026, 4, 30))
        found = standing(officer, force)
        assert (found.released_id, found.before.as_of) == (later.pk, earlier.as_of)

    def test_are_read_by_the_body_and_the_force_alone(self, office, force, officer):
        go_out(force)
        foreign = factories.office("Sallowfen")
        assert standing(officer, force)
        assert standing(factories.viewer(office.chief, on=AT.date()), force)
        for who in (factories.viewer(foreign.officer, on=AT.date()), ANONYMOUS):
            assert standing(who, force) is None

    def test_are_none_that_wait_to_be_checked(self, force, officer):
        protected(answered(force))
        assert standing(officer, force) is None

    def test_are_none_that_were_withdrawn(self, force, officer):
        found = go_out(force)
        operations.withdraw_figures(by=viewer(force), at=AT, released=found, why=WHY)
        assert standing(officer, force) is None

    def test_are_those_of_the_correction(self, force, officer):
        wrong = go_out(force)
        counts = {"charge": (66, 80), "nfa": (58, 90)}
        right = released(protected(answered(force, counts), corrects=wrong, note=WHY))
        found = standing(officer, force)
        assert (found.released_id, found.before) == (right.pk, None)

    def test_are_of_some_profiles_alone_where_that_is_asked(self, force, officer):
        go_out(force, profile="scrutiny_meeting")
        assert standing(officer, force)
        assert standing(officer, force, profiles=["public"]) is None

    def test_take_one_query_however_many_there_are(self, force, officer, django_assert_num_queries):
        for month in (1, 2, 3):
            go_out(force, date(2026, month, 28))
        every = [MEASURE, "decisions_explained", "told_as_wished"]
        with django_assert_num_queries(1):
            queries.standing_figures(officer, force_id=force.pk, measures=every)


class TestForcesReadBy:
    def test_are_that_of_the_body_and_ones_own(self, office, force, officer):
        factories.office("Sallowfen")
        checker = viewer(force, Role.FIGURE_CHECKER)
        for who in (officer, checker, factories.viewer(office.chief, on=AT.date())):
            assert list(queries.forces_read_by(who)) == [force]
        assert not queries.forces_read_by(ANONYMOUS).exists()


class TestOvertaken:
    def test_are_withdrawn_or_corrected(self, force, officer):
        first, second = go_out(force), go_out(force, date(2026, 4, 30))
        assert not overtaken_among(officer, [first.pk, second.pk])
        operations.withdraw_figures(by=viewer(force), at=AT, released=second, why=WHY)
        assert list(overtaken_among(officer, [first.pk, second.pk])) == [second]
