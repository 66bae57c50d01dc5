"""A tracker of 10,000 rows is checked and loaded within 5 seconds, and never by half.

Rows with recommendations, their actions, owners, dates, states and updates, read from a CSV file
by a limited child, checked in a dry run, then read and checked again and loaded in one transaction;
on SQLite in a file and on PostgreSQL. Seconds are medians of several offices, of the processor, on
one core: what the clock on the wall shows where nothing else runs. Then the loading of another
tracker is killed (SIGKILL) at random instants.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof

ROWS = 10_000
KILLS = 30
SECONDS = 5.0


def prove(*, full: bool) -> Proof:
    """Time the trackers of several offices, and kill the loading of another, on both databases."""
    kills = KILLS * (10 if full else 1)
    figures, not_run = told_on_each(
        "bench.trackers", lambda _: [str(ROWS), str(kills)], name="tracker_import"
    )
    return Proof(
        claim="A tracker of 10,000 rows is checked and loaded within 5 seconds, and never by half",
        figures=figures,
        goal=(
            f"dry run and loading of {ROWS:,} rows within {SECONDS:.0f} seconds of one core; the "
            f"same file again changes 0 rows; {kills} kills on each database leave 0 rows or all; "
            "a run after them completes"
        ),
        holds=all(_holds(told, kills) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict[str, Any], kills: int) -> bool:
    return (
        told["seconds on the processor, together"] <= SECONDS
        and told["rows added"] == ROWS
        and told["rows that the same file changes"] == 0
        and told["kills"] >= kills
        and told["left a part"] == 0
        and told["left nothing"] > 0
        and told["a run after them completes"]
    )
