"""What is followed up of ten thousand recommendations is listed almost as fast as an empty page.

With 60,000 actions and 300,000 rows of history, on both databases, each in a process of its own and
served as the product serves itself. Requests to all addresses are interleaved, so that whatever
else the machine does falls on all alike; what counts is the ratio of medians within the same run.
A pack of sixty of these recommendations for a meeting, with what was said of each before, is frozen
in every format and read as a page.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof

ROUNDS = 40
RATIO_GOAL = 3.0
RATIO_GOAL_OF_EXCEPTIONS = 5.0
PACK_SECONDS_GOAL = 5.0
ROWS = {"recommendations": 10_000, "actions": 60_000, "rows of history": 300_000}


def prove(*, full: bool) -> Proof:
    """Fill both databases and time every list and page."""
    rounds = ROUNDS * (5 if full else 1)
    figures, not_run = told_on_each(
        "bench.followups", lambda _: [str(rounds)], name="followup_pages"
    )
    return Proof(
        claim=(
            "What is followed up of ten thousand recommendations is listed almost as fast as an "
            "empty page, and sixty of them are packed for a meeting within five seconds"
        ),
        figures=figures,
        goal=(
            f"every list, filter and page at most {RATIO_GOAL:.0f} times an empty page, the "
            f"exceptions at most {RATIO_GOAL_OF_EXCEPTIONS:.0f} times; the pack of a meeting with "
            f"60 recommendations as page, PDF, Word and ODT in under {PACK_SECONDS_GOAL:.0f} "
            "seconds of one core, every time; on each database"
        ),
        holds=all(_holds(told) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict) -> bool:
    is_large = all(told[name] >= least for name, least in ROWS.items())
    is_packed_in_time = told["pack"]["seconds on the processor, slowest"] < PACK_SECONDS_GOAL
    return (
        is_large
        and is_packed_in_time
        and all(
            ratio
            <= (
                RATIO_GOAL_OF_EXCEPTIONS
                if name.startswith("exceptions of") or name == "exceptions"
                else RATIO_GOAL
            )
            for name, ratio in told["times an empty page"].items()
        )
    )
