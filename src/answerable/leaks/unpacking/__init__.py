"""Containers and what is in them. Each unpacker yields pieces, and findings about structure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from answerable.leaks.finding import Finding
from answerable.leaks.part import Bounds, Locked, Part
from answerable.leaks.unpacking import archives, compressed, pdf, pictures

Unpacker = Callable[[Part, Bounds], Iterator[Part | Finding]]

_PDF_WITHIN: Final = 1024
_BY_SIGNATURE: Final[tuple[tuple[bytes, Unpacker], ...]] = (
    (b"PK\x03\x04", archives.pieces),
    (b"PK\x05\x06", archives.pieces),
    (b"\x89PNG\r\n\x1a\n", pictures.pieces_of_png),
    (b"\xff\xd8\xff", pictures.pieces_of_jpeg),
    (b"GIF8", pictures.pieces_of_gif),
    (b"\x1f\x8b", compressed.gzipped),
    (b"BZh", compressed.bzipped),
    (b"\xfd7zXZ\x00", compressed.xz),
)
_NEVER_OPENED: Final = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office file",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
}
_CONTAINERS: Final = (*(signature for signature, _ in _BY_SIGNATURE), *_NEVER_OPENED)
_BURIED: Final = (b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\x1f\x8b\x08")
"""Signatures by which a file is found in the middle of bytes that nothing else opens."""
_MOST_BURIED: Final = 8
"""Of each signature: what is behind the last one is found by taking apart those before it."""


def is_container(data: bytes) -> bool:
    """Whether bytes are of a kind that `pieces_of` takes apart: every piece is looked at then, and
    the bytes around them are packed."""
    return data.startswith(_CONTAINERS) or b"%PDF-" in data[:_PDF_WITHIN]


def pieces_of(part: Part, bounds: Bounds) -> Iterator[Part | Finding]:
    """What is in a piece, one step deep.

    Raises:
        TooMuch: it goes beyond the bounds.
        Locked: nothing here opens it.
        Exception: whatever a parser raises on a damaged piece.
    """
    for signature, name in _NEVER_OPENED.items():
        if part.data.startswith(signature):
            raise Locked(f"it is {name}, which is not opened")
    for signature, unpacker in _BY_SIGNATURE:
        if part.data.startswith(signature):
            yield from unpacker(part, bounds)
            return
    if b"%PDF-" in part.data[:_PDF_WITHIN]:
        yield from pdf.pieces(part, bounds)
        return
    if archives.ends_as_archive(part.data):
        yield from archives.pieces(part, bounds)
        return
    yield from compressed.bare(part, bounds)
    yield from _buried(part)


def _buried(part: Part) -> Iterator[Part]:
    for signature in _BURIED:
        at = part.data.find(signature, 1)
        for _ in range(_MOST_BURIED):
            if at < 0:
                break
            yield part.inside(f"from byte {at}", part.data[at:])
            at = part.data.find(signature, at + 1)
