"""A million case rows are loaded into cases within 8 times what their bare ingest takes.

Rows of a CSV file, one a case with up to four events: read by the limited child, checked,
references hashed and sealed, staged, placed in the tables of cases with their indexes and the entry
of the load; on SQLite in a file and on PostgreSQL. Beside it, in the same run: the bare ingest of
the same cells into a table without index (COPY, or many rows at once), and the same work by ORM for
fewer rows. Seconds are those of the clock, on one core for this process.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof

ROWS = 100_000
FULL_ROWS = 1_000_000
STAGED = 2.0
WHOLE = 8.0
FASTER = 5.0


def prove(*, full: bool) -> Proof:
    """Load one extract on each database."""
    rows = FULL_ROWS if full else ROWS
    figures, not_run = told_on_each("bench.loads", lambda _: [str(rows)], name="bulk_load")
    if not full:
        not_run = [*not_run, f"{ROWS:,} rows were loaded; a million are with --full."]
    return Proof(
        claim="A million case rows are loaded within 8 times what their bare ingest takes",
        figures=figures,
        goal=(
            f"checked and staged within {STAGED:.0f} times the bare ingest, the whole load within "
            f"{WHOLE:.0f} times and {FASTER:.0f} times faster than by ORM; the same file again "
            "changes 0 rows; the digest is that of the rows"
        ),
        holds=all(_holds(told) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict[str, Any]) -> bool:
    return (
        told["checked and staged, times bare"] <= STAGED
        and told["whole load, times bare"] <= WHOLE
        and told["times faster than by ORM"] >= FASTER
        and told["rows loaded"] == told["rows"]
        and told["rows that the same file changes"] == 0
        and told["digest is that of the rows"]
    )
