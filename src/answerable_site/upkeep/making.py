"""Making a backup, looking through one, and putting one back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection

from answerable_site.audit.rules import Frontier
from answerable_site.upkeep.engines import Engine, Taken, engine_of
from answerable_site.upkeep.packing import ABOUT, FORMAT, Unpacked, packed, unpack
from answerable_site.upkeep.queries.tables import held, is_up_to_date, reading, tables
from answerable_site.upkeep.rules.rows import Held, Table, differences
from answerable_site.upkeep.sealing import Keys

Progress = Callable[[str, str], AbstractContextManager[Callable[[int], object]]]
_HEAD: Final = "audit_chainhead"
NO_FILES: Final = (
    "Received files are in object storage and not in the archive: have it keep versions, or copy "
    "it at the same time."
)


class SomethingIsThere(Exception):
    """A backup cannot be put back here; nothing was, and the sentence says what to do."""


class NotTheSame(Exception):
    """What was put back is not what was kept."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made."""

    path: Path
    size: int
    sha256: str
    rows: int
    files: int
    gone: int
    entries: int
    """Of the record of acts."""
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back and compared."""

    rows: int
    files: int
    entries: int
    root: str
    is_of_this_version: bool


def make(path: Path, keys: Keys, *, at: datetime, progress: Progress) -> Made:
    """Keep database and files as they are now, sealed, while people work on.

    The database is of one moment. Files are read after it: each that it names then is there,
    but for those that somebody erases meanwhile, which are counted.

    Args:
        path: where it goes; nothing may be there.
        keys: for whom it is sealed.
        at: when, with a time zone.
        progress: says how far it is.

    Raises:
        CannotBeCopied: the database cannot be kept whole.
        OSError: it cannot be written.
    """
    engine = engine_of(connection)
    with _room(path.parent) as room:
        with engine.take(room) as taken:
            about = _about(engine, taken, at, progress)
            database = taken.finish()
        with (
            progress("Packing and encrypting", "bytes") as tell,
            packed(path, keys, tell=tell) as packing,
        ):
            packing.add_text(ABOUT, json.dumps(about, ensure_ascii=False))
            packing.add_file(engine.member, database)
            for name, folder in _folders().items():
                if folder.is_dir():
                    packing.add_tree(name, folder)
    with progress("Reading it back", "bytes") as tell:
        sha256 = _hash_of(path, tell)
    return Made(
        path=path,
        size=path.stat().st_size,
        sha256=sha256,
        rows=sum(one["rows"] for one in about["tables"]),
        files=len(packing.members) - 3,
        gone=len(packing.gone),
        entries=about["audit"]["entries"],
        left_out=tuple(about["left_out"]),
    )


def look_through(path: Path, keys: Keys, *, progress: Progress) -> Unpacked:
    """Read a whole backup and compare each member with its hash; nothing is written.

    Raises:
        UnusableKey, CannotBeOpened, OSError: as for `unpack`.
    """
    with progress("Reading the backup", "bytes") as tell:
        return unpack(path, keys, into=None, tell=tell)


def restore(path: Path, keys: Keys, *, progress: Progress) -> Restored:
    """Put a backup back where there is nothing yet, and compare every row with what was kept.

    Nothing is put anywhere before the whole archive was read and found unchanged.

    Raises:
        SomethingIsThere: the place is not empty, or of the other database system.
        NotTheSame: what was put back differs.
        CannotBeCopied: the database takes it not.
        UnusableKey, CannotBeOpened, OSError: as for `unpack`.
    """
    engine = engine_of(connection)
    Path(settings.DATA).mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    _check_nothing_is_there(engine)
    with _room(Path(settings.DATA)) as room:
        with progress("Reading the backup", "bytes") as tell:
            unpacked = unpack(path, keys, into=room, tell=tell)
        if not (room / engine.member).is_file():
            raise SomethingIsThere(
                f"The backup is of {unpacked.about.get('database')}, and the settings name a "
                "database of the other system. Restore it to its own, then use “answerable move”."
            )
        engine.put_back(room / engine.member)
        _compare(unpacked.about, progress)
        for name, folder in _folders().items():
            if (room / name).is_dir():
                folder.parent.mkdir(parents=True, exist_ok=True)
                if folder.is_dir():
                    folder.rmdir()
                _move(room / name, folder)
    audit = unpacked.about["audit"]
    return Restored(
        rows=sum(one["rows"] for one in unpacked.about["tables"]),
        files=len(unpacked.members) - 2,
        entries=audit["entries"],
        root=audit["root"],
        is_of_this_version=is_up_to_date(connection),
    )


def product_version() -> str:
    """Of this product, as it is installed."""
    try:
        return version("answerable")
    except PackageNotFoundError:
        return "unknown"


def _about(engine: Engine, taken: Taken, at: datetime, progress: Progress) -> dict[str, Any]:
    some = tables(connection)
    with progress("Counting what is kept", "rows") as tell:
        rows = held(some, taken.read, tell=tell)
    return {
        "format": FORMAT,
        "made_at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "version": product_version(),
        "database": engine.version(),
        "tables": [
            one.as_json() | {"rows": rows[one.name].rows, "digest": rows[one.name].digest}
            for one in some
        ],
        "audit": _chain(taken, some),
        "left_out": [] if "files" in _folders() else [NO_FILES],
    }


def _chain(taken: Taken, some: list[Table]) -> dict[str, Any]:
    """Where the record of acts ends, and the root of the tree over it; none of an early version."""
    held_columns = {column.name for one in some if one.name == _HEAD for column in one.columns}
    if "frontier" not in held_columns:
        return {"entries": 0, "last": "", "root": ""}
    for rows in taken.read(f'SELECT sequence, hash, frontier FROM "{_HEAD}"'):  # noqa: S608
        for sequence, last, frontier in rows:
            peaks = [frontier[start : start + 64] for start in range(0, len(frontier), 64)]
            return {"entries": sequence, "last": last, "root": Frontier(sequence, peaks).root()}
    return {"entries": 0, "last": "", "root": Frontier().root()}


def _compare(about: dict[str, Any], progress: Progress) -> None:
    kept = {one["name"]: Held(one["rows"], one["digest"]) for one in about["tables"]}
    with progress("Comparing what was put back", "rows") as tell:
        now = held(map(Table.read, about["tables"]), reading(connection), tell=tell)
    if wrong := differences(kept, now):
        raise NotTheSame(
            f"What was put back is not what was kept: {' '.join(wrong[:5])} Do not use it; empty "
            "the database and try again."
        )


def _check_nothing_is_there(engine: Engine) -> None:
    if not engine.is_empty():
        raise SomethingIsThere(
            "There is a database already. A backup is put back where there is nothing yet: name an "
            "empty one in ANSWERABLE_DATABASE_URL, or move the old one away."
        )
    for folder in _folders().values():
        if folder.is_dir() and any(folder.iterdir()):
            raise SomethingIsThere(
                f"There are files in {folder} already. A backup is put back where there is nothing "
                "yet: name another folder in ANSWERABLE_DATA, or move the old one away."
            )


def _folders() -> dict[str, Path]:
    """Folders whose files belong to the database, by what they are called in an archive."""
    found = {"cuts": Path(settings.CUTS)}
    if isinstance(default_storage, FileSystemStorage):
        found["files"] = Path(default_storage.location)
    return found


@contextmanager
def _room(folder: Path) -> Iterator[Path]:
    """A folder that nobody else opens, gone afterwards."""
    folder.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    with tempfile.TemporaryDirectory(prefix=".upkeep-", dir=folder) as room:
        yield Path(room)


def _move(given: Path, there: Path) -> None:
    """Move a folder; by copying where the other lies on another disk."""
    try:
        given.replace(there)
    except OSError:
        shutil.copytree(given, there)


def _hash_of(path: Path, tell: Callable[[int], object]) -> str:
    found, read = hashlib.sha256(), 0
    with path.open("rb") as file:
        # From the disk, not from memory, where the system lets us.
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := file.read(1 << 20):
            found.update(piece)
            read += len(piece)
            tell(read)
    return found.hexdigest()
