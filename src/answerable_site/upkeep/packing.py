"""What is in a backup: members with names, sizes and hashes, packed and sealed as one file.

First `about.json`, last `contents.json`, which names every member before it with its hash: what
was packed, not what was meant to be.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import stat
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final

from answerable_site.upkeep.sealing import CannotBeOpened, Keys, opened, sealed

ABOUT: Final = "about.json"
CONTENTS: Final = "contents.json"
FORMAT: Final = "answerable-backup/1"
_FAST: Final = 1
_PIECE: Final = 1 << 20
_LONGEST_NOTE: Final = 64 << 20
"""Bytes of `about.json` or `contents.json`: names and hashes of half a million files."""
Tell = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the archive."""

    name: str
    size: int
    sha256: str


@dataclass(slots=True)
class Packing:
    """Takes members, one after the other."""

    tar: tarfile.TarFile
    tell: Tell
    members: list[Member] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Files that were erased before their turn came."""
    _bytes: int = 0

    def add_text(self, name: str, text: str) -> None:
        """Add a short member."""
        data = text.encode()
        self._add(_info(name, len(data), 0o600), BytesIO(data))

    def add_file(self, name: str, path: Path) -> None:
        """Add a file as it is now; one that is gone by now is noted."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            self.gone.append(name)
            return
        with file:
            state = os.fstat(file.fileno())
            self._add(_info(name, state.st_size, stat.S_IMODE(state.st_mode)), file)

    def add_tree(self, name: str, folder: Path) -> None:
        """Add all files below a folder, and folders with their rights; hidden ones are left out.

        A folder that is closed to everybody, as those of cuts in quarantine are, is opened
        meanwhile.
        """
        rights = stat.S_IMODE(folder.stat().st_mode)
        self.tar.addfile(_info(name, 0, rights, kind=tarfile.DIRTYPE))
        is_closed = not rights & stat.S_IRUSR
        if is_closed:
            folder.chmod(stat.S_IRWXU)
        try:
            for one in sorted(folder.iterdir()):
                inside = f"{name}/{one.name}"
                if one.name.startswith(".") or one.is_symlink():
                    continue
                if one.is_dir():
                    self.add_tree(inside, one)
                elif one.is_file():
                    self.add_file(inside, one)
        except FileNotFoundError:
            self.gone.append(name)
        finally:
            if is_closed:
                folder.chmod(rights)

    def finish(self) -> None:
        """Add what was packed."""
        told = {
            "members": [[one.name, one.size, one.sha256] for one in self.members],
            "gone": self.gone,
        }
        self.add_text(CONTENTS, json.dumps(told, ensure_ascii=False))

    def _add(self, info: tarfile.TarInfo, file: BinaryIO | BytesIO) -> None:
        hashing = _Hashing(file)
        self.tar.addfile(info, hashing)  # type: ignore[arg-type]
        self.members.append(Member(info.name, info.size, hashing.sha256.hexdigest()))
        self._bytes += info.size
        self.tell(self._bytes)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What an archive held, once it was read to its last byte."""

    about: dict[str, Any]
    members: tuple[Member, ...]
    gone: tuple[str, ...]


@contextmanager
def packed(path: Path, keys: Keys, *, tell: Tell) -> Iterator[Packing]:
    """A sealed archive to put members into; there is none if this breaks off.

    Args:
        path: where it goes; nothing may be there.
        keys: for whom.
        tell: is called with how many bytes were packed.
    """
    with (
        sealed(path, keys) as stream,
        gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=_FAST, mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        packing = Packing(tar, tell)
        yield packing
        packing.finish()


def unpack(path: Path, keys: Keys, *, into: Path | None, tell: Tell) -> Unpacked:
    """Read a whole archive, compare every member with its hash, and keep what it holds if asked.

    What was written counts only if this ends without an error.

    Args:
        path: the archive.
        keys: with a secret key.
        into: an empty folder where members go; None to look through it alone.
        tell: is called with how many bytes were read.

    Raises:
        UnusableKey: there is no secret key.
        CannotBeOpened: it was changed, is cut off, is for another key, or is no backup.
        OSError: it cannot be read, or what it holds cannot be written.
    """
    found: list[Member] = []
    notes: dict[str, Any] = {}
    closed: list[tuple[Path, int]] = []
    read = 0
    try:
        with (
            opened(path, keys) as stream,
            gzip.GzipFile(fileobj=stream, mode="rb") as zipped,
            tarfile.open(fileobj=zipped, mode="r|") as tar,
        ):
            for info in tar:
                place = _place(into, info.name)
                if info.isdir():
                    if place:
                        place.mkdir(mode=stat.S_IRWXU)
                        closed.append((place, info.mode))
                    continue
                if info.name in {ABOUT, CONTENTS}:
                    notes[info.name] = _note(tar, info)
                found.append(_member(tar, info, place, notes))
                read += info.size
                tell(read)
            # To the last byte, so that its sum of checks is compared, too.
            while zipped.read(_PIECE):
                pass
    except (tarfile.TarError, zlib.error, EOFError, gzip.BadGzipFile, ValueError, KeyError) as no:
        if isinstance(no, CannotBeOpened) or type(no).__name__ == "UnusableKey":
            raise
        raise CannotBeOpened(f"{path.name} is no backup of this product.") from None
    for folder, rights in reversed(closed):
        folder.chmod(rights)
    return _compared(path, notes, found)


def _member(
    tar: tarfile.TarFile, info: tarfile.TarInfo, place: Path | None, notes: dict[str, Any]
) -> Member:
    if info.name in notes:
        data = notes.pop(info.name)
        notes[info.name] = json.loads(data)
        return Member(info.name, len(data), hashlib.sha256(data).hexdigest())
    file = tar.extractfile(info)
    if file is None:
        raise ValueError(f"{info.name} is no file")
    hashing = _Hashing(file)
    if place is None:
        while hashing.read(_PIECE):
            pass
    else:
        with place.open("xb") as kept:
            while piece := hashing.read(_PIECE):
                kept.write(piece)
        place.chmod(info.mode)
    return Member(info.name, info.size, hashing.sha256.hexdigest())


def _note(tar: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(info)
    if file is None or info.size > _LONGEST_NOTE:
        raise ValueError(f"{info.name} is no note")
    return file.read()


def _compared(path: Path, notes: dict[str, Any], found: list[Member]) -> Unpacked:
    about, contents = notes.get(ABOUT), notes.get(CONTENTS)
    if not isinstance(about, dict) or not isinstance(contents, dict):
        raise CannotBeOpened(f"{path.name} is no backup of this product.")
    if about.get("format") != FORMAT:
        raise CannotBeOpened(
            f"{path.name} has the format {about.get('format')!r}; this version reads {FORMAT}."
        )
    told = [Member(*one) for one in contents["members"]]
    if told != found[:-1] or found[-1].name != CONTENTS:
        raise CannotBeOpened(f"What {path.name} says of its members is not what it holds.")
    return Unpacked(about, tuple(told), tuple(contents["gone"]))


def _place(into: Path | None, name: str) -> Path | None:
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or not parts.parts:
        raise ValueError(f"{name!r} is no name of a member")
    return into / parts if into else None


def _info(name: str, size: int, mode: int, *, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.type = size, mode, kind
    return info


@dataclass(slots=True)
class _Hashing:
    """A file that is hashed as it is read."""

    file: Any
    sha256: Any = field(default_factory=hashlib.sha256)

    def read(self, size: int) -> bytes:
        piece: bytes = self.file.read(size)
        self.sha256.update(piece)
        return piece
