"""The world of the matrix, built once for all its tests in a process, and a way to ask in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
import time_machine
from django.db import connection, transaction
from tests.site.access import world as worlds
from tests.site.access.asking import Asking
from tests.site.access.pages import list_pages, strangers
from tests.site.access.records import TODAY

Built = tuple[worlds.World, dict[tuple[str, str], str]]


@pytest.fixture(scope="package")
def the_world(request, django_db_setup, django_db_blocker) -> Iterator[Built]:
    compares = any("pages_before" in test.fixturenames for test in request.session.items)
    with django_db_blocker.unblock(), time_machine.travel(TODAY, tick=False), _put_back():
        seen: dict[tuple[str, str], str] = {}

        def look(alone: worlds.World) -> None:
            seen.update(list_pages(Asking(alone), strangers(alone)))

        yield worlds.build(before=look if compares else None), seen


@contextmanager
def _put_back() -> Iterator[None]:
    """The database afterwards is as it was before.

    On SQLite what is written inside is committed: a transaction that made a table, as a load does,
    reads the whole schema again after every rollback within it, and each request ends in one.
    """
    if connection.vendor != "sqlite":
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(":memory:")) as before:
        connection.connection.backup(before)
        try:
            yield
        finally:
            before.backup(connection.connection)


@pytest.fixture
def db(the_world) -> Iterator[None]:
    """In place of a transaction for each test: a savepoint in that of the world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def world(db, the_world) -> worlds.World:
    return the_world[0]


@pytest.fixture
def pages_before(the_world) -> dict[tuple[str, str], str]:
    """The lists of the foreign office before there was any other, by viewer and address."""
    return the_world[1]


@pytest.fixture
def asking(world) -> Asking:
    return Asking(world)
