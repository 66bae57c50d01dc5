"""What PostgreSQL keeps from whoever reads public pages, whatever the program asks for."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from tests import factories
from tests.factories_public_figures import published

from answerable_site.config import database_roles
from answerable_site.publication import queries
from answerable_site.publication.models import FiguresRelease

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        "sqlite" in connection.vendor,
        reason="SQLite has no roles; PostgreSQL runs this.",
    ),
]
PAGE = "/public/wexmoor-constabulary/figures/victims-told-by-made/"
FILES = PAGE.removesuffix("/")
PUBLIC = [
    *("/public/figures/", "/public/figures/catalogue.jsonld", "/public/figures/feed.atom"),
    *(PAGE, f"{PAGE}1/", f"{FILES}-1.csv", f"{FILES}-1.csv-metadata.json", f"{FILES}-1.ods"),
    *(f"{FILES}-1.json", f"{FILES}-1.svg", f"{FILES}-1.narrow.svg"),
]
REFUSED = "permission denied"


@pytest.fixture
def release(settings) -> FiguresRelease:
    made = published(factories.office().force)
    for statement in database_roles.statements(web="test_web", press="test_press"):
        execute(statement)
    settings.PRESS_ROLE = "test_press"
    return made


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def kept_from_the_press() -> list[str]:
    every = connection.introspection.django_table_names()
    return sorted(set(every) - set(database_roles.press_tables()))


class TestPublicPages:
    @pytest.mark.parametrize("address", PUBLIC)
    def test_are_answered_as_the_role_of_the_press(self, release, address):
        assert Client().get(address).status_code == 200

    @pytest.mark.parametrize(
        "statement",
        [
            "SELECT count(*) FROM casework_case",
            "SELECT count(*) FROM casework_casereference",
            "SELECT count(*) FROM intake_batch",
            "SELECT count(*) FROM figures_datacut",
            "SELECT count(*) FROM people_user",
            "UPDATE publication_datasetedition SET sentence = ''",
            "DELETE FROM publication_datasetfile",
        ],
    )
    def test_can_ask_for_nothing_else_and_change_nothing(self, release, monkeypatch, statement):
        def asks(*_: object) -> None:
            with transaction.atomic():
                execute(statement)

        monkeypatch.setattr(queries, "data_set_editions_at", asks)
        with pytest.raises(ProgrammingError, match=REFUSED):
            Client().get(PAGE)

    def test_leave_the_connection_to_others_as_it_was(self, release):
        Client().get(PAGE)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user = session_user")
            assert cursor.fetchone() == (True,)


class TestTheRole:
    def test_can_read_no_table_but_those_of_the_press(self, release):
        kept = kept_from_the_press()
        assert len(kept) > 100
        execute("SET ROLE test_press")
        for table in kept:
            with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
                execute(f'SELECT count(*) FROM "{table}"')
        execute("RESET ROLE")
