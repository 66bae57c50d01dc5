"""A backup made while people write is put back to the last row, and refused if damaged.

A million rows (with --full four million) of cases and their events, with files; a process records
acts and receives files without a pause meanwhile. The backup is put back into an empty folder and
an empty database by the product’s own commands, and compared by other code than the product’s.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof

ROWS = 1_000_000
FULL_ROWS = 4_000_000
FLIPS = 100


def prove(*, full: bool) -> Proof:
    """Back up, restore and damage on each database."""
    rows = FULL_ROWS if full else ROWS
    figures, not_run = told_on_each("bench.restoring", lambda _: [str(rows)], name="restore")
    return Proof(
        claim="A backup made while people write is whole, is put back to the last row, and is "
        "refused if a byte was changed",
        figures=figures,
        goal=f"at least {ROWS:,} rows; acts were written meanwhile; no table, entry or file "
        f"differs; the record has the same root; {FLIPS} flipped bytes refused of {FLIPS}; on each "
        "database",
        holds=all(_holds(told) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict[str, Any]) -> bool:
    return (
        told["rows"] >= ROWS
        and told["acts while it was made"] > 0
        and told["tables compared by hand"] > 0
        and not told["tables that differ"]
        and not told["entries that differ"]
        and told["root is that of the backup"]
        and not told["files that differ or are missing"]
        and told["flipped bytes refused"] == FLIPS
        and told["flipped bytes accepted"] == 0
    )
