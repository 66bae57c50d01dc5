"""Reads of documents and of what was read in them."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from answerable_site.people.models import Organisation
from answerable_site.people.queries import policing_bodies_of
from answerable_site.people.rules import Role, Viewer
from answerable_site.register.models import (
    DocumentReading,
    Inspection,
    Passage,
    ReceivedDocument,
)
from answerable_site.register.queries.inspections import inspections_visible_to
from answerable_site.register.rules import ReadingState


def documents_visible_to(viewer: Viewer) -> QuerySet[ReceivedDocument]:
    """Documents of the bodies that the viewer works for, and those behind visible inspections."""
    holders = viewer.organisations_where(Role.RESPONSE_OFFICER, Role.HOLDER, Role.PUBLISHER)
    return (
        ReceivedDocument.objects.filter(
            Q(held_by__in=holders) | Q(inspections__in=inspections_visible_to(viewer))
        )
        .distinct()
        .select_related("held_by", "received_by")
        .prefetch_related(
            "readings",
            Prefetch("inspections", queryset=Inspection.objects.only("pk", "document_id", "title")),
        )
    )


def bodies_added_for(viewer: Viewer) -> QuerySet[Organisation]:
    """The local policing bodies to whose register the viewer may add."""
    return policing_bodies_of(viewer).filter(
        pk__in=viewer.organisations_where(Role.RESPONSE_OFFICER)
    )


def bodies_grouping(viewer: Viewer, inspection: Inspection) -> QuerySet[Organisation]:
    """The bodies under whose themes the viewer may group what a report recommends."""
    return bodies_added_for(viewer).filter(
        Q(pk=inspection.kept_by_id) | Q(pk__in=inspection.bodies_concerned.all())
    )


def unfinished_documents(viewer: Viewer) -> QuerySet[ReceivedDocument]:
    """Documents of the viewer's bodies from which no inspection was made yet, the newest first."""
    return documents_visible_to(viewer).filter(inspections__isnull=True, set_aside_at__isnull=True)


def same_file(viewer: Viewer, document: ReceivedDocument) -> QuerySet[ReceivedDocument]:
    """Other documents of the same holder with the same bytes, the newest first."""
    return (
        documents_visible_to(viewer)
        .filter(held_by=document.held_by_id, sha256=document.sha256)
        .exclude(pk=document.pk)
    )


def reading_to_confirm(document: ReceivedDocument) -> DocumentReading | None:
    """The reading that succeeded, if there is one."""
    return document.readings.filter(state=ReadingState.READ).first()


def passage_of(document: ReceivedDocument, page: int) -> Passage | None:
    """One page as it was read, or None where there is no such page."""
    return Passage.objects.filter(
        reading__document=document, reading__state=ReadingState.READ, page=page
    ).first()
