"""Moving all rows from SQLite to PostgreSQL: all of them, in one transaction, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.apps import apps
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from answerable_site.upkeep.engines import engine_of
from answerable_site.upkeep.queries.tables import (
    about_of,
    held,
    is_up_to_date,
    reading,
    selecting,
    tables,
)
from answerable_site.upkeep.rules.rows import Kind, Table, differences, forms_of, in_one_form

Progress = Callable[[str, str], AbstractContextManager[Callable[[int], object]]]
TARGET: Final = "moving"


class CannotBeMoved(Exception):
    """Nothing was moved; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved and compared."""

    tables: int
    rows: int


def move(target: dict[str, Any], *, make_tables: Callable[[], object], progress: Progress) -> Moved:
    """Copy every row of the SQLite database of the settings into an empty PostgreSQL database.

    The tables there are made by the migrations of this version. Nobody can write here meanwhile.
    Both sides are compared, row by row, before anything there counts.

    Args:
        target: Django’s settings of the other database.
        make_tables: carries out all migrations there, in a process of its own: some read rows of
            the database that their process stands on.
        progress: says how far it is.

    Raises:
        CannotBeMoved: one of both is of another system, not empty or not up to date, or has a value
            that PostgreSQL refuses.
    """
    there = _opened(target)
    _check(there)
    with progress("Making the tables", "tables"):
        make_tables()
    with transaction.atomic():
        some = _parents_first(tables(connection))
        with transaction.atomic(using=TARGET):
            with progress("Moving", "rows") as tell:
                _copy_all(some, there, tell)
            _set_counters(there)
            with progress("Comparing both sides", "rows") as tell:
                here = held(some, reading(connection), tell=tell)
                wrong = differences(here, held(some, reading(there), tell=tell))
            if wrong:
                raise CannotBeMoved(
                    f"Nothing was moved, for both sides differ: {' '.join(wrong[:5])}"
                )
    return Moved(tables=len(some), rows=sum(one.rows for one in here.values()))


def _opened(target: dict[str, Any]) -> BaseDatabaseWrapper:
    complete = connections.configure_settings({"default": target})["default"]
    connections.settings[TARGET] = complete
    return connections[TARGET]


def _check(there: BaseDatabaseWrapper) -> None:
    if connection.vendor != "sqlite" or there.vendor != "postgresql":
        raise CannotBeMoved("Rows are moved from SQLite, which the settings name, to PostgreSQL.")
    if not is_up_to_date(connection):
        raise CannotBeMoved("This database is of an earlier version: run “answerable migrate”.")
    if not engine_of(there).is_empty():
        raise CannotBeMoved(
            "The other database has tables already. Rows are moved into an empty one: make it with "
            "createdb."
        )


def _copy_all(
    some: Sequence[Table], there: BaseDatabaseWrapper, tell: Callable[[int], object]
) -> None:
    moved = 0
    for table in some:
        with there.cursor() as cursor:
            cursor.execute(f'DELETE FROM "{table.name}"')  # noqa: S608 - what migrations put there
    for table in some:
        forms = _written(table)
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        try:
            with (
                there.cursor() as cursor,
                cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy,
            ):
                for rows in reading(connection)(selecting(table)):
                    for row in rows:
                        copy.write_row(in_one_form(row, forms))
                    moved += len(rows)
                    tell(moved)
        except (DataError, IntegrityError, ValueError) as problem:
            raise CannotBeMoved(
                f"Nothing was moved: PostgreSQL refuses a row of {table.name} "
                f"({type(problem).__name__}), such as for a text that is too long or holds a zero "
                "byte."
            ) from problem


def _written(table: Table) -> list[tuple[int, Callable[[Any], Any]]]:
    """How values are given to PostgreSQL: as they are compared, but for what it reads as text."""
    forms = []
    for place, form in forms_of(table.columns):
        match table.columns[place].kind:
            case Kind.JSON:
                pass
            case Kind.SPAN:
                forms.append((place, lambda value: timedelta(microseconds=value)))
            case _:
                forms.append((place, form))
    return forms


def _parents_first(some: Sequence[Table]) -> list[Table]:
    """Tables in an order in which each comes after those that it points to, circles apart: what
    triggers look up is there then."""
    by_name = {table.name: table for table in some}
    points_to = {
        about_of(model).db_table: {
            about_of(field.related_model).db_table
            for field in about_of(model).local_concrete_fields
            if isinstance(field.related_model, type)
        }
        for model in apps.get_models(include_auto_created=True)
    }
    ordered: dict[str, None] = {}
    begun: set[str] = set()

    def visit(name: str) -> None:
        if name in begun:
            return
        begun.add(name)
        for parent in sorted(points_to.get(name, ())):
            visit(parent)
        ordered[name] = None

    for name in by_name:
        visit(name)
    return [by_name[name] for name in ordered if name in by_name]


def _set_counters(there: BaseDatabaseWrapper) -> None:
    """Have new rows numbered from behind those that were moved."""
    models: list[type[Model]] = [
        *apps.get_models(include_auto_created=True),
        MigrationRecorder.Migration,
    ]
    with there.cursor() as cursor:
        for statement in there.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
