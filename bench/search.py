"""Among a hundred thousand recommendations and as many published texts, a search answers at once.

On both databases, each in a process of its own. On PostgreSQL the plan has to name the index.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof

ROUNDS = 20
MILLISECONDS = 300.0


def prove(*, full: bool) -> Proof:
    """Fill both databases and time searches where people work and in public."""
    rounds = ROUNDS * (5 if full else 1)
    figures, not_run = told_on_each("bench.finding", lambda _: [str(rounds)], name="search")
    return Proof(
        claim="Among 100,000 recommendations and 100,000 published texts a search answers at once",
        figures=figures,
        goal=(
            f"the 95th percentile of every search within {MILLISECONDS:.0f} milliseconds, on each "
            "database, and by the index of words"
        ),
        holds=all(_holds(told) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict[str, Any]) -> bool:
    slowest = max(
        milliseconds
        for name, searches in told.items()
        if name.startswith("milliseconds")
        for milliseconds in searches.values()
    )
    by_index = all("_words" in plan or "INDEX" in plan for plan in told["index used"].values())
    return slowest <= MILLISECONDS and by_index
