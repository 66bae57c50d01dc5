"""The ledger: every release, each an entry that names the one before it by its digest.

Entries are added, never changed: files `000001.json`, `000002.json` and so on of a folder, or what
else keeps them in their order. They hold hidden counts, so only their owner can read them. Whoever
can write there can make the whole ledger anew: note the head elsewhere to notice that.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import msgspec
from msgspec.json import format as indented

from answerable.disclosure.release import Release

_BEGINNING: Final = ""
MOST: Final = 999_999


class BrokenLedger(RuntimeError):
    """The ledger is not what it was written as; nothing can be held against it."""


class LedgerMovedOn(RuntimeError):
    """Somebody else released something meanwhile; protect the table again."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the ledger."""

    number: int
    before: str
    """The digest of the entry before; empty in the first."""
    on: date
    release: Release


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that was released, as it stood when it was read."""

    releases: tuple[Release, ...]
    head: str
    """The digest of the last entry; empty where there is none."""

    def beside(self, release: Release) -> Ledger:
        """What the next table of the same day is held against: a release counts before it is
        written."""
        if release in self.releases:
            return self
        return replace(self, releases=(*self.releases, release))


NOTHING_YET: Final = Ledger((), _BEGINNING)


def entered(ledger: Ledger, release: Release, *, on: date) -> tuple[bytes, Ledger]:
    """The entry that a release is in a ledger, as it is kept, and the ledger with it.

    Args:
        on: the day on which it is released.

    Raises:
        LedgerMovedOn: the ledger is full.
    """
    number = len(ledger.releases) + 1
    if number > MOST:
        raise LedgerMovedOn(f"A ledger holds no more than {MOST:,} releases. Begin another.")
    content = indented(msgspec.json.encode(Entry(number, ledger.head, on, release)))
    return content, Ledger((*ledger.releases, release), hashlib.sha256(content).hexdigest())


def read_entries(contents: Iterable[tuple[str, bytes]]) -> Ledger:
    """A ledger from what was kept of it.

    Args:
        contents: of each entry what it is called, and what was written; in their order.

    Raises:
        BrokenLedger: one is missing, changed or no release.
    """
    releases, before = [], _BEGINNING
    for number, (name, content) in enumerate(contents, start=1):
        entry = _entry(content, name)
        if (entry.number, entry.before) != (number, before):
            raise BrokenLedger(f"{name} does not follow the one before it: one was changed.")
        releases.append(entry.release)
        before = hashlib.sha256(content).hexdigest()
    return Ledger(tuple(releases), before)


def read_ledger(folder: Path) -> Ledger:
    """Every release in a folder, in its order; none where there is no folder yet.

    Raises:
        BrokenLedger: a file is missing, changed or no release.
        OSError: it cannot be read.
    """
    if not folder.exists():
        return NOTHING_YET
    if not folder.is_dir():
        raise BrokenLedger(f"{folder} is no folder.")
    names = sorted(one.name for one in folder.iterdir() if not one.name.startswith("."))
    for number, name in enumerate(names, start=1):
        if name != _named(number):
            raise BrokenLedger(f"{folder} has {name} where {_named(number)} should be.")
    return read_entries((name, (folder / name).read_bytes()) for name in names)


def add(folder: Path, ledger: Ledger, release: Release, *, on: date) -> Ledger:
    """Write a release into a folder, before anybody is shown it; the ledger with it.

    The same release again adds nothing: it tells nothing new.

    Args:
        ledger: as it was read from the folder.
        on: the day on which it is released.

    Raises:
        LedgerMovedOn: there is a release in it that `ledger` does not have.
        OSError: it cannot be written.
    """
    if release in ledger.releases:
        return ledger
    content, longer = entered(ledger, release, on=on)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        _write(folder / _named(len(longer.releases)), content)
    except FileExistsError as there:
        raise LedgerMovedOn(
            "Another release went into the ledger meanwhile. Protect the table again."
        ) from there
    return longer


def _named(number: int) -> str:
    return f"{number:06}.json"


def _entry(content: bytes, name: str) -> Entry:
    try:
        return msgspec.json.decode(content, type=Entry)
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise BrokenLedger(f"{name} is no release: {problem}") from problem


def _write(path: Path, content: bytes) -> None:
    """The whole file or none, on the disk when this returns; never over another."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(unfinished, path)
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have the folder itself on the disk, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
