"""A cut of a force’s cases is read out of the database within 2 GiB, and again to the same bytes.

A force has some thousand cases that were lived event by event, and copies of them: on SQLite in a
file and on PostgreSQL. A cut of all is made twice as in the background, each time in a process of
its own; both have to be the same to the byte. A million cases are with --full.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof

LIVED = 2_000
COPIES = 10
FULL_COPIES = 500
MOST_MEBIBYTES = 2048
MOST_MICROSECONDS = 60
"""An event, on the processor: a million cases of thirteen events take a quarter of an hour then."""


def prove(*, full: bool) -> Proof:
    """Make a cut twice on each database."""
    copies = FULL_COPIES if full else COPIES
    figures, not_run = told_on_each("bench.recorded", lambda _: [str(copies)], name="cut_of_record")
    if not full:
        not_run = [*not_run, f"{copies * LIVED:,} cases were cut; a million are with --full."]
    return Proof(
        claim="A cut of a million cases is read out of the database within 2 GiB, and again to the "
        "same bytes",
        figures=figures,
        goal=f"each time under {MOST_MEBIBYTES} MiB and {MOST_MICROSECONDS} microseconds on the "
        "processor an event; no file differs; nothing wrong",
        holds=all(_holds(told, copies * LIVED) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict[str, Any], cases: int) -> bool:
    return (
        all(
            one["cases"] >= cases
            and one["peak mebibytes"] < MOST_MEBIBYTES
            and one["microseconds on the processor an event"] < MOST_MICROSECONDS
            for one in (told["first"], told["second"])
        )
        and not told["files that differ between the two"]
        and not told["wrong with the first"]
    )
