"""Two editors and a signer at once: no text is lost, nobody signs words that were not shown.

The state machine of the test suite (`tests/site/responses/interleavings.py`) acts through the
pages in random orders and, in some steps, with three threads in the same moment. It runs on fresh
databases: SQLite in a file, and PostgreSQL where its server programs are installed.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof

INTERLEAVINGS = 500
GOAL = (
    f"{INTERLEAVINGS} random interleavings on each database: 0 lost updates, 0 signatures over "
    "words that were not displayed"
)


def prove(*, full: bool) -> Proof:
    """Run the interleavings on both databases, each in a process of its own."""
    count = INTERLEAVINGS * (4 if full else 1)
    figures, not_run = told_on_each(
        "bench.signing", lambda _: [str(count)], name="sign_off", at_once=True
    )
    return Proof(
        claim="Two editors and a signer at once lose no text and sign nothing that was not shown",
        figures=figures,
        goal=GOAL,
        holds=all(
            told["interleavings"] >= count and not told["failure"] for told in figures.values()
        ),
        not_run=not_run,
    )
