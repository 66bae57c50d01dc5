"""A published version of a response."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication.presenters.addresses import href
from answerable_site.publication.rules import FileFormat

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicResponse


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One published version, with what it says or why it no longer does."""

    number: int
    href: str
    published: str
    signed: str
    content_hash: str
    withdrawn: str
    """Empty unless it was withdrawn."""
    pdf_href: str
    document_href: str
    html: SafeString


def shown_version(response: PublicResponse, *, html: str = "") -> ShownVersion:
    """One version; its `html` comes from `writing.to_html`, which escapes everything."""
    entry, number = response.inspection, response.version
    return ShownVersion(
        number=number,
        href=href(entry, "version", version=number),
        published=moment_in_words(response.published_at),
        signed=(
            f"{response.signer_name}, {response.signed_as}, on {date_in_words(response.signed_on)}"
        ),
        content_hash=response.content_hash,
        withdrawn=_withdrawn(response),
        pdf_href=href(entry, "pdf", version=number),
        document_href=href(entry, "document", version=number),
        html=mark_safe(html),  # noqa: S308
    )


def file_hashes(response: PublicResponse) -> str:
    """The files of a version with their SHA-256, in a sentence."""
    listed = [f"{FileFormat(file.format).label} {file.sha256}" for file in response.files.all()]
    return f"Files, SHA-256: {', '.join(listed)}." if listed else ""


def _withdrawn(response: PublicResponse) -> str:
    if response.withdrawn_at is None:
        return ""
    return f"Withdrawn on {date_in_words(response.withdrawn_at)}. {response.withdrawn_because}"
