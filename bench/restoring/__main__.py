"""Back the database of the environment up under load, restore it elsewhere, compare, damage.

`python -m bench.restoring ROWS`. The last line printed is JSON.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import django

ROWS_A_COPY = 29_000
"""Cases, events and shares of the lived cases."""
FILES = 300
FLIPS = 100
SEED = 11
LONGEST = 900
"""Seconds for one command."""


def main(rows: int) -> None:
    """Fill, back up under load, restore, compare, damage, print."""
    with tempfile.TemporaryDirectory() as room:
        source, target = Path(room) / "source", Path(room) / "empty"
        here = os.environ["ANSWERABLE_DATABASE_URL"]
        os.environ["DJANGO_SETTINGS_MODULE"] = "answerable_site.config.settings.local"
        os.environ["ANSWERABLE_DATA"] = str(source)
        django.setup()
        told = _told(rows, here, source, target, _empty(here, target))
    print(json.dumps(told, ensure_ascii=False))


def _told(rows: int, here: str, source: Path, target: Path, there: str) -> dict[str, Any]:
    from bench.restoring import by_hand

    filled = _fill(rows, source)
    _say(f"filled within {filled:.0f} s")
    key = source / "key"
    _run("make-backup-key", "--out", str(key))
    backup, seconds, writes = _backed_up(source, key)
    made = json.loads(backup)
    archive = Path(made["file"])
    _say(f"backup: {seconds:.1f} s, {writes} acts meanwhile")
    began = time.perf_counter()
    _run("verify", str(archive), "--key", str(key))
    to_verify = time.perf_counter() - began
    began = time.perf_counter()
    said = _run("restore", str(archive), "--key", str(key), data=target, database=there)
    to_restore = time.perf_counter() - began
    _say(f"restore: {to_restore:.1f} s")
    compared, differing = by_hand.tables_that_differ(here, there)
    entries, other = by_hand.entries_that_differ(here, there)
    files, lacking = _files(source / "files", target / "files", there)
    refused, accepted = _flipped(archive, key)
    millions = made["rows"] / 1_000_000
    return {
        "rows": made["rows"],
        "files": made["files"],
        "bytes of the archive": made["bytes"],
        "seconds to fill": round(filled),
        "acts while it was made": writes,
        "seconds for a million rows: backup, opened again": round(seconds / millions, 1),
        "seconds for a million rows: verify": round(to_verify / millions, 1),
        "seconds for a million rows: restore, compared": round(to_restore / millions, 1),
        "tables compared by hand": compared,
        "tables that differ": differing,
        "entries of the record restored": entries,
        "entries that differ": other,
        "root is that of the backup": f"root {_root(archive, key)}" in said,
        "files restored": files,
        "files that differ or are missing": lacking,
        "flipped bytes refused": refused,
        "flipped bytes accepted": accepted,
    }


def _fill(rows: int, source: Path) -> float:
    from answerable_site.casework import wall
    from bench.recorded import filling

    began = time.perf_counter()
    with wall.as_product():
        filling.fill(max(2, rows // ROWS_A_COPY))
    chance = Random(SEED)
    for number in range(FILES):
        file = source / "files" / "received" / f"before-{number}.bin"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(chance.randbytes(chance.randrange(100_000)))
    return time.perf_counter() - began


def _backed_up(source: Path, key: Path) -> tuple[str, float, int]:
    """What the command printed, its seconds, and how many acts there were meanwhile."""
    log = source / "acts"
    writer = subprocess.Popen([sys.executable, "-m", "bench.restoring.writing", str(log)])
    try:
        while not log.is_file() or log.stat().st_size < 500:
            time.sleep(0.1)
        first, began = time.time(), time.perf_counter()
        said = _run("backup", "--key", str(key), "--format", "json")
        seconds, last = time.perf_counter() - began, time.time()
    finally:
        writer.terminate()
        writer.wait()
    moments = [float(line.split()[0]) for line in log.read_text().splitlines()]
    return said, seconds, sum(first <= moment <= last for moment in moments)


def _files(source: Path, target: Path, there: str) -> tuple[int, int]:
    """How many files were restored; how many of them differ, or are named by an entry of the
    record that was restored and are missing."""
    back = {path.relative_to(target): _hash(path) for path in target.rglob("*") if path.is_file()}
    differing = sum(_hash(source / name) != found for name, found in back.items())
    missing = sum(Path(name) not in back for name in _named(there))
    return len(back), differing + missing


def _named(there: str) -> list[str]:
    from bench.restoring.by_hand import _asking

    with _asking(there) as ask:
        rows = list(ask("SELECT content FROM audit_auditentry WHERE act = 'register.add_document'"))
    return [json.loads(row[0])["details"]["name"] for row in rows]


def _flipped(archive: Path, key: Path) -> tuple[int, int]:
    """Of 100 bytes anywhere, each flipped by itself: how many were refused, how many not."""
    from answerable_site.upkeep.packing import unpack
    from answerable_site.upkeep.sealing import CannotBeOpened, read_keys

    keys, chance, refused = read_keys(key), Random(SEED), 0
    size = archive.stat().st_size
    places = [*range(0, 200, 20), *(chance.randrange(size) for _ in range(FLIPS - 10))]
    with archive.open("r+b") as file:
        for place in places:
            file.seek(place)
            (byte,) = file.read(1)
            _put(file, place, byte ^ 1 << chance.randrange(8))
            try:
                unpack(archive, keys, into=None, tell=lambda _bytes: None)
            except CannotBeOpened:
                refused += 1
            _put(file, place, byte)
    return refused, len(places) - refused


def _put(file: Any, place: int, byte: int) -> None:
    file.seek(place)
    file.write(bytes([byte]))
    file.flush()


def _root(archive: Path, key: Path) -> str:
    from answerable_site.upkeep.packing import unpack
    from answerable_site.upkeep.sealing import read_keys

    return str(
        unpack(archive, read_keys(key), into=None, tell=lambda _: None).about["audit"]["root"]
    )


def _empty(here: str, target: Path) -> str:
    """The address of an empty database of the same system."""
    if here.startswith("sqlite"):
        return f"sqlite:///{target / 'answerable.sqlite3'}"
    from bench.servers import fresh_database

    return fresh_database(here, f"{urlsplit(here).path.strip('/')}_back", template="template0")


def _run(*arguments: str, data: Path | None = None, database: str = "") -> str:
    changed = {"ANSWERABLE_DATA": str(data)} if data else {}
    changed |= {"ANSWERABLE_DATABASE_URL": database} if database else {}
    done = subprocess.run(
        [sys.executable, "-m", "answerable", *arguments],
        env=os.environ | changed,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=LONGEST,
    )
    return done.stdout


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
