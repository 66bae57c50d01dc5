"""Many rows at once, by few statements that are written once.

What Django prepares for each value of each row takes longer than all the rest of a long import.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection


def _insert(table: Any, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows inside the transaction of the caller.

    The database holds them to every constraint of the table; what a model would fill in by itself
    has to be told.

    Args:
        table: the model.
        names: of the fields that are told, as the model calls them.
        rows: their values in the same order; keys for other records, never the records.
    """
    if rows:
        fields = [table._meta.get_field(name) for name in names]  # noqa: SLF001 - Django documents it under this name
        _put(table, fields, _for_database(fields, zip(*rows, strict=True)))


def _insert_new(rows: Sequence[Any]) -> None:
    """Insert new records of one table, and give them their keys; inside a transaction."""
    if not rows:
        return
    table = type(rows[0])
    for row, key in zip(rows, _new_keys(table, len(rows)), strict=True):
        row.pk = key
    fields = table._meta.concrete_fields  # noqa: SLF001 - as above
    told = _for_database(fields, (map(attrgetter(field.attname), rows) for field in fields))
    _put(table, fields, told)


def _new_keys(table: Any, count: int) -> list[int]:
    """Keys that no row has or had, from where the database itself takes them."""
    about = table._meta  # noqa: SLF001 - as above
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [connection.ops.quote_name(about.db_table), about.pk.column, count],
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [about.db_table])
        (last,) = cursor.fetchone() or (0,)
        return list(range(last + 1, last + 1 + count))


def _put(table: Any, fields: Sequence[Any], rows: Sequence[Sequence[Any]]) -> None:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    where = f"{quote(table._meta.db_table)} ({columns})"  # noqa: SLF001 - as above
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {where} FROM STDIN") as copying:
                for row in rows:
                    copying.write_row(row)
            return
        places = ", ".join("%s" for _ in fields)
        cursor.executemany(f"INSERT INTO {where} VALUES ({places})", rows)  # noqa: S608 - names of our own tables


def _for_database(fields: Sequence[Any], columns: Iterable[Iterable[Any]]) -> list[tuple[Any, ...]]:
    """Rows as the database takes them, from the values of each field; equal ones prepared once."""
    return list(
        zip(
            *(_prepared(field, list(each)) for field, each in zip(fields, columns, strict=True)),
            strict=True,
        )
    )


def _prepared(field: Any, values: Sequence[Any]) -> list[Any]:
    """Numbers and texts as they are (of a choice, its bare word), others as the field has them."""
    known = {one: _plain(one, field) for one in set(values)}
    return [known[one] for one in values]


def _plain(value: Any, field: Any) -> Any:
    if type(value) is int:
        return value
    return str(value) if isinstance(value, str) else field.get_db_prep_save(value, connection)
