"""Every route, method and viewer: nobody sees or does what is not theirs, on both databases.

The cells are those of the test suite (`tests/site/access/cells.py`), made from the site's own
routes. With `--full` every method is asked by everybody, which takes longer than ten minutes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.proof import Proof
from bench.servers import fresh_database, server_is_installed, start_server

ROOT = Path(__file__).resolve().parent.parent
CELLS = 10_000


def prove(*, full: bool) -> Proof:
    """Ask every cell on both databases, each in a process of its own."""
    databases, not_run = {"SQLite": "sqlite:///:memory:"}, []
    if server_is_installed():
        databases["PostgreSQL"] = fresh_database(start_server(), "access_matrix")
    else:
        not_run.append("PostgreSQL is not installed here, so its half was not run.")
    with ThreadPoolExecutor(len(databases)) as pool:
        told = pool.map(lambda address: carry_out(address, full=full), databases.values())
        figures = dict(zip(databases, told, strict=True))
    return Proof(
        claim="Nobody sees or does what is not theirs: every route, method and viewer",
        figures=figures,
        goal=f"at least {CELLS:,} cells on each database, 0 wrong, 0 routes without a policy",
        holds=all(
            told["cells"] >= CELLS and not told["wrong"] and not told["routes without a policy"]
            for told in figures.values()
        ),
        not_run=not_run,
    )


def carry_out(database: str, *, full: bool) -> dict:
    """What `bench.asked` found on a database."""
    print(f"Asking on {database.partition(':')[0]} ...", flush=True)
    finished = subprocess.run(
        [sys.executable, "-m", "bench.asked", *(["--full"] if full else [])],
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
        raise RuntimeError("The matrix broke off; what went wrong stands above.")
    told: dict = json.loads(lines[-1])
    return told
