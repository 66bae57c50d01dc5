"""Meetings as the public reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from answerable.languages import say
from answerable_site.design.amounts import size_in_words
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication.presenters.feed import FeedEntry
from answerable_site.publication.presenters.versions import ShownPart
from answerable_site.publication.rules import FileFormat, xml_text

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicEdition


@dataclass(frozen=True, slots=True)
class ShownEdition:
    """One edition of the public part of a meeting."""

    edition_id: int
    number: int
    title: str
    body_name: str
    kind: str
    on: str
    href: str
    released: str
    """When; empty while it waits."""
    prepared: str
    """By whom and when; for publishers only."""
    withdrawn: str
    """When and why; empty unless it was withdrawn."""
    content_hash: str
    files: tuple[ShownPart, ...]
    document_href: str
    html: SafeString


def shown_edition(edition: PublicEdition, *, html: str = "") -> ShownEdition:
    """One edition.

    Args:
        edition: with its `meeting` and its `files`.
        html: its page, from `writing.to_html`, which escapes everything; empty to leave it out.
    """
    order = list(FileFormat)
    files = sorted(edition.files.all(), key=lambda file: order.index(FileFormat(file.format)))
    return ShownEdition(
        edition_id=edition.pk,
        number=edition.number,
        title=edition.title,
        body_name=edition.body_name,
        kind=edition.kind,
        on=date_in_words(edition.on),
        href=edition.meeting.path,
        released=moment_in_words(edition.released_at) if edition.released_at else "",
        prepared=f"{edition.prepared_by.full_name}, {moment_in_words(edition.prepared_at)}"
        if edition.released_at is None
        else "",
        withdrawn=_withdrawn(edition),
        content_hash=edition.content_hash,
        files=tuple(
            ShownPart(
                say(
                    "{format}, {size}",
                    format=say(FileFormat(file.format).label),
                    size=size_in_words(file.size),
                ),
                edition_href(edition, file.format),
            )
            for file in files
        ),
        document_href=edition_href(edition, "document"),
        html=mark_safe(html),  # noqa: S308
    )


def edition_href(edition: PublicEdition, what: str) -> str:
    """The permanent address of an edition in a format, or of its canonical document."""
    return reverse(
        f"publication:meeting_{what}",
        kwargs={
            "body": edition.meeting.body_slug,
            "meeting": edition.meeting.slug,
            "number": edition.number,
        },
    )


def edition_entry(edition: PublicEdition, *, site: str) -> FeedEntry:
    """A released edition as the feed tells of it.

    Args:
        site: the public address of the site, without a slash at its end.
    """
    if edition.released_at is None:
        raise LookupError("Only what was released stands in a feed.")
    happened = "Meeting withdrawn" if edition.withdrawn_at else "Meeting published"
    told = edition.withdrawn_because or f"Edition {edition.number}."
    return FeedEntry(
        address=f"{site}{edition_href(edition, 'document')}",
        title=xml_text(f"{happened}: {edition.title}"),
        summary=xml_text(f"{edition.kind} on {date_in_words(edition.on)}. {told}"),
        author=xml_text(edition.body_name),
        published_at=edition.released_at,
        updated_at=edition.withdrawn_at or edition.released_at,
        page=f"{site}{edition.meeting.path}",
    )


def _withdrawn(edition: PublicEdition) -> str:
    if edition.withdrawn_at is None:
        return ""
    return say(
        "Withdrawn on {day}. {withdrawn_because}",
        day=date_in_words(edition.withdrawn_at),
        withdrawn_because=edition.withdrawn_because,
    )
