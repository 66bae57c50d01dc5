"""Fresh databases that a proof runs on: SQLite in a file, and PostgreSQL where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

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
        found["PostgreSQL"] = fresh_database(start_server(), name=name)
    return found


def server_is_installed() -> bool:
    """Whether PostgreSQL's server programs are on this machine."""
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or bool(shutil.which("initdb"))


def start_server() -> str:
    """The address of the test suite's own server on loopback, started if it does not run."""
    started = subprocess.run(
        ["tests/services.sh", "start"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return started.stdout.strip()


def fresh_database(address: str, *, name: str) -> str:
    """The address of an empty database of the same server."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    return f"{address.rpartition('/')[0]}/{name}"


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
