"""The tables whose rows must never get lost, and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from django.apps import apps
from django.apps.registry import Apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import StateApps
from django.db.models import DecimalField, Field, Model
from django.db.models.options import Options

from answerable_site.upkeep.rules.rows import Column, Digesting, Held, Kind, Table

AT_ONCE: Final = 2000
Reader = Callable[[str], Iterator[Sequence[Sequence[Any]]]]
"""Gives the rows of a statement, a stretch at a time."""
_KINDS: Final = {
    "BooleanField": Kind.TRUTH,
    "DateTimeField": Kind.MOMENT,
    "DateField": Kind.DAY,
    "TimeField": Kind.TIME,
    "DecimalField": Kind.NUMBER,
    "JSONField": Kind.JSON,
    "UUIDField": Kind.UUID,
    "BinaryField": Kind.BYTES,
    "DurationField": Kind.SPAN,
    "GenericIPAddressField": Kind.ADDRESS,
}


def is_up_to_date(connection: BaseDatabaseWrapper) -> bool:
    """Whether every migration of this version was carried out."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def tables(connection: BaseDatabaseWrapper) -> list[Table]:
    """Every table that the database has by its migrations, and that which says what was migrated.

    Left out is what can be made again: indexes of words, and the cache.
    """
    return tables_of(apps if is_up_to_date(connection) else _former(connection))


def tables_of(registry: Apps | StateApps) -> list[Table]:
    """Every table of the models of a version, and that which says what was migrated."""
    models: list[type[Model]] = [
        model
        for model in registry.get_models(include_auto_created=True)
        if (about := about_of(model)).managed and not about.proxy
    ]
    models.append(MigrationRecorder.Migration)
    return [_table(model) for model in models]


def held(
    some: Iterable[Table], read: Reader, *, tell: Callable[[int], object] = lambda _rows: None
) -> dict[str, Held]:
    """What each table holds, by its name.

    Args:
        read: gives the rows of a statement on the database that is meant.
        tell: is called now and then with how many rows were looked at.
    """
    found, so_far = {}, 0
    for table in some:
        digesting = Digesting(table)
        for rows in read(selecting(table)):
            digesting.take(rows)
            tell(so_far + digesting.rows)
        so_far += digesting.rows
        found[table.name] = digesting.held()
    return found


def about_of(model: type[Model]) -> Options[Any]:
    """What Django knows of a model."""
    return model._meta  # noqa: SLF001 - Django documents it under this name


def selecting(table: Table) -> str:
    """The statement that gives every row of a table."""
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'SELECT {columns} FROM "{table.name}"'  # noqa: S608 - the names are the models’ own


def reading(connection: BaseDatabaseWrapper) -> Reader:
    """Reads from one of Django’s connections, as its driver gives values."""

    def read(statement: str) -> Iterator[Sequence[Sequence[Any]]]:
        with connection.chunked_cursor() as cursor:
            cursor.execute(statement)
            while rows := cursor.fetchmany(AT_ONCE):
                yield rows

    return read


def _former(connection: BaseDatabaseWrapper) -> StateApps:
    """The models as the migrations that were carried out leave them."""
    loader = MigrationLoader(connection)
    done = [key for key in loader.applied_migrations if key in loader.graph.nodes]
    return loader.project_state(done).apps


def _table(model: type[Model]) -> Table:
    columns = tuple(_column(field) for field in about_of(model).local_concrete_fields)
    return Table(about_of(model).db_table, columns)


def _column(field: Field[Any, Any]) -> Column:
    # A key to another table has the kind of what it points to.
    meant = field
    while meant.remote_field is not None and hasattr(meant, "target_field"):
        meant = meant.target_field
    kind = _KINDS.get(meant.get_internal_type(), Kind.PLAIN)
    places = meant.decimal_places or 0 if isinstance(meant, DecimalField) else 0
    return Column(str(field.column), kind, places)
