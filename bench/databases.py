"""Fresh databases that a proof runs on: SQLite in a file, and PostgreSQL where it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench.servers import fresh_database, server_is_installed, start_server

ROOT = Path(__file__).resolve().parent.parent
NO_POSTGRESQL = "PostgreSQL is not installed here, so its half was not run."


def fresh_databases(folder: str, *, name: str) -> dict[str, str]:
    """The address of an empty database by the name of its system; PostgreSQL only where it is.

    Args:
        folder: where SQLite's file goes.
        name: of the database, letters and underscores alone.
    """
    found = {"SQLite": f"sqlite:///{folder}/{name}.sqlite3"}
    if server_is_installed():
        found["PostgreSQL"] = fresh_database(start_server(), name)
    return found


def told_by(module: str, *arguments: str, database: str) -> str:
    """The last line that a module of `bench` prints, run in a process of its own on a database.

    Raises:
        RuntimeError: the process broke off; what it printed stands above.
    """
    finished = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=os.environ
        | {
            "ANSWERABLE_DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "answerable_site.config.settings.test",
        },
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    lines = finished.stdout.splitlines()
    if finished.returncode or not lines:
        raise RuntimeError(f"{module} broke off; what went wrong stands above.")
    return lines[-1]
