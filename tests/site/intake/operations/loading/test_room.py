"""A load has more memory than a connection that serves pages, and leaves it as it was."""

from __future__ import annotations

import pytest
from django.db import connection

from answerable_site.intake.operations.loading.room import _room

pytestmark = pytest.mark.django_db


def asked(question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="pages of SQLite")
class TestOnSqlite:
    def test_many_pages_stay_in_memory_until_it_ends(self):
        before = asked("PRAGMA cache_size")
        with _room():
            assert asked("PRAGMA cache_size") == str(-256 * 1024)
        assert asked("PRAGMA cache_size") == before

    def test_a_load_that_breaks_off_leaves_as_many_as_before(self):
        before = asked("PRAGMA cache_size")
        with pytest.raises(OSError, match="full"), _room():
            raise OSError("The disk is full.")
        assert asked("PRAGMA cache_size") == before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="settings of PostgreSQL")
class TestOnPostgresql:
    def test_sorts_have_more_memory_and_nothing_is_compiled(self):
        with _room():
            assert (asked("SHOW work_mem"), asked("SHOW jit")) == ("64MB", "off")
