"""Results that left the force, and those that wait for a second person."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from answerable_site.casereviews import access
from answerable_site.casereviews.models import Programme, ReleasedReview
from answerable_site.people.rules import Role, Viewer


def released_seen_by(viewer: Viewer) -> QuerySet[ReleasedReview]:
    """What was released of the viewer’s force, or of the force of their policing body; withdrawn
    ones too, the latest first."""
    own = Q(force__in=viewer.organisations_where(*access.SEES_RELEASED, Role.SUPERVISOR))
    body = Q(force__policing_body__in=access.bodies_of(viewer))
    return _whole(ReleasedReview.objects.filter(own | body, released_at__isnull=False))


def prepared_seen_by(viewer: Viewer) -> QuerySet[ReleasedReview]:
    """What waits to be released of the forces whose results a viewer checks or prepares."""
    works = viewer.organisations_where(Role.FIGURE_CHECKER, Role.SUPERVISOR)
    waiting = ReleasedReview.objects.filter(
        force__in=works, released_at__isnull=True, withdrawn_at__isnull=True
    )
    return _whole(waiting)


def standing_release(programme: Programme) -> ReleasedReview | None:
    """What of a programme was prepared or released and not withdrawn."""
    return programme.released.filter(withdrawn_at__isnull=True).first()


def _whole(found: QuerySet[ReleasedReview]) -> QuerySet[ReleasedReview]:
    return (
        found.select_related("force", "prepared_by", "released_by", "withdrawn_by")
        .defer("force__logo")
        .prefetch_related("themes")
    )
