"""Each migration that makes people wait is known to, with the reason why that is borne."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from answerable_site.config.upgrading import read

BEFORE_THE_FIRST_RELEASE = {
    "accessreview": 1,
    "audit": 7,
    "casereviews": 4,
    "casework": 10,
    "figures": 5,
    "followup": 5,
    "home": 1,
    "intake": 6,
    "people": 9,
    "publication": 10,
    "register": 4,
    "responses": 4,
    "scrutiny": 3,
    "support": 1,
    "training": 1,
    "webhooks": 1,
}
"""The last migration of each app that no office can have waited for: there was no release."""
BORNE: dict[tuple[str, str], str] = {}
"""Later ones that make people wait, each with its reason, such as that the table is small."""


def is_later(app: str, name: str) -> bool:
    """Whether a migration of ours came after those that no office waited for."""
    last = BEFORE_THE_FIRST_RELEASE.get(app)
    return last is not None and int(name.partition("_")[0]) > last


def ours() -> set[str]:
    """The apps of the product that have migrations."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {
        app
        for app, name in loader.disk_migrations
        if loader.disk_migrations[app, name].__module__.startswith("answerable_site.")
    }


class TestMigrations:
    def test_of_every_app_are_looked_at(self):
        assert ours() - set(BEFORE_THE_FIRST_RELEASE) == set()

    @pytest.mark.skipif(connection.vendor != "postgresql", reason="locks are PostgreSQL’s")
    @pytest.mark.django_db
    def test_that_make_people_wait_are_borne_for_a_reason(self):
        loader = MigrationLoader(connection)
        waiting = {
            (step.app, step.name)
            for key in filter(lambda key: is_later(*key), loader.graph.nodes)
            for step in read([loader.graph.nodes[key]], loader.project_state(key, at_end=False))
            if step.locks is None or step.locks
        }
        assert waiting == set(BORNE)

    def test_that_are_borne_say_why(self):
        assert all(len(reason) > 20 for reason in BORNE.values())
