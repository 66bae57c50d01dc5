"""A table as pytauargus hides it: `python -m bench.suppressing.in_pytauargus TABLE OUT SECONDS`.

TABLE is JSON: `cells`, each a list of labels (`"*"`: all of them), a count, and by how much it must
be able to be less and more, or null where it may be shown. Every count that is no total was made
larger by one, and totals by as many as they have parts: this peer takes noughts for known. Writes
how many cells it hid beside the small ones, by its audit how many of all can be told, and seconds.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from pytauargus.engine import run_batch

ALL = "*"
SECONDARY = "m"
BATCH = """<OPENTABLEDATA> "table.tab"
<OPENMETADATA> "table.rda"
<SPECIFYTABLE> {named}|"count"||"cost"
<SAFETYRULE>
<READTABLE> 1
<SUPPRESS> OPT(1,{minutes})
"""
META = """  <SEPARATOR> ";"
  <SAFE> S
  <UNSAFE> U
  <PROTECT> P
{columns}count
  <NUMERIC>
  <DECIMALS> 0
freq
  <FREQUENCY>
status
  <STATUS>
less
  <NUMERIC> <LOWERPL>
more
  <NUMERIC> <UPPERPL>
cost
  <NUMERIC> <COST>
"""


def main(table: Path, out: Path, seconds: float) -> None:
    """Write its files, run it, and count what it hid."""
    cells = json.loads(table.read_text(encoding="utf-8"))["cells"]
    columns = [f"column{number}" for number in range(len(cells[0][0]))]
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "table.tab").write_text("".join(map(_row, cells)), encoding="utf-8")
        declared = "".join(f'{name}\n  <RECODEABLE>\n  <TOTCODE> "{ALL}"\n' for name in columns)
        (at / "table.rda").write_text(META.format(columns=declared), encoding="utf-8")
        named = "".join(f'"{name}"' for name in columns)
        minutes = max(1, round(seconds / 60))
        (at / "batch.arb").write_text(BATCH.format(named=named, minutes=minutes), encoding="utf-8")
        began = time.perf_counter()
        engine = run_batch(at / "batch.arb")
        took = time.perf_counter() - began
        began = time.perf_counter()
        rows = engine.audit(0)
    told = {
        "hidden": sum(row["status"] == SECONDARY for row in rows),
        "can be told": sum(bool(row["unsafe"]) for row in rows),
        "seconds": took,
        "seconds of the audit": time.perf_counter() - began,
    }
    out.write_text(json.dumps(told), encoding="utf-8")


def _row(cell: tuple[list[str], int, list[int] | None]) -> str:
    labels, count, room = cell
    less, more = room or (0, 0)
    status = "U" if room else "S"
    return ";".join([*labels, f"{count}", f"{count}", status, f"{less}", f"{more}", "1"]) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))
