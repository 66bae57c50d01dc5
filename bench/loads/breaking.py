"""Kill loads, fill the disk under them, let statements fail; and count what each left.

`python -m bench.loads.breaking KILLS FAULTS`; the last line printed is what was found, as JSON.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

from bench.killing import kill_while

ROWS = 1_500
"""Of the extract that is broken off: each time has to be looked at."""
DIRTY = b"X01/oops,not a day,1,,,,,,,,,\r\n"
"""A row that is set aside."""


def main(kills: int, faults: int) -> None:
    """Break loads off."""
    django.setup()
    print(json.dumps(broken(kills, faults)))


class _Trial:
    """One extract of which half changes cases that are held."""

    def __init__(self, folder: Path) -> None:
        from bench.loads import loading, making

        self.county = making.county("Wexmoor")
        self.version = making.source(self.county)
        half = making.write(folder / "held.csv", ROWS // 2)
        loading.load(self.county, self.version, half, seconds={})
        self.file = making.write(folder / "later.csv", ROWS, shift=3).read_bytes() + DIRTY
        self.before = loading.held()
        begun = time.perf_counter()
        batch = self.load()
        self.seconds = (time.perf_counter() - begun) * 1.3
        self.brought = self.difference()
        self.digests = [loading.reproduces(batch)]
        self.give_back()

    def load(self) -> Any:
        from bench.loads import loading

        return loading.load(self.county, self.version, self.file, seconds={})

    def difference(self) -> dict[str, int]:
        from bench.loads import loading

        return {name: count - self.before[name] for name, count in loading.held().items()}

    def give_back(self) -> None:
        """Take back what stands, and count from there: entries and loads stay for good."""
        from answerable_site.intake.models import Batch
        from bench.loads import loading

        latest = Batch.objects.standing().order_by("-pk").first()
        if latest is not None and self.difference()["standing loads"]:
            self.digests.append(loading.reproduces(latest))
            loading.undo(self.county, latest)
        self.before = loading.held()

    def looked_at(self) -> str:
        left = self.difference()
        name = "left a part"
        if left == self.brought:
            name = "left everything"
        elif not any(left.values()):
            name = "left nothing"
        self.give_back()
        return name


def broken(kills: int, faults: int) -> dict[str, Any]:
    """How often a load that was broken off left something half done."""
    chance = random.Random(20260602)
    with tempfile.TemporaryDirectory() as folder:
        trial = _Trial(Path(folder))
        tally = {"left nothing": 0, "left everything": 0, "left a part": 0}
        killed = 0
        while killed < kills:
            killed += kill_while(trial.load, after=chance.uniform(0.0, trial.seconds))
            tally[trial.looked_at()] += 1
        failed = 0
        for _ in range(faults):
            for fault in (_full_disk, _failing_statement):
                with fault(chance) as was_there:
                    if was_there is None:
                        continue
                    failed += _fails(trial)
                tally[trial.looked_at()] += 1
        batch = trial.load()
        return {
            "kills": killed,
            "faults": failed,
            **tally,
            "a run after them completes": trial.difference() == trial.brought,
            "every digest is that of its rows": all(trial.digests)
            and batch.root_digest != ""
            and trial.looked_at() == "left everything",
        }


def _fails(trial: _Trial) -> int:
    from django.db import DatabaseError

    try:
        trial.load()
    except (DatabaseError, OSError):
        return 1
    return 0


@contextmanager
def _full_disk(chance: random.Random) -> Iterator[bool | None]:
    """SQLite may not grow by more than some pages; PostgreSQL has no such bound of one session."""
    from django.db import connection

    if connection.vendor != "sqlite":
        yield None
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages + chance.randrange(1, 120)}")
    try:
        yield True
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")


@contextmanager
def _failing_statement(chance: random.Random) -> Iterator[bool | None]:
    """The disk fails under one of the statements of the load."""
    from django.db import connection

    left = chance.randrange(1, 60)

    def execute(
        proceed: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            raise OSError("Input/output error")
        return proceed(sql, params, many, context)

    with connection.execute_wrapper(execute):
        yield True


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
