"""A piece of a file on its way through the scanner, and what the way may cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from answerable.leaks.finding import Finding, FindingKind

MEBIBYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a scan goes; whatever lies beyond is a finding."""

    depth: int = 16
    """Containers within containers, encodings counted as such."""
    unpacked: int = 256 * MEBIBYTE
    """Bytes of all pieces together."""
    piece: int = 64 * MEBIBYTE
    """Bytes of one piece."""
    pieces: int = 100_000
    members: int = 4096
    """Files inside one archive, objects inside one PDF a hundred times as many."""
    words: bool = True
    """Whether words are spelled out that only needles are looked for in, such as those of a page:
    other programs are asked for them."""


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes, and the way to them."""

    path: tuple[str, ...]
    data: bytes
    goes_on: bool = True
    """Whether it is unpacked too, and not only searched."""

    def inside(self, name: str, data: bytes, *, goes_on: bool = True) -> Part:
        """What was unpacked from it."""
        return Part((*self.path, name), data, goes_on)

    def tells(self, kind: FindingKind, *inside: str, label: str = "") -> Finding:
        """A finding in it."""
        return Finding(kind, (*self.path, *inside), label)


class TooMuch(Exception):
    """A piece is larger than a scan goes; the message says which."""


class Locked(Exception):
    """A piece is encrypted, or packed in a way that nothing here opens."""
