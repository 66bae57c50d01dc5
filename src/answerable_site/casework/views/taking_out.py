"""A document as a page shows it, and as a file for a word processor."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe

from answerable.writing.blocks import WrittenDocument
from answerable.writing.docx import to_docx
from answerable.writing.html import to_html
from answerable.writing.odt import to_odt
from answerable_site.design import downloads

WRITERS = {
    "docx": (
        to_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "odt": (to_odt, "application/vnd.oasis.opendocument.text"),
}


def looked_at(document: WrittenDocument) -> SafeString:
    """The document within a page."""
    # The renderer escapes every text that it is given.
    return mark_safe(to_html(document, start_level=2))  # noqa: S308


def taken_out(document: WrittenDocument, *, name: str, kind: str) -> HttpResponse:
    """The document as a file to keep.

    Args:
        name: of the file, without what says its kind.
        kind: one of `WRITERS`.
    """
    writer, content_type = WRITERS[kind]
    return downloads.made_here(writer(document), name=f"{name}.{kind}", content_type=content_type)
