"""All measures over a million cases take at most three scans of the columns that they need.

Each measure is asked by month and force, in one process, on DuckDB. A scan reads the columns of
every measure once a measure, as measures that share nothing would, and does nothing with them but
add up. Seconds are those on the processor, medians of rounds that take turns. Compiling is counted
apart: a process does it once.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

from bench.measuring.columns import needed
from bench.measuring.cutting import invent
from bench.proof import Proof

BY = ("month", "force")
CASES = 1_000_000
CASES_IN_FULL = 10_000_000
LEAST_EVENTS = 13
"""A case."""
PLANNED_OVER = 2_000
ROUNDS = 3
MOST_READY = 3
MOST_BUILT = 6
MOST_MEBIBYTES = 1536
MOST_GROWTH = 11


def prove(*, full: bool) -> Proof:
    """Measure a tenth of a million cases and a million; with `full`, a million and ten million."""
    cases = CASES_IN_FULL if full else CASES
    with tempfile.TemporaryDirectory(prefix="measures-scan-") as place:
        columns = Path(place, "columns.json")
        each = needed(invent(Path(place, "planned"), PLANNED_OVER), BY)
        columns.write_text(json.dumps(each), encoding="utf-8")
        fewer = measured(invent(Path(place, "fewer"), cases // 10), columns, ROUNDS)
        more = measured(invent(Path(place, "more"), cases), columns, 1 if full else ROUNDS)
    judged = fewer if full else more
    growth = more["spine ready"] / fewer["spine ready"]
    figures = {
        f"{cases // 10:,} cases": fewer,
        f"{cases:,} cases": more,
        "scans, with the spine ready": round(judged["spine ready"] / judged["scan"], 2),
        "scans, building the spine among it": round(judged["spine built"] / judged["scan"], 2),
        "scans that read each column once for all measures, with the spine ready": round(
            judged["spine ready"] / judged["one scan"], 2
        ),
        "growth, over ten times the cases": round(growth, 2),
    }
    return Proof(
        claim="All measures over a million cases take at most three scans of the columns that "
        "they need",
        figures=figures,
        goal=f"at most {MOST_READY} scans with the spine ready, {MOST_BUILT} with building it; "
        f"under {MOST_MEBIBYTES} MiB; at most {MOST_GROWTH} times as long over ten times the "
        f"cases; at least {LEAST_EVENTS} events a case; the same answers each time",
        holds=judged["spine ready"] <= MOST_READY * judged["scan"]
        and judged["spine built"] <= MOST_BUILT * judged["scan"]
        and growth <= MOST_GROWTH
        and all(
            one["peak mebibytes"] < MOST_MEBIBYTES
            and one["events"] >= LEAST_EVENTS * one["cases"]
            and not one["differing"]
            for one in (fewer, more)
        ),
    )


def measured(folder: Path, columns: Path, rounds: int) -> dict[str, Any]:
    """What measuring a cut took, in a process of its own."""
    command = [sys.executable, "-m", "bench.measuring", str(folder), str(columns), str(rounds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    Console().print(told)
    return told
