"""One reader for each media type: bytes -> `Document`, to be run in the limited child only."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from answerable.documents.limits import Limits
from answerable.documents.model import Document, MediaType
from answerable.documents.packages import check_package, open_package
from answerable.documents.recognition import recognise
from answerable.documents.refusal import Reason, Unreadable

_MODULES: Final = {
    MediaType.PDF: "pdf",
    MediaType.DOCX: "docx",
    MediaType.ODT: "odt",
    MediaType.HTML: "html",
    MediaType.EMAIL: "mail",
    MediaType.TEXT: "text",
}


def read_here(data: bytes, limits: Limits) -> Document:
    """The document in these bytes, read in this very process without any protection.

    Only the reader that is needed is imported. Raises whatever a parser raises on a bad file:
    call `answerable.documents.read` instead, which runs this in a limited child.

    Raises:
        Unreadable: the file is of a kind that cannot be read, or holds no text.
    """
    media_type = recognise(data, limits)
    if media_type in (MediaType.DOCX, MediaType.ODT):
        with open_package(data, limits) as package:
            check_package(package, limits)
    reader = import_module(f"{__name__}.{_MODULES[media_type]}")
    document: Document = reader.read(data)
    if not document.blocks:
        raise Unreadable(
            Reason.EMPTY,
            "No text was found in the file. Check that it is the right file and open it "
            "in the program that made it to see whether it holds text.",
        )
    return document
