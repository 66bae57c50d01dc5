"""The world of the matrix, built once for all its tests in a process, and a way to ask in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from tests.site.access import world as worlds
from tests.site.access.asking import Asking


@pytest.fixture(scope="package")
def the_world(django_db_setup, django_db_blocker) -> Iterator[worlds.World]:
    with (
        django_db_blocker.unblock(),
        time_machine.travel(worlds.TODAY, tick=False),
        transaction.atomic(),
    ):
        yield worlds.build()
        transaction.set_rollback(True)


@pytest.fixture
def db(the_world) -> Iterator[None]:
    """In place of a transaction for each test: a savepoint in that of the world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def world(db, the_world) -> worlds.World:
    return the_world


@pytest.fixture
def asking(world) -> Asking:
    return Asking(world)
