"""Nothing of a first schema is lost when it is upgraded, nor when it moves to PostgreSQL.

There was no release, so the earliest state stands in its place that migrations can make of the apps
with which the product began: 38 tables, filled through the models of that state. The product’s own
commands upgrade it, on SQLite and on PostgreSQL; each row that was there is looked for by hand. The
upgraded SQLite then moves to an empty PostgreSQL, and both are compared table by table.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.databases import NO_POSTGRESQL, ROOT
from bench.proof import Proof
from bench.servers import fresh_database, server_is_installed, start_server

LEAST_TABLES = 35
LEAST_ROWS = 1_500
NONE = (
    "tables that are gone",
    "rows that are not as they were",
    "details of acts that are not in what is chained now",
    "files that are not byte for byte in their rows",
    "faults in the record of acts",
)
GONE_ON_PURPOSE = ["audit_auditentry.details", "publication_publicresponse.pdf"]
"""Their values stand in other columns since, and are looked for there."""


def prove(*, full: bool) -> Proof:  # noqa: ARG001 - there is nothing to have more of
    """Fill, upgrade, compare; move, compare."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = f"sqlite:///{Path(folder) / 'first.sqlite3'}"
        if not server_is_installed():
            figures["SQLite"] = _told(file, "")
        else:
            server = start_server()
            moved = fresh_database(server, "upgrade_moved", template="template0")
            figures["SQLite"] = _told(file, moved)
            first = fresh_database(server, "upgrade_first", template="template0")
            figures["PostgreSQL"] = _told(first, "")
    return Proof(
        claim="Nothing of a first schema is lost when it is upgraded, nor when it moves to "
        "PostgreSQL",
        figures=figures,
        goal=f"at least {LEAST_TABLES} tables with {LEAST_ROWS:,} rows; each row as it was; the "
        "record of acts whole; both databases; every table has the same digest after the move",
        holds=all(_holds(told) for told in figures.values())
        and figures["SQLite"].get("tables whose digests differ") == [],
        not_run=[] if "PostgreSQL" in figures else [NO_POSTGRESQL],
    )


def _holds(told: dict[str, Any]) -> bool:
    return (
        told["tables of the first schema"] >= LEAST_TABLES
        and told["rows of the first schema"] >= LEAST_ROWS
        and told["columns that are gone"] == GONE_ON_PURPOSE
        and not any(told[name] for name in NONE)
    )


def _told(database: str, move_to: str) -> dict[str, Any]:
    finished = subprocess.run(
        [sys.executable, "-m", "bench.upgrading", *([move_to] if move_to else [])],
        cwd=ROOT,
        env=os.environ | {"ANSWERABLE_DATABASE_URL": database},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(finished.stdout.splitlines()[-1])
    return told
