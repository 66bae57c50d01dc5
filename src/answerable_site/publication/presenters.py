"""The public register in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication import rules
from answerable_site.publication.rules import Standing, Timeliness

if TYPE_CHECKING:
    from answerable_site.publication.models import (
        EntryCorrection,
        PublicInspection,
        PublicResponse,
    )

CSV_HEADER = (
    "body",
    "title",
    "inspectorates",
    "published_on",
    "legal_basis",
    "last_lawful_day",
    "answered_on",
    "days_taken",
    "period_days",
    "timeliness",
    "days_late",
    "address",
)

_TAGS = {
    Timeliness.IN_TIME: ("In time", "govuk-tag--green"),
    Timeliness.LATE: ("Late", "govuk-tag--orange"),
    Timeliness.RUNNING: ("Time left", "govuk-tag--blue"),
    Timeliness.OVERDUE: ("Overdue", "govuk-tag--red"),
    Timeliness.NO_CLOCK_ANSWERED: ("Answered", "govuk-tag--green"),
    Timeliness.NO_CLOCK_OPEN: ("No statutory clock", "govuk-tag--grey"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry in the list."""

    title: str
    href: str
    body: str
    published_on: date
    last_lawful_day: date | None
    tag: str
    tag_classes: str
    sentence: str
    withdrawn: bool


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


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """What an entry said before, what it says instead, and why."""

    correction_id: int
    title: str
    body: str
    changes: tuple[str, ...]
    """A sentence each."""
    reason: str
    prepared: str
    released: str
    """When; empty while it waits."""


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
    facts_href: str


def listed(entry: PublicInspection, *, on: date) -> Listed:
    """An entry as the list shows it on a day."""
    answered_on = _answered_on(entry)
    standing = rules.standing(last_lawful_day=entry.last_lawful_day, answered_on=answered_on, on=on)
    tag, classes = _TAGS[standing.timeliness]
    return Listed(
        title=entry.title,
        href=_href(entry),
        body=entry.body_name,
        published_on=entry.published_on,
        last_lawful_day=entry.last_lawful_day,
        tag=tag,
        tag_classes=classes,
        sentence=_sentence(entry, standing, answered_on),
        withdrawn=answered_on is not None and _current(entry) is None,
    )


def shown_inspection(
    entry: PublicInspection, *, on: date, current_html: str = ""
) -> ShownInspection:
    """An entry with all its versions; `current_html` is the rendered version that stands."""
    shown = listed(entry, on=on)
    standing = _current(entry)
    return ShownInspection(
        listed=shown,
        rows=list(_rows(entry, shown)),
        current=shown_version(standing, html=current_html) if standing else None,
        versions=tuple(shown_version(version) for version in entry.responses.all()),
        corrections=tuple(shown_correction(made) for made in entry.corrections.all()),
        facts_href=_href(entry, "facts"),
    )


def shown_version(response: PublicResponse, *, html: str = "") -> ShownVersion:
    """One version; its `html` comes from `writing.to_html`, which escapes everything."""
    entry, number = response.inspection, response.version
    return ShownVersion(
        number=number,
        href=_href(entry, "version", version=number),
        published=moment_in_words(response.published_at),
        signed=(
            f"{response.signer_name}, {response.signed_as}, on {date_in_words(response.signed_on)}"
        ),
        content_hash=response.content_hash,
        withdrawn=_withdrawn(response),
        pdf_href=_href(entry, "pdf", version=number),
        document_href=_href(entry, "document", version=number),
        html=mark_safe(html),  # noqa: S308
    )


def shown_correction(correction: EntryCorrection) -> ShownCorrection:
    """A correction, released or waiting."""
    before = rules.PublicFacts.from_json(correction.before)
    after = rules.PublicFacts.from_json(correction.after)
    released_at = correction.released_at
    return ShownCorrection(
        correction_id=correction.pk,
        title=correction.entry.title,
        body=correction.entry.body_name,
        changes=changes_in_words(before, after),
        reason=correction.reason,
        prepared=f"{correction.prepared_by.full_name}, {moment_in_words(correction.prepared_at)}",
        released=date_in_words(released_at) if released_at else "",
    )


def changes_in_words(before: rules.PublicFacts, after: rules.PublicFacts) -> tuple[str, ...]:
    """What differs between two states of the facts, a sentence each."""
    said, instead = _worded(before), _worded(after)
    return tuple(
        f"{name}: {instead[name]}; before: {said[name]}."
        for name in said
        if said[name] != instead[name]
    )


def _worded(facts: rules.PublicFacts) -> dict[str, str]:
    last = facts.last_lawful_day
    return {
        "Title": facts.title,
        "Report published": date_in_words(facts.published_on),
        "Last lawful day": date_in_words(last) if last else "none",
        "Legal basis": facts.basis_citation,
        "Inspectorates": ", ".join(facts.inspectorates) or "not recorded",
        "Address of the report": facts.source_address or "not recorded",
    }


def current_version(entry: PublicInspection) -> PublicResponse | None:
    """The version that stands, if one does."""
    return _current(entry)


def public_facts(entry: PublicInspection, *, on: date, site: str) -> dict[str, Any]:
    """The typed facts of an entry, with timeliness as of a day."""
    answered_on = _answered_on(entry)
    standing = rules.standing(last_lawful_day=entry.last_lawful_day, answered_on=answered_on, on=on)
    return {
        "body": entry.body_name,
        "title": entry.title,
        "inspectorates": entry.inspectorates,
        "published_on": entry.published_on.isoformat(),
        "legal_basis": entry.basis_citation,
        "last_lawful_day": _iso(entry.last_lawful_day),
        "answered_on": _iso(answered_on),
        "days_taken": _days_taken(entry, answered_on),
        "period_days": entry.period_days,
        "timeliness": standing.timeliness.value,
        "days_late": standing.days
        if standing.timeliness in {Timeliness.LATE, Timeliness.OVERDUE}
        else None,
        "address": f"{site}{_href(entry)}",
        "as_of": on.isoformat(),
        "versions": [_version_facts(version, site) for version in entry.responses.all()],
    }


def csv_row(entry: PublicInspection, *, on: date, site: str) -> list[str]:
    """The cells of `CSV_HEADER` for an entry, safe to open in a spreadsheet program."""
    told = public_facts(entry, on=on, site=site)
    told["inspectorates"] = "; ".join(told["inspectorates"])
    return [rules.safe_cell("" if told[name] is None else str(told[name])) for name in CSV_HEADER]


def public_href(entry: PublicInspection) -> str:
    """The permanent address of an entry."""
    return _href(entry)


def waiting_row(entry: PublicInspection) -> dict[str, Any]:
    """An entry that waits for release, as the list of them shows it."""
    return {
        "entry_id": entry.pk,
        "title": entry.title,
        "body": entry.body_name,
        "published_on": entry.published_on,
        "last_lawful_day": entry.last_lawful_day,
        "why_no_clock": entry.why_no_clock,
        "prepared": f"{entry.prepared_by.full_name}, {moment_in_words(entry.prepared_at)}",
    }


def _rows(entry: PublicInspection, shown: Listed) -> list[dict[str, Any]]:
    last = entry.last_lawful_day
    rows = [
        ("Local policing body", entry.body_name),
        ("Inspectorates", ", ".join(entry.inspectorates) or "Not recorded"),
        ("Report published", date_in_words(entry.published_on)),
        ("Legal basis", f"{entry.basis_name}: {entry.basis_citation}"),
        ("Last lawful day", date_in_words(last) if last else entry.why_no_clock),
        ("Answer", shown.sentence),
    ]
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows]


def _sentence(entry: PublicInspection, standing: Standing, answered_on: date | None) -> str:
    days = standing.days or 0
    taken = _days_taken(entry, answered_on)
    match standing.timeliness:
        case Timeliness.IN_TIME:
            return f"{_answered(answered_on)}, day {taken} of {entry.period_days}: in time."
        case Timeliness.LATE:
            return (
                f"{_answered(answered_on)}, day {taken} of {entry.period_days}: "
                f"late by {_days(days)}."
            )
        case Timeliness.RUNNING if days == 0:
            return "Not answered yet. Today is the last lawful day."
        case Timeliness.RUNNING:
            return f"Not answered yet. {_days(days).capitalize()} left."
        case Timeliness.OVERDUE:
            return f"Not answered. Overdue by {_days(days)}."
        case Timeliness.NO_CLOCK_ANSWERED:
            return f"{_answered(answered_on)}. No statutory clock runs for this report."
        case Timeliness.NO_CLOCK_OPEN:
            return "Not answered. No statutory clock runs for this report."


def _answered(answered_on: date | None) -> str:
    return f"Answered on {date_in_words(answered_on)}" if answered_on else "Not answered"


def _withdrawn(response: PublicResponse) -> str:
    if response.withdrawn_at is None:
        return ""
    return f"Withdrawn on {date_in_words(response.withdrawn_at)}. {response.withdrawn_because}"


def _version_facts(response: PublicResponse, site: str) -> dict[str, Any]:
    shown = shown_version(response)
    return {
        "version": response.version,
        "published_at": response.published_at.isoformat(),
        "content_hash": response.content_hash,
        "address": f"{site}{shown.href}",
        "withdrawn_on": _iso(response.withdrawn_at and response.withdrawn_at.date()),
        "withdrawn_because": response.withdrawn_because or None,
    }


def _answered_on(entry: PublicInspection) -> date | None:
    return min((version.published_on for version in entry.responses.all()), default=None)


def _current(entry: PublicInspection) -> PublicResponse | None:
    return next((v for v in entry.responses.all() if v.withdrawn_at is None), None)


def _days_taken(entry: PublicInspection, answered_on: date | None) -> int | None:
    if answered_on is None:
        return None
    return rules.days_taken(published_on=entry.published_on, answered_on=answered_on)


def _href(entry: PublicInspection, route: str = "inspection", **more: int) -> str:
    where: dict[str, Any] = {"body": entry.body_slug, "inspection": entry.slug, **more}
    return reverse(f"publication:{route}", kwargs=where)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
