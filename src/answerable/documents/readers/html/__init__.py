"""HTML: the page's own words in order, without navigation, scripts and hidden parts."""

from __future__ import annotations

import re
from typing import Final

from answerable.documents.encodings import decode
from answerable.documents.model import Block, Document, MediaType, Page, place
from answerable.documents.readers.html.walk import Walk

_DECLARED: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN: Final = 4096


def read(data: bytes) -> Document:
    """The document in an HTML file."""
    return document_of(_text(data))


def document_of(markup: str) -> Document:
    """A document of markup that is already decoded."""
    walk = Walk(markup)
    return Document(
        media_type=MediaType.HTML,
        pages=(Page(1),),
        blocks=place(walk.blocks),
        title=walk.title,
        language=walk.language,
    )


def blocks_of(markup: str) -> list[Block]:
    """The blocks of some markup, none of them placed yet."""
    return Walk(markup).blocks


def _text(data: bytes) -> str:
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (UnicodeError, LookupError):
            pass
    return decode(data) or data.decode("utf-8", "replace")
