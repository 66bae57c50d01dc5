"""Six measures three ways: `python -m bench.measuring.overhead FOLDER ROUNDS`.

Compiled, and written by hand, both on DuckDB over the same files. The last line printed is what it
took on the processor, by measure, as JSON: medians of rounds that take turns.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from answerable.cuts.listed import day_number
from answerable.cuts.manifest import read
from answerable.cuts.opening import views_of
from answerable.measures.compiling import explained
from answerable.measures.definitions import DEFINITIONS
from bench.measuring.by_hand import BY_HAND

BY = ("month", "force")


def main(folder: Path, rounds: int) -> None:
    """Ask both ways in turn."""
    as_of = read(folder).as_of
    told: dict[str, Any] = {}
    with views_of(folder) as database:
        for name, written in BY_HAND.items():
            ways = {
                "compiled": explained(DEFINITIONS[name], BY, as_of),
                "by hand": written.replace("AS_OF", str(day_number(as_of))),
            }
            seconds: dict[str, list[float]] = {way: [] for way in ways}
            rows: dict[str, list[Any]] = {}
            for _ in range(rounds):
                for way, query in ways.items():
                    began = process_time()
                    rows[way] = database.execute(query).fetchall()
                    seconds[way].append(process_time() - began)
            told[name] = {way: round(median(some), 4) for way, some in seconds.items()}
            told[name]["rows"] = sorted(rows["compiled"], key=str)
            told[name]["the same"] = told[name]["rows"] == sorted(rows["by hand"], key=str)
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
