"""SQLite: copied by its own interface for backups, which sees one moment while others write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from answerable_site.upkeep.engines.taken import CannotBeCopied, Taken
from answerable_site.upkeep.queries.tables import AT_ONCE, Reader


@dataclass(frozen=True, slots=True)
class SQLite:
    """A database in a file."""

    connection: BaseDatabaseWrapper
    member: str = "database.sqlite3"

    def version(self) -> str:
        """Of the system, for people."""
        return f"SQLite {sqlite3.sqlite_version}"

    def is_empty(self) -> bool:
        """Whether there is no table yet."""
        return not self.connection.introspection.table_names()

    @contextmanager
    def take(self, folder: Path) -> Iterator[Taken]:
        """The database at one moment; its file goes into a folder."""
        file = folder / self.member
        self.connection.ensure_connection()
        with closing(sqlite3.connect(file)) as copy:
            # All pages in one go: the copy is of one moment, and in WAL nobody waits for it.
            self.connection.connection.backup(copy, pages=-1)
        with closing(sqlite3.connect(file)) as copy:
            yield Taken(_reader(copy), lambda: file)

    def put_back(self, file: Path) -> None:
        """Fill the empty database from a file."""
        self.connection.ensure_connection()
        try:
            with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
                copy.backup(self.connection.connection, pages=-1)
        except sqlite3.Error as problem:
            raise CannotBeCopied(f"The database cannot be put back: {problem}.") from None


def _reader(database: sqlite3.Connection) -> Reader:
    def read(statement: str) -> Iterator[Sequence[Sequence[Any]]]:
        cursor = database.execute(statement)
        while rows := cursor.fetchmany(AT_ONCE):
            yield rows

    return read
