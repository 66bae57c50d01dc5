"""Ten thousand commitments leave as a file in about a second, in each of three formats.

The exports of the site itself, on a fresh database of each system, asked for with every filter off.
CSV has the goal; the workbooks, which are made whole before they are sent, are measured beside it.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof

SECONDS = 1.0
ROWS = 10_000


def prove(*, full: bool) -> Proof:  # noqa: ARG001 - there is nothing further to measure
    """Fill both databases and take the list away in every format."""
    figures, not_run = told_on_each("bench.followups.exporting", name="followup_export")
    return Proof(
        claim="Ten thousand commitments leave as a file in about a second",
        figures=figures,
        goal=f"{ROWS:,} rows as CSV in under {SECONDS:.0f} second, on each database",
        holds=all(
            told["rows"] >= ROWS and told["seconds, CSV"] < SECONDS for told in figures.values()
        ),
        not_run=not_run,
    )
