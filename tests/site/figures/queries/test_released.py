"""Who sees results, protected figures and released ones."""

from __future__ import annotations

import pytest
from tests import factories
from tests.factories_cuts import AT, viewer
from tests.factories_figures import WHY, answered, protected, released

from answerable_site.figures import operations, queries
from answerable_site.people.rules import ANONYMOUS, OrganisationKind, Role

pytestmark = pytest.mark.django_db
BY_MADE = ("victims_told", ("made",))


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def force(office):
    return office.force


class TestRawResults:
    def test_are_seen_by_analysts_and_checkers_of_the_force_alone(self, office, force):
        figures = protected(answered(force))
        for role in (Role.ANALYST, Role.FIGURE_CHECKER):
            assert list(queries.results_seen_by(viewer(force, role))) == [figures.results]
            assert list(queries.protected_seen_by(viewer(force, role))) == [figures]
        analyst = factories.person("Body Analyst", (office.body, Role.ANALYST))
        for person in (analyst, office.officer, office.chief, office.publisher):
            who = factories.viewer(person, on=AT.date())
            assert not queries.results_seen_by(who).exists()
            assert not queries.protected_seen_by(who).exists()


class TestReleasedFigures:
    def test_are_seen_by_the_body_and_the_force(self, office, force):
        found = released(protected(answered(force)))
        analyst = factories.person("Body Analyst", (office.body, Role.ANALYST))
        for person in (analyst, office.officer, office.holder, office.chief):
            seen = queries.released_seen_by(factories.viewer(person, on=AT.date()))
            assert list(seen) == [found]

    def test_are_seen_by_nobody_else(self, office, force):
        released(protected(answered(force)))
        foreign = factories.office("Sallowfen")
        elsewhere = factories.organisation("Fenmarch Police", OrganisationKind.POLICE_FORCE, "")
        owner = factories.person("Owner", (force, Role.ACTION_OWNER))
        others = (
            *(factories.viewer(one, on=AT.date()) for one in (foreign.officer, foreign.chief)),
            *(viewer(elsewhere), factories.viewer(owner, on=AT.date()), ANONYMOUS),
        )
        for who in others:
            assert not queries.released_seen_by(who).exists()

    def test_that_were_only_prepared_are_seen_by_no_body(self, office, force):
        protected(answered(force))
        who = factories.viewer(office.officer, on=AT.date())
        assert not queries.released_seen_by(who).exists()


class TestFiguresBefore:
    def test_are_the_latest_that_stand_under_the_same_profile(self, force):
        first = released(protected(answered(force)))
        meeting = protected(answered(force), profile="scrutiny_meeting")
        assert queries.figures_before(meeting, [BY_MADE]) == {}
        later = protected(answered(force))
        assert queries.figures_before(later, [BY_MADE]) == {BY_MADE: first.figures[0]}

    def test_are_those_that_are_wanted_alone(self, force):
        released(protected(answered(force)))
        later = protected(answered(force))
        assert queries.figures_before(later, [("victims_told", ())]) == {}
        assert queries.figures_before(later, []) == {}

    def test_are_none_once_those_were_withdrawn(self, force):
        first = released(protected(answered(force)))
        operations.withdraw_figures(by=viewer(force), at=AT, released=first, why=WHY)
        assert queries.figures_before(protected(answered(force)), [BY_MADE]) == {}
