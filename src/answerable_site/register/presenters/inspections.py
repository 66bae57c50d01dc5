"""How an inspection is worded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.html import format_html

from answerable import statute
from answerable_site.design.dates import date_in_words
from answerable_site.people.rules import Viewer
from answerable_site.register import access, rules
from answerable_site.register.presenters.clocks import ShownClock, shown_clock
from answerable_site.register.presenters.listing import ListedRecommendation, listed_recommendation
from answerable_site.register.rules import (
    DateSource,
    InspectionKind,
    InspectionLinkKind,
    RecommendationKind,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerable_site.register.models import Inspection
    from answerable_site.register.queries import Line

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """Recommendations under one heading; `cause` holds the cause of concern they stand under."""

    heading: str
    cause: tuple[ListedRecommendation, ...]
    items: tuple[ListedRecommendation, ...]


@dataclass(frozen=True, slots=True)
class PrintedResponse:
    """What the document itself says as a response, and what that shows."""

    policing_body: str
    chief_officer: str
    account: str
    lateness: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another report, and how it relates to this one."""

    relation: str
    id: int
    title: str
    published_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that are missing, and why."""

    missing: str
    explanation: str
    who: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of a fact."""

    changes: tuple[dict[str, str], ...]
    reason: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class ShownInspection:
    """An inspection with its clock, recommendations and everything recorded about it."""

    id: int
    title: str
    rows: tuple[Row, ...]
    clock: ShownClock
    key_findings: tuple[str, ...]
    judgements: tuple[dict[str, str], ...]
    groups: tuple[Group, ...]
    count: int
    gaps: tuple[Gap, ...]
    unexplained: tuple[str, ...]
    """Missing numbers about which nobody has said anything yet."""
    printed: PrintedResponse | None
    related: tuple[Related, ...]
    corrections: tuple[Corrected, ...]
    warnings: tuple[str, ...]
    can_decide: bool
    answering: tuple[tuple[str, str], ...]
    """Slug and name of each body whose response the viewer may open."""


def shown_inspection(
    inspection: Inspection,
    lines: Sequence[Line],
    *,
    warnings: Sequence[str],
    viewer: Viewer,
    on: date,
) -> ShownInspection:
    """An inspection for its own page."""
    gaps = tuple(
        Gap(gap.missing, gap.explanation, gap.recorded_by.full_name)
        for gap in inspection.gaps.all()
    )
    missing = rules.missing_numbers(
        one.number for one in lines if one.kind == RecommendationKind.RECOMMENDATION and one.number
    )
    explained = {gap.missing for gap in gaps}
    return ShownInspection(
        id=inspection.pk,
        title=inspection.title,
        rows=tuple(inspection_rows(inspection)),
        clock=shown_clock(inspection.published_on, inspection.legal_basis, on=on),
        key_findings=tuple(inspection.key_findings),
        judgements=tuple(inspection.judgements),
        groups=_groups(lines, on),
        count=len(lines),
        gaps=gaps,
        unexplained=tuple(numbers for numbers in missing if numbers not in explained),
        printed=_printed(inspection, lines),
        related=_related(inspection),
        corrections=tuple(
            Corrected(tuple(one.changes), one.reason, one.corrected_by.full_name, one.corrected_at)
            for one in inspection.corrections.all()
            if one.recommendation_id is None
        ),
        warnings=tuple(warnings),
        can_decide=access.can_decide(viewer, inspection),
        answering=tuple(
            (body.slug, body.name)
            for body in inspection.bodies_concerned.all()
            if body.pk in viewer.policing_body_ids and body.succeeded_by_id is None
        ),
    )


def inspection_rows(inspection: Inspection) -> list[Row]:
    """The facts as rows of a summary list."""
    basis = statute.basis(inspection.legal_basis)
    facts: list[tuple[str, str]] = [
        ("Kind", InspectionKind(inspection.kind).label),
        ("Published", date_in_words(inspection.published_on)),
        ("Date found in", DateSource(inspection.date_source).label),
        ("Legal basis", f"{basis.name} ({basis.citation})"),
        ("Inspectorates", ", ".join(inspection.inspectorates)),
        ("Concerns", ", ".join(body.name for body in inspection.bodies_concerned.all())),
        ("Series", ", ".join(part for part in (inspection.series, inspection.phase) if part)),
        ("Entered by", inspection.kept_by.name),
    ]
    rows: list[Row] = [
        {"key": {"text": key}, "value": {"text": value}} for key, value in facts if value
    ]
    if inspection.source_address:
        link = format_html(
            '<a class="govuk-link" href="{0}" rel="noreferrer">{0}</a>', inspection.source_address
        )
        rows.append({"key": {"text": "Published at"}, "value": {"html": link}})
    return rows


def inspection_words(inspection: Inspection) -> str:
    """An inspection in one line, for choices and links."""
    return f"{inspection.title} ({date_in_words(inspection.published_on)})"


def _groups(lines: Sequence[Line], on: date) -> tuple[Group, ...]:
    shown = {one.id: listed_recommendation(one, on=on) for one in lines}
    causes = [one for one in lines if one.kind == RecommendationKind.CAUSE_OF_CONCERN]
    under = {cause.id for cause in causes}
    groups = [
        Group(
            heading="Cause of concern",
            cause=(shown[cause.id],),
            items=tuple(shown[one.id] for one in lines if one.parent_id == cause.id),
        )
        for cause in causes
    ]
    for kind, heading in (
        (RecommendationKind.RECOMMENDATION, "Recommendations"),
        (RecommendationKind.AREA_FOR_IMPROVEMENT, "Areas for improvement"),
    ):
        items = tuple(
            shown[one.id] for one in lines if one.kind == kind and one.parent_id not in under
        )
        if items:
            groups.append(Group(heading, (), items))
    return tuple(groups)


def _printed(inspection: Inspection, lines: Sequence[Line]) -> PrintedResponse | None:
    found = inspection.printed_response
    if not (found.get("policing_body") or found.get("chief_officer")):
        return None
    wanted = [one for one in lines if one.kind == RecommendationKind.RECOMMENDATION]
    explained = set(found.get("individually_explained", ()))
    return PrintedResponse(
        policing_body=found.get("policing_body") or "",
        chief_officer=found.get("chief_officer") or "",
        account=_account(
            len(wanted), sum(bool(one.number) and one.number in explained for one in wanted)
        ),
        lateness=_lateness(inspection, found),
    )


def _account(wanted: int, explained: int) -> str:
    of_them = f"{wanted} recommendation{'' if wanted == 1 else 's'}"
    if explained == 0:
        return f"{of_them}, none explained individually."
    return f"{of_them}, {explained} explained individually."


def _lateness(inspection: Inspection, found: dict[str, Any]) -> str:
    mention = found.get("latest_mention")
    if not mention or inspection.last_lawful_day is None:
        return ""
    last = inspection.last_lawful_day
    late = rules.days_late_at_least(mention, last_lawful_day=last)
    if late == 0:
        return ""
    when = (
        rules.month_in_words(mention)
        if len(mention) == len("2021-10")
        else date_in_words(rules.first_possible_day(mention))
    )
    return (
        f"It speaks of {when}; the last lawful day was {date_in_words(last)}, "
        f"so it was published at least {late} day{'' if late == 1 else 's'} late."
    )


def _related(inspection: Inspection) -> tuple[Related, ...]:
    onward = (
        (InspectionLinkKind(link.kind).label, link.to_inspection, link.reason)
        for link in inspection.links_from.all()
    )
    backward = (
        (InspectionLinkKind(link.kind).seen_from_the_other, link.from_inspection, link.reason)
        for link in inspection.links_to.all()
    )
    return tuple(
        Related(relation, other.pk, other.title, other.published_on, reason)
        for relation, other, reason in (*onward, *backward)
    )
