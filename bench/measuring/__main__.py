"""Measure a cut: `python -m bench.measuring FOLDER COLUMNS ROUNDS`, in a process of its own.

COLUMNS is a JSON file: of each measure, the columns that it needs. The last line printed is what
was measured, as JSON: seconds on the processor, the median of the rounds.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from answerable.cuts.manifest import Manifest, read
from answerable.measures.answer import Answer
from answerable.measures.compiling import compiled
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.engines.on_duckdb import OnDuckDB
from answerable.measures.running import Cut, answers_to
from bench.measuring.building import build
from bench.measuring.columns import Needed, scan, together

BY = ("month", "force")
MEASURES = tuple(DEFINITIONS.values())


def main(folder: Path, each: dict[str, Needed], rounds: int) -> None:
    """Measure everything in turn, so often, and print what it took."""
    about = read(folder)
    compiling = seconds(lambda: compiled(MEASURES, BY, about.as_of))
    taken: dict[str, list[float]] = {}
    figures = []
    for _ in range(rounds):
        for name, did in {
            "scan": lambda: scan_each(folder, about, each),
            "one scan": lambda: scan_each(folder, about, {"all": together(each)}),
            "spine ready": lambda: figures.append(answered(folder, about)),
            "spine built": lambda: figures.append(answered(folder, about, together(each))),
        }.items():
            taken.setdefault(name, []).append(seconds(did))
    used = resource.getrusage(resource.RUSAGE_SELF)
    told: dict[str, Any] = {
        "cases": about.cases,
        "events": about.events,
        "compiling": round(compiling, 2),
        **{name: round(median(some), 3) for name, some in taken.items()},
        "answers": len(figures[0]),
        "differing": sum(one != figures[0] for one in figures),
        "peak mebibytes": round(used.ru_maxrss / 1024),
    }
    print(json.dumps(told))


def seconds(did: Callable[[], Any]) -> float:
    """What it took on the processor."""
    began = process_time()
    did()
    return process_time() - began


def scan_each(folder: Path, about: Manifest, each: dict[str, Needed]) -> None:
    """Read the columns of each measure, once a measure."""
    engine = OnDuckDB(folder, about.cases)
    for columns in each.values():
        scan(engine.database, columns)
    engine.close()


def answered(folder: Path, about: Manifest, built: Needed | None = None) -> list[Answer]:
    """Every measure, by month and force, over the cut as it stands or with its spine built anew."""
    engine = OnDuckDB(folder, about.cases)
    for name, query in build(built).items() if built else ():
        engine.keep(name, query)
    found = answers_to(Cut(engine, about.as_of, about.digest, True), MEASURES, BY)
    engine.close()
    return found


if __name__ == "__main__":
    place, columns, rounds = sys.argv[1:]
    main(Path(place), json.loads(Path(columns).read_text(encoding="utf-8")), int(rounds))
