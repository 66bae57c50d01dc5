"""Packs and public parts as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.defaultfilters import filesizeformat
from django.utils.safestring import SafeString, mark_safe

from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import from_json
from answerable.writing.html import to_html
from answerable_site.publication.rules import FileFormat

if TYPE_CHECKING:
    from answerable_site.scrutiny.models import Pack


def document_html(document: WrittenDocument) -> SafeString:
    """A document beneath the heading of a page."""
    return mark_safe(to_html(document, start_level=2))  # noqa: S308


def pack_html(pack: Pack) -> SafeString:
    """A frozen pack beneath the heading of its page."""
    return document_html(from_json(pack.document))


def pack_files(pack: Pack) -> list[tuple[str, FileFormat]]:
    """The files of a pack with their formats and sizes, in the order in which they are offered."""
    sizes = {FileFormat(file.format): file.size for file in pack.files.all()}
    return [
        (f"{format_.label}, {filesizeformat(sizes[format_])}", format_)
        for format_ in FileFormat
        if format_ in sizes
    ]
