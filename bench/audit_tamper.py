"""Every tampering with the record of acts is found, and an honest record never raises an alarm.

Each of 1,000 single tamperings changes one thing in an honest record of its own: a field, an entry,
its order, the end, the clock, erased content, the index, the file of heads. An end that is cut off,
a past that is chained anew and an older database that is restored must pass unnoticed where the
check has no heads kept outside the database, and be found where it has.
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
from bench.sign_off import server_is_installed, start_server

ROOT = Path(__file__).resolve().parent.parent
SEED = 20261128
COUNTS = {"SQLite": 1000, "PostgreSQL": 200}
GOAL = (
    "1,000 tamperings on SQLite (200 on PostgreSQL): all found; as many honest runs: 0 false "
    "alarms; a cut, a chain made anew and a restored database: none found without heads, all with"
)


def prove(*, full: bool) -> Proof:
    """Tamper on both databases, each in a process of its own."""
    not_run = []
    with tempfile.TemporaryDirectory() as folder:
        databases = {"SQLite": f"sqlite:///{folder}/tampering.sqlite3"}
        if server_is_installed():
            databases["PostgreSQL"] = fresh_database(start_server())
        else:
            not_run.append("PostgreSQL is not installed here, so its part was not run.")
        counts = {name: COUNTS[name] * (4 if full else 1) for name in databases}
        with ThreadPoolExecutor(len(databases)) as pool:
            told = pool.map(carry_out, databases.values(), counts.values())
            figures = dict(zip(databases, told, strict=True))
    return Proof(
        claim="Every tampering with the record of acts is found, and honest records are whole",
        figures=figures,
        goal=GOAL,
        holds=all(stands(figures[name], counts[name]) for name in figures),
        not_run=not_run,
    )


def stands(told: dict, count: int) -> bool:
    """Whether the figures of one database reach the goal."""
    thorough = told["cut, chained anew or restored"]
    return (
        told["found"] == told["tamperings"] == told["honest runs"] == count
        and told["false alarms in all"] == 0
        and 0 < thorough["tried"] == thorough["found with heads"]
        and thorough["found without heads"] == 0
    )


def carry_out(database: str, count: int) -> dict:
    """What `bench.tampering` measured on a database."""
    print(f"{count} tamperings on {database.partition(':')[0]} ...", flush=True)
    finished = subprocess.run(
        [sys.executable, "-m", "bench.tampering", str(count), str(SEED)],
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
        raise RuntimeError("The tampering broke off; what went wrong stands above.")
    told: dict = json.loads(lines[-1])
    return told


def fresh_database(address: str) -> str:
    """The address of an empty database of the same server."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS audit_tamper")
        connection.execute("CREATE DATABASE audit_tamper")
    return address.rpartition("/")[0] + "/audit_tamper"
