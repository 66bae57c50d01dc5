"""Two editors and a signer at once: no text is lost, nobody signs words that were not shown.

The state machine of the test suite (`tests/site/responses/interleavings.py`) acts through the
pages in random orders and, in some steps, with three threads in the same moment. It runs on fresh
databases: SQLite in a file, and PostgreSQL where its server programs are installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.proof import Proof
from bench.servers import fresh_database, server_is_installed, start_server

ROOT = Path(__file__).resolve().parent.parent
INTERLEAVINGS = 500
GOAL = (
    f"{INTERLEAVINGS} random interleavings on each database: 0 lost updates, 0 signatures over "
    "words that were not displayed"
)


def prove(*, full: bool) -> Proof:
    """Run the interleavings on both databases, each in a process of its own."""
    count = INTERLEAVINGS * (4 if full else 1)
    not_run = []
    with tempfile.TemporaryDirectory() as folder:
        databases = {"SQLite": f"sqlite:///{folder}/sign-off.sqlite3"}
        if server_is_installed():
            databases["PostgreSQL"] = fresh_database(start_server(), "sign_off")
        else:
            not_run.append("PostgreSQL is not installed here, so its half was not run.")
        with ThreadPoolExecutor(len(databases)) as pool:
            told = pool.map(lambda address: carry_out(address, count), databases.values())
            figures = dict(zip(databases, told, strict=True))
    return Proof(
        claim="Two editors and a signer at once lose no text and sign nothing that was not shown",
        figures=figures,
        goal=GOAL,
        holds=all(
            told["interleavings"] >= count and not told["failure"] for told in figures.values()
        ),
        not_run=not_run,
    )


def carry_out(database: str, count: int) -> dict:
    """What `bench.signing` measured on a database."""
    print(f"{count} interleavings on {database.partition(':')[0]} ...", flush=True)
    finished = subprocess.run(
        [sys.executable, "-m", "bench.signing", str(count)],
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
        raise RuntimeError("The interleavings broke off; what went wrong stands above.")
    told: dict = json.loads(lines[-1])
    return told
