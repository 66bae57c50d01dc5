"""Ask an engine: `python -m bench.measuring.answering FOLDER ENGINE MASTER OUT [NAME...]`.

Prints a line for each question that is answered, so that whoever started it can break in, and
writes what was answered as JSON: the answers, or the sentence with which the engine broke off.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from answerable.measures.definitions import DEFINITIONS
from answerable.measures.engines import EngineFailed, EngineName
from answerable.measures.running import answers_to, opened

BY = ("month", "force")


def main(folder: Path, engine: EngineName, master: str, out: Path, names: list[str]) -> None:
    """Ask measures by month and force, all where none is named."""
    asked = [DEFINITIONS[name] for name in names or DEFINITIONS]
    try:
        with opened(folder, engine=engine, master=master) as cut:
            found = answers_to(cut, asked, BY, lambda done, of: print(done, of, flush=True))
        told = {"answers": [one.as_row() for one in found]}
    except EngineFailed as problem:
        told = {"broke off": str(problem)}
    out.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    place, engine, master, out, *names = sys.argv[1:]
    main(Path(place), EngineName(engine), master, Path(out), names)
