"""Word documents: what a reader of the accepted text sees, labels and panels included."""

from __future__ import annotations

import io

import docx

from answerable.documents.model import Document, MediaType, Page, place
from answerable.documents.readers.docx.body import Body
from answerable.documents.readers.docx.furniture import footers, footnotes, headers
from answerable.documents.readers.docx.numbering import Numbering
from answerable.documents.readers.docx.strict import with_usual_names
from answerable.documents.readers.docx.styles import Styles


def read(data: bytes) -> Document:
    """The document in a Word file (.docx), its tracked changes accepted."""
    package = docx.Document(io.BytesIO(with_usual_names(data)))
    styles = Styles(package.styles.element)
    body = Body(styles, Numbering.of(package.part), package.element.body)
    blocks = [
        *headers(package, styles),
        *body.blocks(),
        *footnotes(package, styles),
        *footers(package, styles),
    ]
    return Document(
        media_type=MediaType.DOCX,
        pages=(Page(1),),
        blocks=place(blocks),
        title=package.core_properties.title or None,
        language=styles.language,
    )
