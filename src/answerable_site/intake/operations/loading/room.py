"""Room for a load to work in: more memory than a connection has that serves pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

_SQLITE: Final = 256 * 1024
"""KiB of pages at most: with SQLite's own 2 MiB, each reference of a long file is put into a page
that was written away since."""
_POSTGRESQL: Final = (
    "SET LOCAL work_mem = '64MB'",
    # Each slice of a load is a statement of its own, and would be compiled anew.
    "SET LOCAL jit = off",
    # That every key leads to a row is asked as rows are written, not when the transaction ends: it
    # takes the same time, a third of the whole, and is seen to go on.
    "SET CONSTRAINTS ALL IMMEDIATE",
)


@contextmanager
def _room() -> Iterator[None]:
    """Within a transaction, for as long as it is used."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for statement in _POSTGRESQL:
                cursor.execute(statement)
            yield
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            return
        cursor.execute("PRAGMA cache_size")
        (before,) = cursor.fetchone()
        cursor.execute(f"PRAGMA cache_size = -{_SQLITE}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {before}")
