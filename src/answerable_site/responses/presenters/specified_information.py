"""Where a body shows what the Specified Information Order asks for, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable.statute import Confidence
from answerable_site.design.dates import date_in_words
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.responses import access
from answerable_site.responses.presenters.texts import by_whom
from answerable_site.responses.rules.specified_information import PROVISIONS, Showing
from answerable_site.responses.rules.words import InformationKind

if TYPE_CHECKING:
    from answerable_site.responses.models import SpecifiedInformation
    from answerable_site.responses.queries import InformationHeld

HEADINGS = {
    InformationKind.PEEL_REPORT: "Latest PEEL report",
    InformationKind.SUMMARY_ASSESSMENT: "Latest summary assessment",
}
_TAGS = {
    Showing.TYPE_UNKNOWN: ("Not known", "govuk-tag--grey"),
    Showing.NOT_BOUND: ("Not bound", "govuk-tag--grey"),
    Showing.NOT_RECORDED: ("Not recorded", "govuk-tag--blue"),
    Showing.CURRENT: ("Shown", "govuk-tag--green"),
    Showing.OUTDATED: ("Newer one is out", "govuk-tag--red"),
}


@dataclass(frozen=True, slots=True)
class ShownInformation:
    """One kind of information and how the body stands."""

    kind: str
    heading: str
    law: str
    source: str
    tag: str
    tag_classes: str
    sentence: str
    newest: str
    """The newest in the register; empty if there is none."""
    latest: ShownRecord | None
    earlier: tuple[ShownRecord, ...]
    record_href: str
    """Empty for those who may not record."""


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """That somebody looked and found it."""

    title: str
    published: str
    address: str
    shown_from: str
    checked: str
    by: str


def shown_information(
    held: InformationHeld, body: Organisation, *, viewer: Viewer
) -> ShownInformation:
    """One kind of information as the viewer sees it."""
    provision = PROVISIONS[held.kind]
    tag, classes = _TAGS[held.verdict.showing]
    records = [_record(row) for row in held.records]
    may = access.can_draft(viewer, body.pk) and held.verdict.showing is not Showing.NOT_BOUND
    return ShownInformation(
        kind=held.kind.value,
        heading=HEADINGS[held.kind],
        law=_law(held),
        source=provision.source,
        tag=tag,
        tag_classes=classes,
        sentence=_sentence(held, body),
        newest=report_in_words(held.newest.title, held.newest.published_on) if held.newest else "",
        latest=records[0] if records else None,
        earlier=tuple(records[1:]),
        record_href=reverse(
            "responses:record_specified_information", args=[body.slug, held.kind.value]
        )
        if may
        else "",
    )


def report_in_words(title: str, published_on: object) -> str:
    """A report by its title and the day on which it was published."""
    return f"{title}, published on {date_in_words(published_on)}"  # type: ignore[arg-type]


def _law(held: InformationHeld) -> str:
    provision = PROVISIONS[held.kind]
    since = f" ({provision.commencement})" if provision.commencement else ""
    doubt = "" if provision.confidence is Confidence.CONFIRMED else " This is to be verified."
    citation = f"{provision.citation[0].upper()}{provision.citation[1:]}"
    return f"{citation}{since}: {provision.summary}{doubt}"


def _sentence(held: InformationHeld, body: Organisation) -> str:
    match held.verdict.showing:
        case Showing.TYPE_UNKNOWN:
            return (
                f"Whether {body.name} is bound depends on what it is in law, and nobody has said. "
                "Ask an administrator to say what the body is first."
            )
        case Showing.NOT_BOUND:
            return (
                f"{body.name} is no elected local policing body, so the Order does not bind it. It "
                "may show the report all the same."
            )
        case Showing.NOT_RECORDED:
            return "Nobody has recorded that it is shown."
        case Showing.OUTDATED if held.verdict.newer_since:
            return (
                "It is shown, but a newer one is out since "
                f"{date_in_words(held.verdict.newer_since)}."
            )
        case _:
            return "It is shown, and the register holds no newer one."


def _record(row: SpecifiedInformation) -> ShownRecord:
    return ShownRecord(
        title=row.title,
        published=date_in_words(row.published_on),
        address=row.address,
        shown_from=date_in_words(row.shown_from_on),
        checked=date_in_words(row.checked_on),
        by=by_whom(row.recorded_by, row.recorded_at),
    )
