"""Bringing a database to this version, and seeing that nothing was lost on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations import Migration, RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from answerable_site.casework import wall
from answerable_site.config.progress import Progress
from answerable_site.upkeep.queries.tables import held, reading, tables
from answerable_site.upkeep.rules.locking import Lock, locks
from answerable_site.upkeep.rules.rows import Held, Table

LONGEST_LOCK: Final = "10s"
"""A migration that waits for a table lets all others wait behind it: it gives up instead."""
MIGRATIONS: Final = "django_migrations"


class NotMigrated(Exception):
    """Migrations failed; the sentence says where to look."""


@dataclass(frozen=True, slots=True)
class Step:
    """A migration that is to be carried out."""

    app: str
    name: str
    locks: tuple[Lock, ...] | None
    """None where they cannot be told before what comes before it was carried out."""

    def in_words(self) -> str:
        """What it does to those who work meanwhile."""
        if self.locks is None:
            return f"{self.app} {self.name}: what it locks is known once those before it are done."
        told = "; ".join(f"{lock.table}: {lock.waiting.value}" for lock in self.locks)
        return f"{self.app} {self.name}: {told or 'nobody waits'}."


def steps() -> list[Step]:
    """Migrations that were not carried out, in their order, with what they lock."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if connection.vendor != "postgresql" or not executor.loader.applied_migrations:
        # Nobody works on a database that is made just now; in SQLite all wait for any writer.
        return [Step(migration.app_label, migration.name, ()) for migration, _ in plan]
    loader = executor.loader
    done = [key for key in loader.applied_migrations if key in loader.graph.nodes]
    return read([migration for migration, _ in plan], loader.project_state(done))


def read(plan: Sequence[Migration], before: ProjectState) -> list[Step]:
    """What each of several migrations does, read off its SQL; none is carried out.

    Args:
        plan: in their order, each after all that it depends on.
        before: the models as they are before the first.
    """
    found, state = [], before
    for migration in plan:
        told: tuple[Lock, ...] | None
        try:
            with connection.schema_editor(collect_sql=True, atomic=migration.atomic) as editor:
                state = migration.apply(state.clone(), editor, collect_sql=True)
            told = locks(editor.collected_sql, has_programme=_has_programme(migration))
        except (ValueError, LookupError, FieldDoesNotExist, DatabaseError):
            state = migration.mutate_state(state)
            told = None
        found.append(Step(migration.app_label, migration.name, told))
    return found


def _has_programme(migration: Migration) -> bool:
    return any(isinstance(one, RunPython) for one in migration.operations)


def kept(*, progress: Progress) -> dict[Table, Held]:
    """What each table holds now; nothing where there is no table yet."""
    if MIGRATIONS not in connection.introspection.table_names():
        return {}
    some = [table for table in tables(connection) if table.name != MIGRATIONS]
    with wall.as_product(), progress("Counting what is there", "rows") as tell:
        counted = held(some, reading(connection), tell=tell)
    return {table: counted[table.name] for table in some}


def migrate() -> None:
    """Carry out all migrations; on PostgreSQL each waits for a lock for a short time only.

    Raises:
        OperationalError: one had to wait longer, and was not carried out.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [LONGEST_LOCK])
    call_command("migrate", interactive=False)


def collect_static_files() -> None:
    """Put styles and scripts of this version where the web server reads them, if one does."""
    if settings.STATIC_ROOT is not None:
        call_command("collectstatic", interactive=False, verbosity=0)


def migrate_elsewhere(address: str) -> None:
    """Carry out all migrations on another database, in a process of its own.

    Raises:
        NotMigrated: it failed.
    """
    done = subprocess.run(
        [sys.executable, "-m", "answerable", "manage", "migrate", "--verbosity", "0"],
        env=os.environ | {"ANSWERABLE_DATABASE_URL": address},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise NotMigrated("The tables could not be made there; what went wrong stands above.")


def lost(before: dict[Table, Held], *, progress: Progress) -> list[str]:
    """A sentence for each table that has fewer rows than before, or is gone with rows in it."""
    there = set(connection.introspection.table_names())
    told = [
        f"The table {table.name} is gone, which had {was.rows:,} rows."
        for table, was in before.items()
        if table.name not in there and was.rows
    ]
    with wall.as_product(), progress("Counting again", "tables"):
        now = {table.name: _count(table.name) for table in before if table.name in there}
    return told + [
        f"The table {table.name} has {now[table.name]:,} rows in place of {was.rows:,}."
        for table, was in before.items()
        if table.name in now and now[table.name] < was.rows
    ]


def _count(name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608 - the models’ own name
        row = cursor.fetchone()
    return int(row[0])
