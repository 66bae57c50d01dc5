"""The page of an inspection in the public register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from answerable.languages import say
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication.presenters.addresses import href, web_address
from answerable_site.publication.presenters.answers import EarlierAnswer, earlier_answer
from answerable_site.publication.presenters.corrections import ShownCorrection, shown_correction
from answerable_site.publication.presenters.feed import FeedLink, feed_link
from answerable_site.publication.presenters.listing import Listed, current_version, listed
from answerable_site.publication.presenters.versions import ShownVersion, shown_version

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicInspection, PublicResponse


@dataclass(frozen=True, slots=True)
class ShownInspection:
    """The public page of an inspection."""

    listed: Listed
    rows: list[dict[str, Any]]
    """For a summary list."""
    current: ShownVersion | None
    versions: tuple[ShownVersion, ...]
    """Newest first."""
    corrections: tuple[ShownCorrection, ...]
    """Newest first."""
    report_href: str
    """Where the inspectorate published the report; empty if that is not known."""
    facts_href: str
    logo_href: str
    """Of the body’s logo; empty where it has none."""
    logo_alternative: str
    answering: str
    """The name of the body that answers."""
    feed: FeedLink
    """Of the body."""
    earlier: EarlierAnswer | None
    """An answer that was published before, on other pages."""


def shown_inspection(
    entry: PublicInspection, *, on: date, current_html: str = ""
) -> ShownInspection:
    """An entry with all its versions; `current_html` is the rendered version that stands."""
    shown = listed(entry, on=on)
    standing = current_version(entry)
    return ShownInspection(
        listed=shown,
        rows=list(_rows(entry, shown)),
        current=shown_version(standing, html=current_html) if standing else None,
        versions=tuple(_versions(entry)),
        corrections=tuple(shown_correction(made) for made in entry.corrections.all()),
        report_href=web_address(entry.source_address),
        facts_href=href(entry, "facts"),
        logo_href=_logo_href(entry),
        logo_alternative=entry.body.logo_alternative,
        answering=entry.passed_to_name or entry.body_name,
        feed=feed_link(entry.body_slug, entry.body_name),
        earlier=earlier_answer(entry),
    )


def _logo_href(entry: PublicInspection) -> str:
    # Every logo has words for those who do not see it, and nothing else has.
    has_logo = bool(entry.body.logo_alternative)
    return reverse("people:logo", args=[entry.body.slug]) if has_logo else ""


def _versions(entry: PublicInspection) -> Iterator[ShownVersion]:
    """Every version, newest first, each with the one that took its place."""
    later = None
    for version in entry.responses.all():
        yield shown_version(version, later=later)
        later = version


def later_version(entry: PublicInspection, number: int) -> PublicResponse | None:
    """The version that took the place of the one with this number, if one did."""
    return next((v for v in entry.responses.all() if v.version == number + 1), None)


def waiting_row(entry: PublicInspection) -> dict[str, Any]:
    """An entry that waits for release, as the list of them shows it."""
    return {
        "entry_id": entry.pk,
        "title": entry.title,
        "body": entry.body_name,
        "published_on": entry.published_on,
        "last_lawful_day": entry.last_lawful_day,
        "why_no_clock": entry.why_no_clock,
        "earlier": earlier_answer(entry),
        "prepared": f"{entry.prepared_by.full_name}, {moment_in_words(entry.prepared_at)}",
    }


def _rows(entry: PublicInspection, shown: Listed) -> list[dict[str, Any]]:
    last = entry.last_lawful_day
    rows = [
        (say("Local policing body"), entry.body_name),
        *_passed(entry),
        (say("Inspectorates"), ", ".join(entry.inspectorates) or say("Not recorded")),
        (say("Report published"), date_in_words(entry.published_on)),
        (say("Legal basis"), f"{entry.basis_name}: {entry.basis_citation}"),
        (say("Last lawful day"), date_in_words(last) if last else entry.why_no_clock),
        (say("Answer"), shown.sentence),
    ]
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows]


def _passed(entry: PublicInspection) -> list[tuple[str, str]]:
    """Which body answers, where it is no longer the one that the report concerned."""
    if entry.passed_on is None:
        return []
    return [
        (
            say("Answered by"),
            say(
                "{passed_to_name}, since {day}",
                passed_to_name=entry.passed_to_name,
                day=date_in_words(entry.passed_on),
            ),
        )
    ]
