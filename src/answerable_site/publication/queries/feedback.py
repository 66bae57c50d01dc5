"""What victims told: what is public, what of it is about a recommendation, what waits."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from answerable_site.people.rules import Role, Viewer
from answerable_site.publication.models import PublicFeedback
from answerable_site.publication.rules import FeedbackFinding


def feedback_of(body: str) -> QuerySet[PublicFeedback]:
    """What is public of one body now, the latest released first."""
    return PublicFeedback.objects.standing().filter(body_slug=body).order_by("-released_at", "-pk")


def feedback_at(body: str, slug: str) -> QuerySet[PublicFeedback]:
    """Everything at an address that was public at some time, the latest first."""
    found = PublicFeedback.objects.released().filter(body_slug=body, slug=slug)
    return found.order_by("-number")


def feedback_of_feed(body: str = "") -> QuerySet[PublicFeedback]:
    """Everything that was released, of all bodies or of one, the latest first."""
    found = PublicFeedback.objects.released()
    if body:
        found = found.filter(body_slug=body)
    return found.order_by("-released_at", "-pk")


def feedback_visible_to(viewer: Viewer) -> QuerySet[PublicFeedback]:
    """Released or not, of bodies for which the viewer publishes."""
    bodies = viewer.organisations_where(Role.PUBLISHER)
    kept = Q(passed_to__in=bodies) | Q(passed_to__isnull=True, body__in=bodies)
    return PublicFeedback.objects.filter(kept).select_related("prepared_by")


def waiting_feedback(viewer: Viewer) -> QuerySet[PublicFeedback]:
    """What waits for a publisher of the viewer’s bodies, the earliest prepared first."""
    waiting = PublicFeedback.objects.waiting()
    return feedback_visible_to(viewer).filter(pk__in=waiting).order_by("prepared_at", "pk")


def findings_by_recommendation() -> dict[int, list[tuple[PublicFeedback, FeedbackFinding]]]:
    """What is public of what victims told, by the number of the recommendation in the register, the
    latest released first; what speaks to no recommendation is not among it."""
    found: dict[int, list[tuple[PublicFeedback, FeedbackFinding]]] = {}
    for feedback in PublicFeedback.objects.standing().order_by("-released_at", "-pk"):
        for finding in feedback.told.findings:
            if finding.recommendation_id is not None:
                found.setdefault(finding.recommendation_id, []).append((feedback, finding))
    return found
