"""Two editors and a signer at once: no text is lost, nobody signs words that were not shown.

The state machine of the test suite (`tests/site/responses/interleavings.py`) acts through the
pages in random orders and, in some steps, with three threads in the same moment. It runs on fresh
databases: SQLite in a file, and PostgreSQL where its server programs are installed.
"""

from __future__ import annotations

import json
import tempfile
from concurrent.futures import ThreadPoolExecutor

from bench.databases import NO_POSTGRESQL, fresh_databases, told_by
from bench.proof import Proof

INTERLEAVINGS = 500
GOAL = (
    f"{INTERLEAVINGS} random interleavings on each database: 0 lost updates, 0 signatures over "
    "words that were not displayed"
)


def prove(*, full: bool) -> Proof:
    """Run the interleavings on both databases, each in a process of its own."""
    count = INTERLEAVINGS * (4 if full else 1)
    with tempfile.TemporaryDirectory() as folder:
        databases = fresh_databases(folder, name="sign_off")
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
        not_run=[] if "PostgreSQL" in databases else [NO_POSTGRESQL],
    )


def carry_out(database: str, count: int) -> dict:
    """What `bench.signing` measured on a database."""
    print(f"{count} interleavings on {database.partition(':')[0]} ...", flush=True)
    told: dict = json.loads(told_by("bench.signing", str(count), database=database))
    return told
