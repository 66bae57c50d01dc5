"""A PDF or picture from outside becomes another, in a limited child process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from answerable.documents.limits import Limits
from answerable.documents.reading import ask
from answerable.leaks.scanning import CHILD

REMAKE_LIMITS: Final = Limits(seconds=120.0, memory=2 * 1024 * 1024 * 1024)
_MEDIA_TYPES: Final = {
    b"%PDF-": "application/pdf",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}


@dataclass(frozen=True, slots=True)
class Remade:
    """A file that was made here from what can be seen of another."""

    content: bytes
    media_type: str


def remade(file: str | Path | bytes, *, limits: Limits = REMAKE_LIMITS) -> Remade:
    """A PDF or picture made anew: what a reader sees, and nothing else of the file.

    A PDF keeps its pages and loses attachments, scripts, forms, layers that are off, notes, links,
    bookmarks, tags, properties, earlier revisions and everything that no page draws. One with text
    that nobody sees, such as words under a black bar, is refused: to drop words silently could
    change what a document says. A picture is decoded and encoded: PNG or JPEG, without remarks.

    Word and OpenDocument files are rendered from blocks (`rendered`), spreadsheets never pass.

    Args:
        file: a path, or the bytes themselves.
        limits: what the making may cost.

    Raises:
        Unreadable: nothing was made; `str()` of it is a sentence for the person who sent the file.
        OSError: the path cannot be opened.
    """
    content = ask({"task": "remake"}, file, limits, child=CHILD)
    (media_type,) = (kind for sign, kind in _MEDIA_TYPES.items() if content.startswith(sign))
    return Remade(content, media_type)
