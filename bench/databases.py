"""Fresh databases that a proof runs on: SQLite in a file, and PostgreSQL where it is installed.

Each has its tables already, copied from one that was migrated once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.databases import migrated_copy, migrated_database

from bench.servers import fresh_database, server_is_installed, start_server

ROOT = Path(__file__).resolve().parent.parent
SYSTEMS = ("SQLite", "PostgreSQL")
NO_POSTGRESQL = "PostgreSQL is not installed here, so its half was not run."


def told_on_each(
    module: str,
    arguments: Callable[[str], Sequence[str]] = lambda _: (),
    *,
    name: str,
    at_once: bool = False,
    on: Collection[str] = SYSTEMS,
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """What a module of `bench` found on each database, and what was not run.

    Args:
        module: run as `python -m`; the last line that it prints is JSON.
        arguments: of the command, by the name of the database system.
        name: of the databases, letters and underscores alone.
        at_once: whether the databases are asked side by side: only where no time is measured.
        on: the systems that are asked.

    Raises:
        RuntimeError: a process broke off; what it printed stands above.
    """
    with tempfile.TemporaryDirectory() as folder:
        fresh = fresh_databases(folder, name=name)
        databases = {system: address for system, address in fresh.items() if system in on}

        def told(system: str) -> dict[str, Any]:
            print(f"{module} on {system} ...", flush=True)
            return _told(module, *arguments(system), database=databases[system])

        with ThreadPoolExecutor(len(SYSTEMS) if at_once else 1) as pool:
            figures = dict(zip(databases, pool.map(told, databases), strict=True))
    return figures, [] if "PostgreSQL" in figures else [NO_POSTGRESQL]


def fresh_databases(folder: str, *, name: str) -> dict[str, str]:
    """The address of a database without rows by the name of its system; PostgreSQL only where it
    is.

    Args:
        folder: where SQLite's file goes.
        name: of the database, letters and underscores alone.
    """
    found = {"SQLite": migrated_copy(Path(folder) / f"{name}.sqlite3")}
    if server_is_installed():
        server = start_server()
        found["PostgreSQL"] = fresh_database(server, name, template=migrated_database(server))
    return found


def _told(module: str, *arguments: str, database: str) -> dict[str, Any]:
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
    told: dict[str, Any] = json.loads(lines[-1])
    return told
