"""Every tampering with the record of acts is found, and an honest record never raises an alarm.

Each of 1,000 single tamperings changes one thing in an honest record of its own: a field, an entry,
its order, the end, the clock, erased content, the index, the file of heads. An end that is cut off,
a past that is chained anew and an older database that is restored must pass unnoticed where the
check has no heads kept outside the database, and be found where it has.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof

SEED = 20261128
COUNTS = {"SQLite": 1000, "PostgreSQL": 200}
GOAL = (
    "1,000 tamperings on SQLite (200 on PostgreSQL): all found; as many honest runs: 0 false "
    "alarms; a cut, a chain made anew and a restored database: none found without heads, all with"
)


def prove(*, full: bool) -> Proof:
    """Tamper on both databases, each in a process of its own."""
    counts = {system: count * (4 if full else 1) for system, count in COUNTS.items()}
    figures, not_run = told_on_each(
        "bench.tampering",
        lambda system: [str(counts[system]), str(SEED)],
        name="audit_tamper",
        at_once=True,
    )
    return Proof(
        claim="Every tampering with the record of acts is found, and honest records are whole",
        figures=figures,
        goal=GOAL,
        holds=all(stands(figures[name], counts[name]) for name in figures),
        not_run=not_run,
    )


def stands(told: dict, count: int) -> bool:
    """Whether the figures of one database reach the goal."""
    thorough = told["cut, chained anew or restored"]
    return (
        told["found"] == told["tamperings"] == told["honest runs"] == count
        and told["false alarms in all"] == 0
        and 0 < thorough["tried"] == thorough["found with heads"]
        and thorough["found without heads"] == 0
    )
