"""Responses of former days in words: a list, one of them, a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils.html import format_html

from answerable.statute import basis
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.responses.queries import JudgedPast
from answerable_site.responses.rules.past import Explained, PastStanding

STANDINGS: Final = {
    PastStanding.IN_TIME: "In time",
    PastStanding.LATE: "Late",
    PastStanding.NOT_WHOLE: "Never wholly answered",
    PastStanding.NOT_KNOWN_WHETHER_WHOLE: "Not known whether whole",
    PastStanding.NOT_KNOWN_WHEN: "Not known when",
    PastStanding.NO_CLOCK: "No statutory clock",
}
_CLASSES: Final = {
    PastStanding.IN_TIME: "govuk-tag--green",
    PastStanding.LATE: "govuk-tag--orange",
    PastStanding.NOT_WHOLE: "govuk-tag--red",
    PastStanding.NOT_KNOWN_WHETHER_WHOLE: "govuk-tag--yellow",
    PastStanding.NOT_KNOWN_WHEN: "govuk-tag--yellow",
    PastStanding.NO_CLOCK: "govuk-tag--grey",
}


@dataclass(frozen=True, slots=True)
class ShownPast:
    """One past response."""

    title: str
    href: str
    body: str
    published_on: date
    """The day on which the inspectorate published."""
    tag: str
    tag_classes: str
    sentence: str
    missing: tuple[str, ...]
    missing_words: str
    """How much is missing, in words."""
    facts: str
    """Reference and origin."""
    rows: tuple[dict[str, Any], ...]
    """For a summary list."""
    note: str
    file_name: str
    """Empty where no file is kept."""


def shown_past(past: JudgedPast) -> ShownPast:
    """A past response for a list and for its own page."""
    judgement, row = past.judgement, past.row
    return ShownPast(
        title=past.inspection.title,
        href=reverse("responses:past_response", args=[past.inspection.pk, past.body.slug]),
        body=past.body.name,
        published_on=past.inspection.published_on,
        tag=STANDINGS[judgement.standing],
        tag_classes=_CLASSES[judgement.standing],
        sentence=judgement.sentence,
        missing=judgement.missing,
        missing_words=_missing_words(len(judgement.missing)),
        facts=f"Reference {row.reference}." if row.reference else "No reference.",
        rows=tuple(_rows(past)),
        note=row.note,
        file_name=row.file.name if row.file else "",
    )


def counts_in_words(shown: Iterable[JudgedPast]) -> tuple[str, ...]:
    """How many responses stand how, and of how many something is missing."""
    held = list(shown)
    by_standing = Counter(past.judgement.standing for past in held)
    words = [
        f"{STANDINGS[standing]}: {by_standing[standing]}."
        for standing in PastStanding
        if by_standing[standing]
    ]
    incomplete = sum(bool(past.judgement.missing) for past in held)
    return (*words, f"Something is missing: {incomplete} of {len(held)}.") if held else ()


def _missing_words(count: int) -> str:
    if count == 0:
        return "Nothing is missing."
    return "1 thing is missing." if count == 1 else f"{count} things are missing."


def _rows(past: JudgedPast) -> Iterable[dict[str, Any]]:
    row, inspection = past.row, past.inspection
    facts = [
        ("Local policing body", past.body.name),
        ("Report published", date_in_words(inspection.published_on)),
        ("Legal basis", basis(inspection.legal_basis).name),
        ("Response published", _day(row.published_on)),
        ("Explains every recommendation", Explained(row.explained).label),
        ("Chief officer invited", _day(row.invited_on)),
        ("Comments received", _day(row.comments_received_on)),
        ("Copy to the inspectors of constabulary", _day(row.copied_to_inspectors_on)),
        ("Copy to the Secretary of State", _day(row.copied_to_secretary_on)),
        ("Your reference", row.reference or "None"),
        ("Recorded", f"{row.recorded_by.full_name}, {moment_in_words(row.recorded_at)}"),
        ("Taken over from", row.takeover.name if row.takeover else "Entered by hand"),
    ]
    for key, value in facts:
        yield {"key": {"text": key}, "value": {"text": value}}
    if row.address:
        link = format_html('<a class="govuk-link" href="{0}" rel="noreferrer">{0}</a>', row.address)
        yield {"key": {"text": "Published at"}, "value": {"html": link}}


def _day(day: date | None) -> str:
    return date_in_words(day) if day else "Not known"


PAST_CSV_HEADER: Final = (
    "body",
    "reference",
    "report_title",
    "report_published_on",
    "legal_basis",
    "last_lawful_day",
    "response_published_on",
    "response_address",
    "invited_on",
    "comments_received_on",
    "explains_every_recommendation",
    "copied_to_inspectors_on",
    "copied_to_secretary_on",
    "standing",
    "day_of_period",
    "days_late",
    "judgement",
    "missing",
    "note",
)


def past_csv_row(past: JudgedPast) -> list[str]:
    """The cells of `PAST_CSV_HEADER`, safe to open in a spreadsheet program."""
    row, inspection, judgement = past.row, past.inspection, past.judgement
    told = (
        past.body.name,
        row.reference,
        inspection.title,
        inspection.published_on,
        inspection.legal_basis,
        inspection.last_lawful_day,
        row.published_on,
        row.address,
        row.invited_on,
        row.comments_received_on,
        row.explained or "not known",
        row.copied_to_inspectors_on,
        row.copied_to_secretary_on,
        judgement.standing.value,
        judgement.days,
        judgement.days_late or None,
        judgement.sentence,
        " ".join(judgement.missing),
        row.note,
    )
    return ["" if cell is None else str(cell) for cell in told]
