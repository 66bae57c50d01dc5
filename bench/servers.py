"""Databases for proofs: PostgreSQL where its server programs are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def server_is_installed() -> bool:
    """Whether PostgreSQL's server programs are on this machine."""
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or bool(shutil.which("initdb"))


def start_server() -> str:
    """The address of the test suite's own server on loopback, started if it does not run."""
    started = subprocess.run(
        ["tests/services.sh", "start"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return started.stdout.strip()


def fresh_database(address: str, name: str, *, template: str) -> str:
    """The address of a new database of the same server, copied from another of it."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(name)))
        create = SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(create.format(Identifier(name), Identifier(template)))
    return f"{address.rpartition('/')[0]}/{name}"
