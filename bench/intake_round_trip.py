"""What invented cases say comes back from the record after dirty extracts of them were loaded.

Cases are invented; three invented systems give extracts of them, with much dirt, and without any.
The dirty ones are loaded on SQLite in a file and on PostgreSQL. Whatever stands in the record then
was told by the clean ones; of cases without a row that was set aside, all of it; and every row that
was set aside has dirt of its own, or waits for one that has.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof

CASES = 1_000
FULL_CASES = 10_000


def prove(*, full: bool) -> Proof:
    """Load the extracts of the same cases on both databases, side by side."""
    cases = FULL_CASES if full else CASES
    figures, not_run = told_on_each(
        "bench.loads.returning", lambda _: [str(cases)], name="intake_round_trip", at_once=True
    )
    return Proof(
        claim="What invented cases say comes back from the record after dirty extracts were loaded",
        figures=figures,
        goal=(
            f"of {cases:,} cases, 0 without a row set aside differ from what was told without "
            "dirt, 0 events stand that nobody told, 0 rows are set aside without a true reason"
        ),
        holds=all(_holds(told) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict[str, Any]) -> bool:
    return (
        told["cases that came back whole"] > 0
        and told["whole cases that differ"] == 0
        and told["events that nobody told"] == 0
        and told["rows set aside without a true reason"] == 0
        and told["rows that the same files change"] == 0
        and told["every digest is that of its rows"]
    )
