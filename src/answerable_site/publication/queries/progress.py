"""Public progress: what stands, what stood on a day, and what waits for a publisher."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from answerable_site.people.rules import Role, Viewer
from answerable_site.publication.models import PublicInspection, PublicProgress
from answerable_site.publication.queries.entries import acted_on_by


def progress_at(body: str, inspection: str) -> QuerySet[PublicProgress]:
    """Every snapshot of an inspection that was public at some time, the latest first."""
    return (
        PublicProgress.objects.released()
        .filter(entry__body_slug=body, entry__slug=inspection, entry__released_at__isnull=False)
        .select_related("entry")
        .order_by("-number")
    )


def progress_as_at(body: str, inspection: str, day: date) -> PublicProgress | None:
    """The snapshot that the public could read at the end of a civil date; None if there was none.

    Args:
        day: the civil date (Europe/London).
    """
    readable = PublicProgress.objects.as_at(day)
    return progress_at(body, inspection).filter(pk__in=readable).first()


def latest_progress(*, on: date, body: str = "") -> QuerySet[PublicProgress]:
    """Of every inspection, or of those of one body, the snapshot that was public at the end of a
    civil date, the newest report first."""
    newest = (
        PublicProgress.objects.as_at(on)
        .filter(entry=OuterRef("pk"))
        .order_by("-number")
        .values("pk")[:1]
    )
    entries = PublicInspection.objects.released().order_by()
    if body:
        entries = entries.filter(body_slug=body)
    found = entries.annotate(newest=Subquery(newest)).filter(newest__isnull=False)
    return (
        PublicProgress.objects.filter(pk__in=found.values("newest"))
        .select_related("entry")
        .order_by("-entry__published_on", "entry__title", "pk")
    )


def progress_of_feed(body: str = "") -> QuerySet[PublicProgress]:
    """Snapshots that were released, of all bodies or of one, the latest first."""
    found = PublicProgress.objects.released().filter(entry__released_at__isnull=False)
    if body:
        found = found.filter(entry__body_slug=body)
    return found.defer("facts").select_related("entry").order_by("-released_at", "-pk")


def progress_visible_to(viewer: Viewer) -> QuerySet[PublicProgress]:
    """Snapshots, released or not, of entries for whose telling body the viewer publishes."""
    bodies = viewer.organisations_where(Role.PUBLISHER)
    passed = Q(entry__followed_up_by__in=bodies)
    own = Q(acted_on_by(viewer, "entry__"), entry__followed_up_by__isnull=True)
    return PublicProgress.objects.filter(passed | own).select_related("entry", "prepared_by")


def standing_progress(viewer: Viewer) -> QuerySet[PublicProgress]:
    """Snapshots that are public and that the viewer may take back, the latest first."""
    found = progress_visible_to(viewer).filter(pk__in=PublicProgress.objects.standing())
    return found.defer("facts").order_by("-released_at", "-pk")


def waiting_progress(viewer: Viewer) -> QuerySet[PublicProgress]:
    """Snapshots that wait for a publisher of the viewer’s bodies, the oldest first."""
    waiting = PublicProgress.objects.waiting()
    found = progress_visible_to(viewer).filter(pk__in=waiting)
    return found.defer("facts").order_by("prepared_at")
