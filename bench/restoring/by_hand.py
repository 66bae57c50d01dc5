"""What two databases of one system hold, compared without the product: row by row, as text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

WRITTEN = {"audit_auditentry", "audit_auditedrecord", "audit_chainhead", "answerable_cache"}
"""Tables to which somebody wrote while the backup was made; the first is compared by itself."""


def tables_that_differ(one: str, other: str) -> tuple[int, list[str]]:
    """How many tables were compared, and those that differ or that one of them lacks."""
    with _asking(one) as here, _asking(other) as there:
        names = _tables(here) | _tables(there)
        compared = sorted(name for name in names if name not in WRITTEN)
        differing = [name for name in compared if _digest(here, name) != _digest(there, name)]
    return len(compared), differing


def entries_that_differ(source: str, restored: str) -> tuple[int, int]:
    """How many entries of the record were restored, and how many are not as they are at the source,
    where more may have come since."""
    statement = "SELECT * FROM audit_auditentry ORDER BY sequence"
    with _asking(source) as here, _asking(restored) as there:
        first = {row[1]: row for row in here(statement)}
        back = list(there(statement))
    return len(back), sum(first.get(row[1]) != row for row in back)


@contextmanager
def _asking(address: str) -> Iterator[Any]:
    if address.startswith("sqlite:///"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as database:
            yield database.execute
        return
    import psycopg

    with psycopg.connect(address) as database:
        database.execute("SET answerable.viewer = 'product'")

        def ask(statement: str) -> Any:
            cursor = database.cursor()
            return cursor.execute(statement)

        yield ask


def _tables(ask: Any) -> set[str]:
    try:
        rows = ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    except sqlite3.OperationalError:
        rows = ask(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "AND name NOT LIKE '%_search%'"
        )
    return {row[0] for row in rows}


def _digest(ask: Any, name: str) -> str:
    """Of all rows in an order that both have: that of their text."""
    rows = sorted(
        hashlib.sha256(repr(row).encode()).digest() for row in ask(f'SELECT * FROM "{name}"')
    )
    return hashlib.sha256(b"".join(rows)).hexdigest()
