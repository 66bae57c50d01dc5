"""Write one cut of invented rows: `python -m bench.cutting CASES FOLDER forwards|backwards`.

The last line printed is what was measured, as JSON. A process of its own, so that its memory is
that of writing alone.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from answerable.cuts.batches import Rows
from answerable.cuts.write import write_cut
from bench.cutting.rows import rows

SEED = 20260331
AS_OF = date(2027, 3, 31)


class Making:
    """Rows as they are handed over, with the seconds that making them took."""

    def __init__(self, made: Rows) -> None:
        self.made = iter(made)
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Any]:
        while True:
            began = time.perf_counter()
            one = next(self.made, None)
            self.seconds += time.perf_counter() - began
            if one is None:
                return
            yield one


def main(cases: int, folder: Path, *, backwards: bool) -> None:
    """Write the cut and print what it took."""
    making = Making(rows(cases, SEED, backwards=backwards))
    began = time.perf_counter()
    manifest = write_cut(folder, making, as_of=AS_OF, is_synthetic=True)
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {
        "cases": manifest.cases,
        "events": manifest.events,
        "digest": manifest.digest,
        "seconds": round(seconds - making.seconds, 1),
        "seconds to invent the rows": round(making.seconds, 1),
        "seconds on the processor, inventing among them": round(used.ru_utime + used.ru_stime, 1),
        "peak mebibytes": round(used.ru_maxrss / 1024),
        "megabytes of the cut": round(sum(one.size for one in manifest.tables.values()) / 1e6, 1),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), backwards=sys.argv[3] == "backwards")
