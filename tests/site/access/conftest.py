"""The world of the matrix, built once for all its tests in a process, and a way to ask in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

import pytest
import time_machine
from django.db import connection, transaction
from django.test import override_settings
from tests.site.access import world as worlds
from tests.site.access.asking import Asking
from tests.site.access.pages import list_pages, strangers
from tests.site.access.records import TODAY


@dataclass(frozen=True)
class Alone:
    """What there was of the foreign office before there was any other."""

    database: sqlite3.Connection
    sessions: dict[str, str]


Built = tuple[worlds.World, list[Alone]]


@pytest.fixture(scope="package")
def the_world(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Built]:
    with (
        # Whoever may ask for a data cut gets one at once.
        override_settings(CUTS=tmp_path_factory.mktemp("cuts")),
        django_db_blocker.unblock(),
        time_machine.travel(TODAY, tick=False),
        _put_back(),
    ):
        before: list[Alone] = []

        def keep(alone: worlds.World) -> None:
            if connection.vendor == "sqlite":
                before.append(Alone(_copy(), dict(alone.sessions)))

        yield worlds.build(before=keep), before


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
    with closing(_copy()) as before:
        try:
            yield
        finally:
            before.backup(connection.connection)


def _copy() -> sqlite3.Connection:
    """The database as it is now."""
    copy = sqlite3.connect(":memory:")
    connection.connection.backup(copy)
    return copy


@pytest.fixture
def db(the_world) -> Iterator[None]:
    """In place of a transaction for each test: a savepoint in that of the world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def world(db, the_world) -> worlds.World:
    return the_world[0]


@pytest.fixture(scope="package")
def pages_before(the_world) -> dict[tuple[str, str], str]:
    """The lists of the foreign office before there was any other, by viewer and address."""
    world, before = the_world
    if not before:
        pytest.skip("Only a database in memory can be set back to what it was; SQLite compares.")
    (alone,) = before
    then = replace(world, sessions=alone.sessions)
    with _put_back():
        alone.database.backup(connection.connection)
        return list_pages(Asking(then), strangers(then))


@pytest.fixture
def asking(world) -> Asking:
    return Asking(world)
