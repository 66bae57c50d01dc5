"""Many rows at once, by few statements that are written once.

What Django prepares for each value of each row takes longer than all the rest of a long import.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Final

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
    if not rows:
        return
    about = table._meta  # noqa: SLF001 - Django documents it under this name
    fields = [about.get_field(name) for name in names]
    told = _for_database(fields, zip(*rows, strict=True))
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join("%s" for _ in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _copy(cursor, f"{quote(about.db_table)} ({columns})", told)
            return
        statement = f"INSERT INTO {quote(about.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 - names of our own tables
        cursor.executemany(statement, told)


def _copy(cursor: Any, where: str, rows: Iterable[Sequence[Any]]) -> None:
    """The way that PostgreSQL has for many rows."""
    with cursor.copy(f"COPY {where} FROM STDIN") as copying:
        for row in rows:
            copying.write_row(row)


def _insert_new(rows: Sequence[Any]) -> None:
    """Insert new records of one table, and give them their keys; inside a transaction."""
    if not rows:
        return
    about = type(rows[0])._meta  # noqa: SLF001 - as above
    fields = [field for field in about.concrete_fields if not field.primary_key]
    told = _for_database(fields, (map(attrgetter(one.attname), rows) for one in fields))
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    one = f"({', '.join('%s' for _ in fields)})"
    if connection.vendor == "postgresql":
        _copy_new(rows, told, fields)
        return
    many = (connection.features.max_query_params or _MANY * len(fields)) // len(fields)
    with connection.cursor() as cursor:
        for start in range(0, len(rows), many):
            some = rows[start : start + many]
            cursor.execute(
                f"INSERT INTO {quote(about.db_table)} ({columns}) VALUES "  # noqa: S608 - as above
                f"{', '.join([one] * len(some))} RETURNING {quote(about.pk.column)}",
                list(chain.from_iterable(told[start : start + many])),
            )
            for row, (key,) in zip(some, cursor.fetchall(), strict=True):
                row.pk = key


def _copy_new(rows: Sequence[Any], told: Iterable[Sequence[Any]], fields: Sequence[Any]) -> None:
    """The same on PostgreSQL: keys are taken from the sequence of the table first."""
    about = type(rows[0])._meta  # noqa: SLF001 - as above
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in (about.pk, *fields))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [quote(about.db_table), about.pk.column, len(rows)],
        )
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key
        _copy(
            cursor,
            f"{quote(about.db_table)} ({columns})",
            ((row.pk, *values) for row, values in zip(rows, told, strict=True)),
        )


_MANY: Final = 500


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
