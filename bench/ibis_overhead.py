"""Compiled measures cost hardly more than DuckDB’s SQL by hand, and a fraction of pandas.

Six measures by month and force over a million cases, in seconds on the processor: the query that
`answerable measure explain` prints, the same question as somebody would write it for DuckDB, and
the same in pandas, which is installed beside the product for this.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

from answerable.cuts.listed import day_number
from answerable.cuts.manifest import read
from bench.measuring.cutting import invent
from bench.peers import NotHad, beside, peers
from bench.proof import Proof

CASES = 1_000_000
ROUNDS = 5
MOST_OVERHEAD = 1.15
TIMES_LESS = 8

Told = dict[str, Any]


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Ask six measures three ways."""
    not_run = []
    with tempfile.TemporaryDirectory(prefix="ibis-overhead-") as place:
        folder = invent(Path(place, "cut"), CASES)
        found: Told = _asked("overhead", str(folder), str(ROUNDS))
        as_of = day_number(read(folder).as_of)
        peer: Told = {}
        try:
            with peers("pandas", "pyarrow") as packages:
                peer = _asked("in_pandas", str(folder), str(as_of), packages=packages)
        except NotHad as problem:
            not_run.append(str(problem))
    figures = {name: _figures(one, peer.get(name)) for name, one in found.items()}
    compiled, by_hand, pandas = (
        sum(one.get(way, 0) for one in figures.values())
        for way in ("compiled", "by hand", "pandas")
    )
    together = {
        "times the SQL by hand": round(compiled / by_hand, 2),
        "times less than pandas": round(pandas / compiled, 1),
    }
    return Proof(
        claim="Compiled measures cost hardly more than DuckDB’s SQL by hand, and a fraction of "
        "pandas",
        figures=figures | {"the six together": together},
        goal=f"the six together at most {MOST_OVERHEAD} times the SQL by hand, and at least "
        f"{TIMES_LESS} times less than pandas; the same rows",
        holds=together["times the SQL by hand"] <= MOST_OVERHEAD
        and together["times less than pandas"] >= TIMES_LESS
        and all(one["the same"] for one in figures.values()),
        not_run=not_run,
    )


def _figures(found: Told, peer: Told | None) -> Told:
    figures = {way: found[way] for way in ("compiled", "by hand")}
    same = found["the same"]
    if peer:
        figures["pandas"] = round(peer["seconds"], 3)
        same = same and peer["rows"] == found["rows"]
    return figures | {"the same": same}


def _asked(what: str, *arguments: str, packages: Path | None = None) -> Told:
    done = subprocess.run(
        [sys.executable, "-m", f"bench.measuring.{what}", *arguments],
        env=beside(packages or Path()),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: Told = json.loads(done.stdout.splitlines()[-1])
    Console().print(f"{what}: {', '.join(told)}")
    return told
