"""PostgreSQL: kept by pg_dump over a snapshot that is shared with whoever counts its rows."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

from answerable_site.audit.queries import as_of_one_moment
from answerable_site.upkeep.engines.taken import CannotBeCopied, Taken
from answerable_site.upkeep.queries.tables import reading

_HOW: Final = "Install PostgreSQL’s client programs (on Debian: apt install postgresql-client)."
_BEHIND_WALLS: Final = """
    SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relrowsecurity AND row_security_active(oid) ORDER BY relname LIMIT 1
"""
_PASSED_ON: Final = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "connect_timeout": "PGCONNECT_TIMEOUT",
}


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """A database on a server."""

    connection: BaseDatabaseWrapper
    member: str = "database.dump"

    def version(self) -> str:
        """Of the system, for people."""
        return f"PostgreSQL {self._asked('SHOW server_version')}"

    def is_empty(self) -> bool:
        """Whether there is no table yet."""
        return not self.connection.introspection.table_names()

    @contextmanager
    def take(self, folder: Path) -> Iterator[Taken]:
        """The database at one moment; its file goes into a folder.

        Raises:
            CannotBeCopied: pg_dump is missing or fails, or rows are kept from the role.
        """
        if walled := self._asked(_BEHIND_WALLS):
            raise CannotBeCopied(
                f"This role does not see all rows of {walled}. Make backups as the owner of the "
                "tables: name it in ANSWERABLE_DATABASE_URL."
            )
        file = folder / self.member
        with as_of_one_moment():
            snapshot = self._asked("SELECT pg_export_snapshot()")
            dump = self._start(
                "pg_dump",
                "--format=custom",
                "--compress=0",
                "--no-sync",
                f"--snapshot={snapshot}",
                f"--file={file}",
            )
            try:

                def finish() -> Path:
                    _wait(dump, "kept")
                    return file

                yield Taken(reading(self.connection), finish)
            finally:
                if dump.poll() is None:
                    # Whoever counted broke off: nobody waits for the rest.
                    dump.kill()
                    dump.communicate()

    def put_back(self, file: Path) -> None:
        """Fill the empty database from a file, in one transaction.

        Raises:
            CannotBeCopied: pg_restore is missing or fails.
        """
        restore = self._start(
            "pg_restore",
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            "--exit-on-error",
            f"--dbname={self.connection.get_connection_params()['dbname']}",
            str(file),
        )
        _wait(restore, "put back")
        with self.connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _asked(self, statement: str) -> str:
        with self.connection.cursor() as cursor:
            cursor.execute(statement)
            row = cursor.fetchone()
        return str(row[0]) if row else ""

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        # By the environment: everybody on the machine can read the arguments of a program.
        given = self.connection.get_connection_params()
        passed = {
            variable: str(given[name]) for name, variable in _PASSED_ON.items() if given.get(name)
        }
        try:
            return subprocess.Popen(
                [program, *arguments],
                env=os.environ | passed,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
        except FileNotFoundError:
            raise CannotBeCopied(f"The program {program} is not on this machine. {_HOW}") from None


def _wait(program: subprocess.Popen[bytes], what: str) -> None:
    _, said = program.communicate()
    if program.returncode:
        raise CannotBeCopied(f"The database could not be {what}: {_first(said)}")


def _first(said: bytes) -> str:
    """The line that says why, and those that belong to it, without what statements held."""
    lines: Sequence[str] = said.decode(errors="replace").strip().splitlines()
    told = [line for line in lines if "error" in line.lower() or "detail" in line.lower()]
    return " ".join(told[:2] or list(lines)[:1])
