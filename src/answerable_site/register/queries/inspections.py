"""Reads of inspections, and what the register knows that helps to enter one."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable_site.people.models import Organisation
from answerable_site.people.queries import policing_bodies
from answerable_site.people.rules import Viewer
from answerable_site.register import rules
from answerable_site.register.models import DocumentReading, Inspection
from answerable_site.register.rules import InspectionKind, ReadingState


def inspections_visible_to(viewer: Viewer) -> QuerySet[Inspection]:
    """Inspections kept by, or concerning, a body whose work the viewer takes part in."""
    bodies = viewer.policing_body_ids
    concerned = Inspection.bodies_concerned.through.objects.filter(
        inspection=OuterRef("pk"), organisation__in=bodies
    )
    return Inspection.objects.filter(Q(kept_by__in=bodies) | Exists(concerned))


def whole_inspections(viewer: Viewer) -> QuerySet[Inspection]:
    """Visible inspections with all that their own page shows, their recommendations apart."""
    return (
        inspections_visible_to(viewer)
        .select_related("kept_by", "document", "created_by")
        .prefetch_related(
            "bodies_concerned",
            "gaps__recorded_by",
            "links_from__to_inspection",
            "links_to__from_inspection",
            "corrections__corrected_by",
        )
    )


def warnings_of(inspection: Inspection) -> list[str]:
    """What the reading of an inspection's document warns of."""
    reading = DocumentReading.objects.filter(
        document=inspection.document_id, state=ReadingState.READ
    ).first()
    if reading is None:
        return []
    return [*reading.facts.get("warnings", ()), *reading.facts.get("notes", ())]


def proposed_bodies(
    *, kind: InspectionKind | None, force: str | None, own_id: int
) -> list[Organisation]:
    """The local policing bodies that an inspection seems to concern. A proposal only; none that
    another body succeeded.

    Args:
        kind: of the inspection, as found.
        force: the one force that the report is about, as named in it.
        own_id: the body that enters it; proposed where nothing else is known.
    """
    acting = policing_bodies().filter(succeeded_by__isnull=True)
    bodies = list(acting.select_related("force").defer("logo", "force__logo"))
    named = [
        body for body in bodies if force and body.force and rules.same_force(body.force.name, force)
    ]
    if named:
        return named
    if kind in {InspectionKind.NATIONAL, InspectionKind.JOINT}:
        return bodies
    return [body for body in bodies if body.pk == own_id]


def likely_duplicates(
    viewer: Viewer,
    *,
    title: str,
    published_on: date | None,
    sha256: str = "",
    except_for: int | None = None,
) -> list[Inspection]:
    """Visible inspections that may be the same report: same file, or nearly the same title.

    A report of the same day needs less likeness than others, for titles are often shortened.
    """
    return [
        inspection
        for inspection in _all_but(viewer, except_for)
        if (sha256 and inspection.document and inspection.document.sha256 == sha256)
        or rules.likely_same_report(
            inspection.title, title, same_day=inspection.published_on == published_on
        )
    ]


def other_parts_of_series(
    viewer: Viewer, *, series: str, phase: str, except_for: int | None = None
) -> list[Inspection]:
    """Visible inspections of the same series and another phase."""
    if not series:
        return []
    return [
        inspection
        for inspection in _all_but(viewer, except_for).filter(series__iexact=series)
        if inspection.phase.casefold() != phase.casefold()
    ]


def _all_but(viewer: Viewer, except_for: int | None) -> QuerySet[Inspection]:
    others = inspections_visible_to(viewer).select_related("document")
    return others if except_for is None else others.exclude(pk=except_for)
