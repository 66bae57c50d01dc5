"""Which values of a database are not there any more in a later one: told row by row, by hand."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db import connection

Held = dict[str, tuple[list[str], Counter[str]]]
"""By table: its columns, and how often each row is there, as text."""
CHAINED_ANEW = {
    "audit_auditentry": {"previous_hash", "hash"},
    "audit_chainhead": {"sequence", "hash"},
}
"""Columns that a migration is there to change: docs/adr/0015. The old chain is verified first."""


def rows_of(tables: dict[str, list[str]]) -> Held:
    """Every row of several tables, of the columns that are named."""
    found: Held = {}
    for table, columns in tables.items():
        counted: Counter[str] = Counter(repr(row) for row in _rows(table, columns))
        found[table] = (columns, counted)
    return found


def columns() -> dict[str, list[str]]:
    """Each table with its columns, as the database tells."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "_search" not in table:
                # Django’s own description of a table does not read every constraint of SQLite.
                cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
                found[table] = [one[0] for one in cursor.description]
    return found


def compared(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, list[str]]:
    """What of each table can be compared: columns that are there before and after, and that no
    migration is there to change."""
    return {
        table: [
            column
            for column in names
            if column in after.get(table, ()) and column not in CHAINED_ANEW.get(table, ())
        ]
        for table, names in before.items()
        if table in after and table != "django_migrations"
    }


def missing(before: Held) -> dict[str, int]:
    """By table, how many rows that were there are not, as they were."""
    now = rows_of({table: names for table, (names, _) in before.items()})
    return {
        table: lost
        for table, (_, rows) in before.items()
        if (lost := sum((rows - now[table][1]).values()))
    }


def _rows(table: str, names: list[str]) -> list[tuple[Any, ...]]:
    quoted = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {quoted} FROM "{table}"')
        return [
            tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
            for row in cursor.fetchall()
        ]
