"""Time and kill the loading of trackers on the database of the environment.

`python -m bench.trackers ROWS KILLS`; the last line printed is what was measured, as JSON.
"""

from __future__ import annotations

import json
import random
import sys
import time
from statistics import median
from typing import Any

import django

from bench.cores import one_core
from bench.killing import kill_while

OFFICES = ("Wexmoor", "Aldmere", "Thornbeck", "Calverness", "Ostrey")
KILLED_ROWS = 1_000
"""Of the tracker that is killed: each kill has to be looked at."""


def main(rows: int, kills: int) -> None:
    """Load one long tracker, kill the loading of another."""
    django.setup()

    told = {"rows": rows, **timed(rows), **killed(kills)}
    print(json.dumps(told))


def timed(rows: int) -> dict[str, Any]:
    """Seconds of dry run and load of one long tracker, on one core: medians of several offices."""
    found = [_timed(name, rows) for name in OFFICES]
    return {
        name: round(median(one[name] for one in found), 2)
        if name.startswith("seconds")
        else found[-1][name]
        for name in found[0]
    }


def _timed(office: str, rows: int) -> dict[str, Any]:
    from bench.trackers import loading, making

    case = making.office_with_register(office, rows)
    mapping = making.mapping_of(case)
    content = making.tracker(case.inspection.title, rows)
    with one_core():
        wall = time.perf_counter()
        first = loading.load(case, content, mapping=mapping)
        wall = time.perf_counter() - wall
        again = loading.load(case, content, mapping=mapping)
    return {
        **{f"seconds on the processor, {name}": s for name, s in first.seconds.items()},
        "seconds on the processor, together": sum(first.seconds.values()),
        "seconds on the clock, together": wall,
        "rows added": first.counts["added"],
        "rows that the same file changes": again.counts["added"] + again.counts["updated"],
        "statements": first.statements,
    }


def killed(kills: int) -> dict[str, Any]:
    """How often a loading that was killed left something half done: at random instants."""
    from bench.trackers import loading, making

    case = making.office_with_register("Ravenholt", KILLED_ROWS)
    mapping = making.mapping_of(case)
    content = making.tracker(case.inspection.title, KILLED_ROWS)
    seconds = time.perf_counter()
    loading.load(case, content, mapping=mapping)
    seconds = (time.perf_counter() - seconds) * 1.3
    everything = loading.held(case)
    chance = random.Random(20260601)
    tally = {"kills": 0, "left nothing": 0, "left everything": 0, "left a part": 0}
    while tally["kills"] < kills:
        loading.forget(case)
        was_killed = kill_while(
            lambda: loading.load(case, content, mapping=mapping),
            after=chance.uniform(0.0, seconds),
        )
        left = loading.held(case)
        name = _named(left, everything)
        tally[name] += 1
        tally["kills"] += was_killed
    loading.forget(case)
    loading.load(case, content, mapping=mapping)
    return {**tally, "a run after them completes": loading.held(case) == everything}


def _named(left: dict[str, int], everything: dict[str, int]) -> str:
    if left == everything:
        return "left everything"
    return "left a part" if any(left.values()) else "left nothing"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
