"""The manifest of a cut: what it holds, what it was made from, and the digest of every file."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct, field

NAME = "manifest.json"
MARK = "answerable cut"


class Receipt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One source of the rows, as whoever took it in gave a receipt for it."""

    source: str
    """What it is called: a file, a system, a batch. Never a person."""
    sha256: str
    """The digest of what was read."""
    rows: int
    """Rows read from it, of whatever it counts in."""
    profile: str = ""
    """The mapping profile with its version, where one was used."""


class TableFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file of one table."""

    file: str
    rows: int
    size: int
    """Bytes."""
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a cut says of itself."""

    what: str = MARK
    schema: int
    """The version of the tables (`tables.SCHEMA`)."""
    as_of: date
    """The last day of which it holds what happened."""
    recorded_to: date | None
    """The latest day on which anything in it was recorded; None of a cut without events."""
    is_synthetic: bool
    """Whether the cases are invented."""
    cases: int
    events: int
    """Events that stand."""
    written_with: str
    """What wrote the files, with its version: the same rows give the same bytes with the same."""
    receipts: tuple[Receipt, ...] = ()
    tables: dict[str, TableFile] = field(default_factory=dict)
    digest: str = ""
    """The SHA-256 of this manifest as it is with an empty digest: the identity of the cut."""

    def sealed(self) -> Manifest:
        """The manifest with its digest."""
        return msgspec.structs.replace(self, digest=self.reckoned_digest())

    def reckoned_digest(self) -> str:
        """What the digest has to be."""
        return hashlib.sha256(as_bytes(msgspec.structs.replace(self, digest=""))).hexdigest()


def as_bytes(manifest: Manifest) -> bytes:
    """The manifest as it stands in its file."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def read(folder: Path) -> Manifest:
    """The manifest of a cut.

    Raises:
        OSError: there is none that can be read. `msgspec.MsgspecError`: it is no manifest.
    """
    return msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)


def digest_of(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
