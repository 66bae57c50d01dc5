"""The public register as data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from answerable_site.publication.presenters.addresses import href, web_address
from answerable_site.publication.presenters.answers import (
    answered_on,
    partly_answered_on,
    standing_of,
)
from answerable_site.publication.presenters.listing import days_taken, is_withdrawn
from answerable_site.publication.rules import Timeliness

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicInspection, PublicResponse


CSV_HEADER = (
    "body",
    "title",
    "inspectorates",
    "published_on",
    "legal_basis",
    "last_lawful_day",
    "answered_on",
    "answered_in_part_on",
    "days_taken",
    "period_days",
    "timeliness",
    "days_late",
    "withdrawn",
    "earlier_answer_on",
    "earlier_answer_address",
    "earlier_answer_is_complete",
    "address",
)


def public_facts(entry: PublicInspection, *, on: date, site: str) -> dict[str, Any]:
    """The typed facts of an entry, with timeliness as of a day."""
    answered = answered_on(entry)
    standing = standing_of(entry, on=on)
    return {
        "body": entry.body_name,
        "passed_to": entry.passed_to_name or None,
        "passed_on": _iso(entry.passed_on),
        "title": entry.title,
        "inspectorates": entry.inspectorates,
        "published_on": entry.published_on.isoformat(),
        "legal_basis": entry.basis_citation,
        "last_lawful_day": _iso(entry.last_lawful_day),
        "answered_on": _iso(answered),
        "answered_in_part_on": _iso(partly_answered_on(entry)),
        "days_taken": days_taken(entry, answered),
        "period_days": entry.period_days,
        "timeliness": standing.timeliness.value,
        "days_late": standing.days
        if standing.timeliness in {Timeliness.LATE, Timeliness.OVERDUE}
        else None,
        "withdrawn": is_withdrawn(entry),
        "earlier_answer_on": _iso(entry.earlier_answer_on),
        "earlier_answer_address": web_address(entry.earlier_answer_address) or None,
        "earlier_answer_is_complete": entry.earlier_answer_is_complete,
        "address": f"{site}{href(entry)}",
        "as_of": on.isoformat(),
        "versions": [version_facts(version, site=site) for version in entry.responses.all()],
    }


def csv_row(entry: PublicInspection, *, on: date, site: str) -> list[str]:
    """The cells of `CSV_HEADER` for an entry."""
    told = public_facts(entry, on=on, site=site)
    told["inspectorates"] = "; ".join(told["inspectorates"])
    return ["" if told[name] is None else str(told[name]) for name in CSV_HEADER]


def version_facts(response: PublicResponse, *, site: str) -> dict[str, Any]:
    """What is said of a version, without its document.

    Args:
        site: the public address of the site, without a slash at its end.
    """
    return {
        "version": response.version,
        "kind": response.kind,
        "is_complete": response.is_complete,
        **_words(response),
        "files": [
            {"format": file.format, "size": file.size, "sha256": file.sha256}
            for file in response.files.all()
        ],
        "published_at": response.published_at.isoformat(),
        "content_hash": response.content_hash,
        "address": f"{site}{href(response.inspection, 'version', version=response.version)}",
        "withdrawn_on": _iso(response.withdrawn_at and timezone.localdate(response.withdrawn_at)),
        "withdrawn_because": response.withdrawn_because or None,
    }


def _words(response: PublicResponse) -> dict[str, Any]:
    """What a version says of itself in words that stand in its document too, and so go with it when
    it is withdrawn."""
    stands = response.withdrawn_at is None
    return {
        "because": (response.because or None) if stands else None,
        "changes": response.changes if stands else [],
        "missing": response.missing if stands else [],
        "incomplete_because": (response.incomplete_because or None) if stands else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
