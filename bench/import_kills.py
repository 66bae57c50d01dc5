"""A load that is killed, or whose disk is full or fails, leaves nothing or everything.

Extracts that add cases and change others are loaded on SQLite in a file and on PostgreSQL, and
killed (SIGKILL) at random instants; then the disk is full after some pages (SQLite), and the disk
fails under one of the statements (both). After each, every table that a load writes to is counted.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof

KILLS = 200
FAULTS = 50


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Break loads off on both databases, side by side; `full` asks for no more."""
    figures, not_run = told_on_each(
        "bench.loads.breaking",
        lambda _: [str(KILLS), str(FAULTS)],
        name="import_kills",
        at_once=True,
    )
    return Proof(
        claim="A load that is killed, or whose disk is full or fails, leaves nothing or everything",
        figures=figures,
        goal=(
            f"{KILLS} kills and {FAULTS} faults of each kind on each database leave 0 rows or all "
            "of them, with one entry a load whose digest the rows reproduce; a run after them "
            "completes"
        ),
        holds=all(_holds(told) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict[str, Any]) -> bool:
    return (
        told["kills"] >= KILLS
        and told["faults"] >= FAULTS // 2
        and told["left a part"] == 0
        and told["left nothing"] > 0
        and told["a run after them completes"]
        and told["every digest is that of its rows"]
    )
