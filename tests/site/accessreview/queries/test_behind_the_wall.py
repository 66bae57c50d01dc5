"""What an access auditor sees where PostgreSQL keeps rows of cases from whoever looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from tests import factories, factories_cases
from tests.factories_cases import AT

from answerable_site.accessreview import queries
from answerable_site.casework import operations as casework
from answerable_site.casework import wall
from answerable_site.config import database_roles
from answerable_site.config.schedule import samples
from answerable_site.people.rules import ANONYMOUS, Role, Viewer

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        "sqlite" in connection.vendor,
        reason="SQLite has no row-level security; PostgreSQL runs this.",
    ),
]


@pytest.fixture
def county(looked):
    """A prosecutor read the case; it is shared with the area no longer."""
    county = looked.county
    factories_cases.shared(county, county.area)
    factories_cases.assigned(county, Role.PROSECUTOR, county.area)
    casework.note_read(by=county.viewer(Role.PROSECUTOR), at=AT, case=county.case)
    county.case.shares.update(ended_at=AT)
    for statement in database_roles.statements(web="test_web", press="test_press"):
        execute(statement)
    return county


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def as_web(viewer: Viewer) -> Iterator[None]:
    execute("SET ROLE test_web")
    wall.stand_for(viewer)
    try:
        yield
    finally:
        execute("RESET ROLE")
        wall.stand_for(ANONYMOUS)


class TestBehindTheWall:
    def test_an_auditor_of_the_force_sees_every_look_and_all_broken_glass(self, looked, county):
        whole = queries.looks_visible_to(looked.auditor).count()
        with as_web(looked.auditor):
            assert queries.looks_visible_to(looked.auditor).count() == whole > 0
            assert queries.glass_to_review(looked.auditor).count() == 1

    def test_an_auditor_elsewhere_sees_looks_at_a_case_that_is_shared_no_longer(self, county):
        area = factories.viewer(
            factories.person("Area Auditor", (county.area, Role.ACCESS_AUDITOR)), on=AT.date()
        )
        with as_web(area):
            names = {look.entry.actor_name for look in queries.looks_visible_to(area)}
            assert names == {"Wexmoor Prosecutor"}
            found = queries.unusual_looks(
                area, since=AT - timedelta(days=1), until=AT + timedelta(days=1)
            )
            assert found == []

    def test_the_product_draws_samples(self, county):
        with as_web(ANONYMOUS):
            assert samples.draw(AT + timedelta(days=7)).done == (
                "2 weekly samples of looks at cases drawn.",
            )
