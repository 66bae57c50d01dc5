"""What PostgreSQL itself keeps of loads from whoever looks."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.db import connection
from tests import factories_cases, factories_links, factories_loads
from tests.factories_links import WHY
from tests.factories_loads import AT, DECIDED, REPORTED, load

from answerable_site.casework import wall
from answerable_site.casework.models import Case
from answerable_site.config import database_roles
from answerable_site.intake import operations, queries
from answerable_site.intake.models import (
    Batch,
    Link,
    LinkedLoad,
    LinkRow,
    LoadedCase,
    LoadedEvent,
    LoadedReference,
    QueuedLoad,
    SetAsideRow,
)
from answerable_site.people.rules import ANONYMOUS, Role

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        "sqlite" in connection.vendor,
        reason="SQLite has no row-level security; PostgreSQL runs this.",
    ),
]
TABLES = (Batch, LoadedCase, LoadedEvent, LoadedReference, QueuedLoad, SetAsideRow)
ROWS = [DECIDED, {**REPORTED, "ref": "oops"}]


@pytest.fixture
def county():
    made = factories_cases.county()
    for statement in database_roles.statements(web="test_web", press="test_press"):
        execute(statement)
    return made


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def as_the_site(viewer):
    execute("SET ROLE test_web")
    wall.stand_for(viewer)
    try:
        yield
    finally:
        execute("RESET ROLE")
        wall.stand_for(ANONYMOUS)


def seen() -> int:
    return sum(table.objects.count() for table in TABLES)


class TestTheWall:
    def test_opens_a_load_to_the_force_alone(self, county):
        version = factories_loads.source(county)
        load(county, version, ROWS)
        factories_loads.queued(county, version)
        elsewhere = factories_cases.county("Sallowfen", reference="9/26")
        everything = seen()
        with as_the_site(county.viewer(Role.SUPERVISOR)):
            assert seen() == everything > 0
        with as_the_site(elsewhere.viewer(Role.SUPERVISOR)):
            assert seen() == 0
        with as_the_site(ANONYMOUS):
            assert seen() == 0

    def test_keeps_no_supervisor_from_loading_and_undoing(self, county):
        version = factories_loads.source(county)
        with as_the_site(county.viewer(Role.SUPERVISOR)):
            batch = load(county, version, ROWS)
            assert batch.events_added == 2
            factories_loads.undo(county, batch)
            assert LoadedEvent.objects.count() == 0

    def test_keeps_no_manager_from_cases_that_are_not_shared_yet(self, county):
        load(county, factories_loads.source(county), [REPORTED])
        theirs = factories_loads.source(
            county, factories_loads.later_source(), organisation=county.area
        )
        row = {"ref": "X/001", "decided": "10/03/2024"}
        with as_the_site(county.viewer(Role.CPS_MANAGER)):
            assert load(county, theirs, [row], role=Role.CPS_MANAGER).events_added == 1


class TestTheWallOfLinks:
    def test_opens_a_link_to_the_force_once_it_is_accepted(self, county):
        slip = factories_links.linking(county=county)
        link = slip.proposed()
        supervisor = county.viewer(Role.SUPERVISOR)
        with as_the_site(supervisor):
            assert (Link.objects.count(), LinkRow.objects.count()) == (0, 0)
        with as_the_site(slip.manager):
            operations.accept_link(by=slip.manager, at=AT, link=link, why=WHY)
        with as_the_site(supervisor):
            assert (Link.objects.count(), LinkRow.objects.count()) == (1, 1)

    def test_opens_a_link_to_nobody_else(self, county):
        slip = factories_links.linking(county=county)
        link = slip.confirmed()
        slip.offered(link)
        elsewhere = factories_cases.county("Sallowfen", reference="9/26")
        assert LinkedLoad.objects.exists()
        for somebody in (elsewhere.viewer(Role.SUPERVISOR), ANONYMOUS):
            with as_the_site(somebody):
                assert not any(table.objects.exists() for table in (Link, LinkRow, LinkedLoad))

    def test_keeps_neither_side_from_its_part(self, county):
        slip = factories_links.linking(county=county)
        supervisor = county.viewer(Role.SUPERVISOR)
        with as_the_site(slip.manager):
            link = slip.accepted()
            seen = operations.open_link(by=slip.manager, at=AT, link=link)
            assert (seen.rows, seen.cases) == (1, ())
        with as_the_site(supervisor):
            assert operations.open_link(by=supervisor, at=AT, link=link).written == "X/010"
            link = operations.confirm_link(by=supervisor, at=AT, link=link, why=WHY)
        with as_the_site(slip.manager):
            assert queries.links_seen_by(slip.manager).get() == link
            assert slip.offered(link).events_added == 1
        with as_the_site(supervisor):
            assert slip.ended(link).taken_back == 1

    def test_tells_the_other_side_of_a_case_nothing_while_a_link_waits(self, county):
        slip = factories_links.linking(county=county)
        with as_the_site(slip.manager):
            slip.accepted()
            assert not Case.objects.exists()
