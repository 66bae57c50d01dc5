"""Time the load of one long extract beside the least that it could take.

`python -m bench.loads ROWS`; the last line printed is what was measured, as JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import django

from bench.cores import one_core

ORM_ROWS = 1_000
"""Rows of the load that goes case by case: it is too slow for more."""


def main(rows: int) -> None:
    """Load a long extract, ingest the same rows bare, load by ORM."""
    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measured(rows, Path(folder))))


def measured(rows: int, folder: Path) -> dict[str, Any]:
    """Seconds on the clock, on one core, in one run."""
    from bench.loads import by_hand, least, loading, making

    file = making.write(folder / "crimes.csv", rows)
    county = making.county("Wexmoor")
    version = making.source(county)
    first: dict[str, float] = {}
    again: dict[str, float] = {}
    told: list[tuple[int, float]] = []
    with one_core():
        bare = _bare(rows)
        batch = loading.load(county, version, file, seconds=first, told=told)
        second = loading.load(county, version, file, seconds=again)
        hashed, sealed = least.seconds_to_hash_and_seal(rows)
        orm = by_hand.seconds_by_orm(min(rows, ORM_ROWS), first=rows)
    staged = first["checking"] + first["staging"]
    written = first["writing the last tables"] + first["ending the transaction"]
    return {
        "rows": rows,
        "events": batch.events_added,
        "rows loaded": batch.rows_loaded,
        "seconds, bare ingest of the rows": round(bare, 2),
        **{f"seconds, {name}": round(value, 2) for name, value in first.items()},
        "seconds, keyed hashes alone": round(hashed, 2),
        "seconds, encryption alone": round(sealed, 2),
        "seconds, the same file again": round(again["together"], 2),
        "checked and staged, times bare": round(staged / bare, 2),
        "whole load, times bare": round(first["together"] / bare, 2),
        "hashes, encryption and last tables alone, times bare": round(
            (hashed + sealed + written) / bare, 2
        ),
        "times faster than by ORM": round(
            orm / min(rows, ORM_ROWS) / (first["together"] / rows), 1
        ),
        "hundredths of the load that were told": len(told) - 2,
        "hundredths off the clock, at most": _off(told),
        "rows that the same file changes": second.rows_loaded + second.events_added,
        "digest is that of the rows": loading.reproduces(batch),
    }


def _off(told: list[tuple[int, float]]) -> int:
    """By how many hundredths what was told differs from the share of the time that had passed."""
    (_, begun), (_, ended) = told[0], told[-1]
    passed = ((done, 100 * (at - begun) / (ended - begun)) for done, at in told)
    return round(max(abs(done - share) for done, share in passed))


def _bare(rows: int) -> float:
    """The same cells as text into a table without index, by the quickest way that the database has
    within a connection of Django: COPY, or many rows at once."""
    from django.db import connection, transaction

    from bench.loads import making

    cells = [making.row(number) for number in range(rows)]
    columns = [f"c{place}" for place in range(len(making.HEADINGS))]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bare ({', '.join(f'{name} text' for name in columns)})")
    begun = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy("COPY bare FROM STDIN") as copying:
                for start in range(0, rows, 8192):
                    lines = ("\t".join(row) for row in cells[start : start + 8192])
                    copying.write("\n".join(lines) + "\n")
        else:
            places = ", ".join("%s" for _ in columns)
            cursor.executemany(f"INSERT INTO bare VALUES ({places})", cells)
    seconds = time.perf_counter() - begun
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE bare")
    return seconds


if __name__ == "__main__":
    main(int(sys.argv[1]))
