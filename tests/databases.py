"""Databases of tests: empty ones, and copies of one that was migrated once.

Migrating an empty database takes half a minute, and every worker and every served site needs one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "src/answerable_site"
KEPT = ROOT / ".pytest_cache" / "migrated"
LONGEST = 600
"""Seconds that one worker waits while another migrates."""


@contextmanager
def new_database(folder: Path, *, migrated: bool = True) -> Iterator[str]:
    """The address of a database of its own, of the kind that ANSWERABLE_DATABASE_URL asks for.

    Args:
        migrated: with every table, as the migrations leave them; otherwise empty.
    """
    server = _server()
    if server:
        source = migrated_database(server) if migrated else "template1"
        with _own_on(server, source) as address:
            yield address
        return
    file = folder / "own.sqlite3"
    yield migrated_copy(file) if migrated else f"sqlite:///{file}"


def template_database(folder: Path, name: str) -> str:
    """The address of a migrated database that stays, to be filled and then copied.

    On a server it takes the place of whatever had its name.
    """
    server = _server()
    if not server:
        return migrated_copy(folder / f"{name}.sqlite3")
    import psycopg

    source = migrated_database(server)
    with psycopg.connect(server, autocommit=True) as asking:
        asking.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        asking.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    return urlsplit(server)._replace(path=f"/{name}").geturl()


@contextmanager
def copied_database(folder: Path, template: str) -> Iterator[str]:
    """The address of a database of its own that begins as a copy of one that nobody uses."""
    server = _server()
    if server:
        with _own_on(server, urlsplit(template).path.strip("/")) as address:
            yield address
        return
    file = folder / "own.sqlite3"
    with (
        closing(sqlite3.connect(template.removeprefix("sqlite:///"))) as filled,
        closing(sqlite3.connect(file)) as empty,
    ):
        filled.backup(empty)
    yield f"sqlite:///{file}"


def _server() -> str:
    """The address of the PostgreSQL server that is asked for; "" where none is."""
    address = os.environ.get("ANSWERABLE_DATABASE_URL", "")
    return address if address.startswith("postgres") else ""


@contextmanager
def _own_on(server: str, source: str) -> Iterator[str]:
    import psycopg

    name = f"answerable_own_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as asking:
        asking.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as asking:
            asking.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def migrated_copy(file: Path) -> str:
    """The address of a new SQLite file with every table, as migrations leave them."""
    with closing(sqlite3.connect(file)) as empty:
        copied_into(empty)
    return f"sqlite:///{file}"


def copied_into(database: sqlite3.Connection) -> None:
    """Fill an empty SQLite database with every table, as migrations leave them."""
    with closing(sqlite3.connect(_migrated_file())) as migrated:
        migrated.backup(database)


def _migrated_file() -> Path:
    made = KEPT / f"{_digest()}.sqlite3"
    with alone_in(KEPT):
        if not made.exists():
            unfinished = made.with_suffix(".unfinished")
            unfinished.unlink(missing_ok=True)
            _migrate(f"sqlite:///{unfinished}")
            unfinished.replace(made)
    return made


def migrated_database(server: str) -> str:
    """The name of a migrated database on a PostgreSQL server, to be copied as a template.

    Args:
        server: the address of a database on that server.
    """
    import psycopg

    name = f"answerable_migrated_{_digest()}"
    with psycopg.connect(server, autocommit=True) as asking:
        asking.execute("SELECT pg_advisory_lock(hashtext('answerable_migrated'))")
        found = asking.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found is None:
            asking.execute(f'DROP DATABASE IF EXISTS "{name}_unfinished" WITH (FORCE)')
            asking.execute(f'CREATE DATABASE "{name}_unfinished"')
            _migrate(urlsplit(server)._replace(path=f"/{name}_unfinished").geturl())
            asking.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')
    return name


def _migrate(address: str) -> None:
    environment = os.environ | {
        "ANSWERABLE_DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "answerable_site.config.settings.test",
        "PYTHONPATH": str(ROOT / "src"),
    }
    for command in (["migrate", "--verbosity=0"], ["createcachetable"]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True
        )


def _digest() -> str:
    """Changes with whatever a migrated database depends on: its migrations and what they import."""
    seen = hashlib.sha256()
    sources = {*SITE.glob("*/migrations/*.py"), *SITE.glob("*/rules*/**/*.py")}
    sources |= {*SITE.glob("*/rules.py"), ROOT / "requirements/run.txt"}
    for source in sorted(sources):
        seen.update(str(source.relative_to(ROOT)).encode())
        seen.update(source.read_bytes())
    return seen.hexdigest()[:16]


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One worker at a time in a folder: SQLite's own lock is there on every system."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / "lock", timeout=LONGEST, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
