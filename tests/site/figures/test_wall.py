"""What PostgreSQL itself keeps of cuts from whoever looks."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.db import ProgrammingError, connection, transaction
from tests import factories, factories_cuts, factories_figures
from tests.factories_cuts import viewer

from answerable_site.casework import wall
from answerable_site.config import database_roles
from answerable_site.figures import operations, queries
from answerable_site.figures.models import (
    CutKey,
    DataCut,
    Erasure,
    LedgerEntry,
    ProtectedFigures,
    QueuedCut,
    ReleasedFigures,
    Replanning,
    Results,
)
from answerable_site.people.rules import ANONYMOUS, PRODUCT, OrganisationKind, Role

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        "sqlite" in connection.vendor,
        reason="SQLite has no row-level security; PostgreSQL runs this.",
    ),
]
TABLES = (DataCut, QueuedCut, Erasure, Replanning)


@pytest.fixture
def force(county):
    for statement in database_roles.statements(web="test_web", press="test_press"):
        execute(statement)
    cut = factories_cuts.made(county.force)
    factories_cuts.replanned(cut)
    factories_cuts.to_be_erased(cut)
    return county.force


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def as_the_site(who):
    execute("SET ROLE test_web")
    wall.stand_for(who)
    try:
        yield
    finally:
        execute("RESET ROLE")
        wall.stand_for(ANONYMOUS)


def seen(who) -> list[int]:
    with as_the_site(who):
        return [table.objects.count() for table in TABLES]


class TestTheWall:
    @pytest.mark.parametrize("role", [Role.ANALYST, Role.FIGURE_CHECKER])
    def test_opens_cuts_to_those_of_the_force_who_work_with_figures(self, force, role):
        assert seen(viewer(force, role)) == [1] * len(TABLES)

    def test_keeps_them_from_everybody_else(self, county, force):
        elsewhere = factories.organisation("Sallowfen Police", OrganisationKind.POLICE_FORCE, "")
        others = [county.viewer(role) for role in county.people]
        for who in (*others, viewer(elsewhere), ANONYMOUS):
            assert seen(who) == [0] * len(TABLES)

    def test_keeps_the_keys_of_numbers_from_all_but_the_product(self, force):
        with as_the_site(viewer(force)):
            assert not CutKey.objects.exists()
        execute("SET ROLE test_web")
        with wall.as_product():
            assert CutKey.objects.exists()
        execute("RESET ROLE")

    def test_keeps_no_analyst_from_asking_and_no_cut_from_being_made(self, county, force):
        with as_the_site(viewer(force)):
            queued = factories_cuts.asked(force)
        execute("SET ROLE test_web")
        factories_cuts.tasks.make_waiting(queued.pk, now=lambda: factories_cuts.AT)
        execute("RESET ROLE")
        assert DataCut.objects.latest("pk").cases == 1

    def test_lets_two_people_have_a_cut_erased(self, county, force):
        cut = factories_cuts.made(force)
        with as_the_site(viewer(force)):
            erasure = factories_cuts.to_be_erased(cut)
        with as_the_site(viewer(force, Role.FIGURE_CHECKER)):
            factories_cuts.operations.confirm_erasure(
                by=viewer(force, Role.FIGURE_CHECKER), at=factories_cuts.AT, erasure=erasure
            )
        assert seen(PRODUCT) == [0] * len(TABLES)


class TestTheWallAroundFigures:
    """What holds hidden counts stays in the force; what passed the gate is read by its body."""

    HIDDEN = (Results, ProtectedFigures, LedgerEntry)

    @pytest.fixture
    def office(self, force):
        return factories.organisation(
            "Office for Policing in Wexmoor",
            OrganisationKind.LOCAL_POLICING_BODY,
            "Police and Crime Commissioner",
            force,
        )

    @pytest.fixture
    def officer(self, office):
        person = factories.person("Wexmoor Officer", (office, Role.RESPONSE_OFFICER))
        return factories.viewer(person, on=factories_cuts.AT.date())

    @pytest.fixture
    def released(self, force):
        figures = factories_figures.protected(factories_figures.answered(force))
        return factories_figures.released(figures)

    def test_keeps_hidden_counts_from_the_policing_body(self, officer, released):
        with as_the_site(officer):
            assert [table.objects.count() for table in self.HIDDEN] == [0, 0, 0]
        with as_the_site(viewer(released.force)):
            assert [table.objects.count() for table in self.HIDDEN] == [1, 1, 1]

    def test_shows_the_policing_body_what_was_released(self, officer, released):
        with as_the_site(officer):
            (found,) = queries.released_seen_by(officer)
            assert found.figures == released.figures

    def test_keeps_nobody_from_their_part_in_a_release(self, force):
        results = factories_figures.answered(force)
        with as_the_site(viewer(force)):
            waiting = operations.ask_protection(
                by=viewer(force), at=factories_cuts.AT, results=results, profile="public"
            )
        execute("SET ROLE test_web")
        factories_figures.tasks.protect_waiting(waiting.pk, now=lambda: factories_cuts.AT)
        execute("RESET ROLE")
        checker = viewer(force, Role.FIGURE_CHECKER)
        with as_the_site(checker):
            figures = queries.protected_seen_by(checker).get(pk=waiting.pk)
            factories_figures.released(figures, by=checker)
        assert ReleasedFigures.objects.get().released_by_id == checker.user_id

    def test_keeps_released_figures_from_the_press(self, released):
        execute("SET ROLE test_press")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            ReleasedFigures.objects.count()
        execute("RESET ROLE")
