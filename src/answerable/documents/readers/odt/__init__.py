"""OpenDocument text: what a reader of the accepted text sees, labels included."""

from __future__ import annotations

import io
from typing import Any

from odfdo import Document as Package

from answerable.documents.model import Document, MediaType, Page, place
from answerable.documents.readers.odt.body import Body
from answerable.documents.readers.odt.lists import Lists
from answerable.documents.readers.odt.styles import Styles


def read(data: bytes) -> Document:
    """The document in an OpenDocument text (.odt), its tracked changes accepted."""
    package = Package(io.BytesIO(data))
    parts: list[Any] = [package.get_part("styles.xml"), package.get_part("content.xml")]
    roots = [part.root for part in parts]
    styles = Styles(roots)
    body = Body(styles, Lists(roots), package.body, roots[0])
    return Document(
        media_type=MediaType.ODT,
        pages=(Page(1),),
        blocks=place(body.blocks()),
        title=package.meta.title or None,
        language=styles.language,
    )
