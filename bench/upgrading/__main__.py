"""Fill a first schema, upgrade it, count what was lost: `python -m bench.upgrading [MOVE_TO]`.

The database of the environment must be empty. The last line printed is JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from typing import Any

import django

LONGEST = 3600


def main(move_to: str) -> None:
    """Build, fill, upgrade by the product’s own command, compare, move, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "answerable_site.config.settings.local"
        django.setup()
        print(json.dumps(_told(move_to), ensure_ascii=False))


def _told(move_to: str) -> dict[str, Any]:
    from bench.upgrading import filling, lost

    first = filling.build()
    made = filling.fill(first)
    _say(f"filled: {made}")
    columns = lost.columns()
    details, files = _kept_elsewhere()
    _run("make-backup-key")
    # Which columns are compared is known once those of afterwards are.
    snapshot = _as_of_now(columns)
    began = time.perf_counter()
    _run("upgrade")
    seconds = time.perf_counter() - began
    _say(f"upgraded within {seconds:.0f} s")
    both = lost.compared(columns, lost.columns())
    before = {table: (names, snapshot(table, names)) for table, names in both.items()}
    gone = lost.missing(before)
    told = {
        "tables of the first schema": len(made),
        "rows of the first schema": sum(made.values()),
        "tables compared": len(both),
        "seconds to back up, migrate and count": round(seconds),
        "tables that are gone": sorted(set(columns) - set(both) - {"django_migrations"}),
        "columns that are gone": _gone(columns, both),
        "rows that are not as they were": gone,
        "details of acts that are not in what is chained now": _without_details(details),
        "files that are not byte for byte in their rows": _without_files(files),
        "faults in the record of acts": _faults(),
    }
    return told | (_moved(move_to) if move_to else {})


def _as_of_now(columns: dict[str, list[str]]) -> Any:
    """Gives the rows of now, later, of whichever columns are asked for."""
    from collections import Counter

    from bench.upgrading.lost import _rows

    kept = {table: _rows(table, names) for table, names in columns.items()}

    def asked(table: str, names: list[str]) -> Counter[str]:
        places = [columns[table].index(name) for name in names]
        return Counter(repr(tuple(row[place] for place in places)) for row in kept[table])

    return asked


def _kept_elsewhere() -> tuple[list[Any], list[bytes]]:
    from bench.upgrading.lost import _rows

    details = [_plain(row[0]) for row in _rows("audit_auditentry", ["details"])]
    files = [bytes(row[0]) for row in _rows("publication_publicresponse", ["pdf"])]
    return details, files


def _without_details(before: list[Any]) -> int:
    from bench.upgrading.lost import _rows

    now = [json.loads(row[0])["details"] for row in _rows("audit_auditentry", ["content"])]
    return sum(one not in now for one in before)


def _without_files(before: list[bytes]) -> int:
    from bench.upgrading.lost import _rows

    now = {bytes(row[0]) for row in _rows("publication_publishedfile", ["content"])}
    return sum(one not in now for one in before)


def _gone(columns: dict[str, list[str]], both: dict[str, list[str]]) -> list[str]:
    from bench.upgrading.lost import CHAINED_ANEW

    return sorted(
        f"{table}.{name}"
        for table, names in columns.items()
        if table in both
        for name in names
        if name not in both[table] and name not in CHAINED_ANEW.get(table, ())
    )


def _faults() -> int:
    from answerable_site.audit import queries

    return queries.verify().faults_in_all


def _moved(address: str) -> dict[str, Any]:
    """Move everything to PostgreSQL by the product’s own command, which compares both sides; and
    compare the digests of both databases once more."""
    from django.db import connection

    from answerable_site.config import env
    from answerable_site.upkeep import moving
    from answerable_site.upkeep.queries.tables import held, reading, tables

    began = time.perf_counter()
    _run("move", "--to", address)
    seconds = time.perf_counter() - began
    some = tables(connection)
    there = moving._opened(env.database_at(address, called="the proof"))
    here, found = held(some, reading(connection)), held(some, reading(there))
    return {
        "seconds to move to PostgreSQL": round(seconds),
        "tables moved": len(some),
        "rows moved": sum(one.rows for one in here.values()),
        "tables whose digests differ": [name for name in here if here[name] != found[name]],
    }


def _plain(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _run(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "answerable", *arguments],
        stdout=sys.stderr,
        check=True,
        timeout=LONGEST,
    )


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
