"""The feed of the public register: what was entered, answered, corrected and withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from answerable.languages import say
from answerable_site.design.dates import date_in_words
from answerable_site.publication.presenters.addresses import href
from answerable_site.publication.presenters.listing import listed
from answerable_site.publication.rules import VersionKind, xml_text

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicInspection, PublicResponse

MOST_IN_FEED = 100
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_VERSIONS = {
    VersionKind.FIRST: "Response published",
    VersionKind.CORRECTED: "Response corrected",
    VersionKind.SUPPLEMENTED: "Response supplemented",
    VersionKind.AFTER_WITHDRAWAL: "Response published again",
}


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Something that became public, under an identifier that never changes."""

    address: str
    """Its permanent address; its identifier too."""
    title: str
    summary: str
    author: str
    published_at: datetime
    updated_at: datetime
    page: str = ""
    """Where it can be read, if not at its address."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """Where a feed stands, as pages link to it."""

    title: str
    """What feed readers call it."""
    href: str
    text: str


def feed_link(body: str = "", name: str = "") -> FeedLink:
    """The feed of the whole register or, by its slug and name, of one body."""
    if not body:
        return FeedLink(
            say("Public register"),
            reverse("publication:feed"),
            say("Follow this register in a feed reader"),
        )
    return FeedLink(
        say("Public register: {name}", name=name),
        reverse("publication:body_feed", args=[body]),
        say("Follow {name} in a feed reader", name=name),
    )


def feed_entries(
    entries: Iterable[PublicInspection],
    *,
    on: date,
    site: str,
    told_besides: Iterable[FeedEntry] = (),
) -> tuple[FeedEntry, ...]:
    """The hundred things that changed last, newest first.

    Args:
        entries: released entries with their `responses` and `corrections`.
        on: the civil date on which somebody looks.
        site: the public address of the site, without a slash at its end.
        told_besides: what became public of other kinds.
    """
    found = (told for entry in entries for told in _told(entry, on, site))
    newest_first = sorted(
        (*found, *told_besides), key=lambda told: (told.updated_at, told.address), reverse=True
    )
    return tuple(newest_first[:MOST_IN_FEED])


class _Feed(Atom1Feed):
    """An Atom feed whose bytes depend on its entries alone."""

    def latest_post_date(self) -> datetime:
        """When something last changed; long ago while there is nothing."""
        return max((item["updateddate"] for item in self.items), default=_NEVER)


def feed_document(entries: Sequence[FeedEntry], *, link: FeedLink, page: str, site: str) -> str:
    """The feed as XML (RFC 4287).

    Args:
        entries: newest first.
        link: where the feed stands.
        page: the path of the page that shows the same.
        site: the public address of the site, without a slash at its end.
    """
    feed = _Feed(
        title=xml_text(link.title),
        link=f"{site}{page}",
        description=None,
        language="en-GB",
        author_name="Answerable",
        feed_url=f"{site}{link.href}",
    )
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=entry.page or entry.address,
            unique_id=entry.address,
            # The summary of an Atom feed of Django is HTML.
            description=escape(entry.summary),
            author_name=entry.author,
            pubdate=entry.published_at,
            updateddate=entry.updated_at,
        )
    return feed.writeString("utf-8")


def _told(entry: PublicInspection, on: date, site: str) -> Iterator[FeedEntry]:
    if entry.released_at is None:
        raise LookupError("Only what was released stands in a feed.")
    corrected = (made.released_at for made in entry.corrections.all() if made.released_at)
    yield FeedEntry(
        address=f"{site}{href(entry)}",
        title=xml_text(f"Inspection entered: {entry.title}"),
        summary=xml_text(_entry_summary(entry)),
        author=xml_text(entry.body_name),
        published_at=entry.released_at,
        updated_at=max((entry.released_at, *corrected)),
    )
    sentence = listed(entry, on=on).sentence
    for version in entry.responses.all():
        yield _version(entry, version, sentence, site)


def _version(
    entry: PublicInspection, version: PublicResponse, sentence: str, site: str
) -> FeedEntry:
    return FeedEntry(
        address=f"{site}{href(entry, 'version', version=version.version)}",
        title=xml_text(f"{_happened(version)}: {entry.title}"),
        summary=xml_text(_version_summary(version, sentence)),
        author=xml_text(entry.body_name),
        published_at=version.published_at,
        updated_at=version.withdrawn_at or version.published_at,
    )


def _happened(version: PublicResponse) -> str:
    return "Response withdrawn" if version.withdrawn_at else _VERSIONS[VersionKind(version.kind)]


def _entry_summary(entry: PublicInspection) -> str:
    published = f"Report published on {date_in_words(entry.published_on)}."
    last = entry.last_lawful_day
    clock = f"Last lawful day: {date_in_words(last)}." if last else entry.why_no_clock
    return f"{published} {clock}"


def _version_summary(version: PublicResponse, sentence: str) -> str:
    """In time or by how many days late, and what became of the version."""
    if version.withdrawn_at:
        on = date_in_words(version.withdrawn_at)
        return f"Version {version.version} was withdrawn on {on}. {version.withdrawn_because}"
    because = f" {version.because}" if version.because else ""
    missing = " It is not complete yet." if not version.is_complete else ""
    return f"Version {version.version}.{because} {sentence}{missing}"
