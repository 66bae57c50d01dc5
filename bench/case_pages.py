"""Among half a million cases, a case and a worklist open almost as fast as an empty page.

With six million events on both databases, each in a process of its own and served as the product
serves itself; on PostgreSQL as the role that the walls around cases bind. The people asked work in
the largest force, which has a fifth of the cases. Requests to all addresses are interleaved, so
that whatever else the machine does falls on all alike; what counts is the ratio of 95th
percentiles within the same run.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof

ROUNDS = 60
CASES = 500_000
EVENTS = 6_000_000
RATIO_GOAL_OF_CASES = 4.0
RATIO_GOAL_OF_WORKLISTS = 5.0


def prove(*, full: bool) -> Proof:
    """Fill both databases and time the pages of cases and the worklists of each role."""
    rounds = ROUNDS * (5 if full else 1)
    figures, not_run = told_on_each("bench.caseload", lambda _: [str(rounds)], name="case_pages")
    return Proof(
        claim=(
            "Among half a million cases with six million events, a case and a worklist open "
            "almost as fast as an empty page"
        ),
        figures=figures,
        goal=(
            f"the 95th percentile of every page of a case at most {RATIO_GOAL_OF_CASES:.0f} times, "
            f"that of every worklist at most {RATIO_GOAL_OF_WORKLISTS:.0f} times that of an empty "
            "page; on each database"
        ),
        holds=all(_holds(told) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict) -> bool:
    return (
        told["cases"] >= CASES
        and told["events"] >= EVENTS
        and max(told["case pages, times an empty page"].values()) <= RATIO_GOAL_OF_CASES
        and max(told["worklists, times an empty page"].values()) <= RATIO_GOAL_OF_WORKLISTS
    )
