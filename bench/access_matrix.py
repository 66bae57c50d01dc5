"""Every route, method and viewer: nobody sees or does what is not theirs, on both databases.

The cells are those of the test suite (`tests/site/access/cells.py`), made from the site's own
routes. With `--full` every method is asked by everybody, which takes longer than ten minutes.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof

CELLS = 10_000


def prove(*, full: bool) -> Proof:
    """Ask every cell on both databases, each in a process of its own."""
    figures, not_run = told_on_each(
        "bench.asked", lambda _: ["--full"] if full else [], name="access_matrix", at_once=True
    )
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
