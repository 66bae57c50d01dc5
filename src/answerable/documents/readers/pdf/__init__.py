"""PDF: text with its places, put back into reading order."""

from __future__ import annotations

from answerable.documents.model import Document
from answerable.documents.readers.pdf.opening import opened
from answerable.documents.readers.pdf.reading import document_of


def read(data: bytes) -> Document:
    """The document in a PDF.

    Raises:
        Unreadable: it is protected with a password, damaged, or holds only pictures.
    """
    return document_of(opened(data))
