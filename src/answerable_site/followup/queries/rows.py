"""Single rows of visible commitments and actions, each with what a form about it names."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from answerable_site.followup.models import (
    Action,
    Closure,
    Commitment,
    Criterion,
    Dependency,
    PracticeReview,
    ProgressUpdate,
    PublicWording,
    Review,
    Risk,
)
from answerable_site.followup.queries.visible import (
    actions_visible_to,
    bodies_followed_by,
    commitments_visible_to,
    with_visible_action,
)
from answerable_site.people.rules import Viewer

_NAMED = ("organisation", "body", "recommendation__inspection", "limb", "owner")


def named_commitments(viewer: Viewer) -> QuerySet[Commitment]:
    """Visible commitments with what they are called by."""
    return (
        commitments_visible_to(viewer)
        .select_related(*_NAMED)
        .defer("organisation__logo", "body__logo")
    )


def named_actions(viewer: Viewer) -> QuerySet[Action]:
    """Visible actions with what they are called by."""
    return (
        actions_visible_to(viewer)
        .select_related("organisation", "owner", "parent")
        .defer("organisation__logo")
    )


def reviews_visible_to(viewer: Viewer) -> QuerySet[Review]:
    """Reviews of visible commitments."""
    return _of_visible(Review.objects.all(), viewer)


def risks_visible_to(viewer: Viewer) -> QuerySet[Risk]:
    """Risks of visible commitments."""
    return _of_visible(Risk.objects.all(), viewer)


def criteria_visible_to(viewer: Viewer) -> QuerySet[Criterion]:
    """Criteria of visible commitments, but for those that are asked for no longer."""
    return _of_visible(Criterion.objects.filter(dropped_at__isnull=True), viewer)


def closures_visible_to(viewer: Viewer) -> QuerySet[Closure]:
    """Closures of visible commitments."""
    return _of_visible(Closure.objects.all(), viewer)


def wordings_visible_to(viewer: Viewer) -> QuerySet[PublicWording]:
    """Words for the public of visible commitments."""
    return _of_visible(PublicWording.objects.all(), viewer)


def updates_visible_to(viewer: Viewer) -> QuerySet[ProgressUpdate]:
    """Progress updates of visible commitments and actions."""
    return ProgressUpdate.objects.filter(
        Q(commitment__in=commitments_visible_to(viewer)) | with_visible_action(viewer)
    ).select_related("commitment__organisation", "action__organisation")


def dependencies_visible_to(viewer: Viewer) -> QuerySet[Dependency]:
    """What visible actions wait for."""
    return Dependency.objects.filter(with_visible_action(viewer)).select_related(
        "action__organisation", "needed"
    )


def practice_reviews_visible_to(viewer: Viewer) -> QuerySet[PracticeReview]:
    """Practice reviews of the bodies that a viewer follows, and those that a visible commitment
    asked for; the latest first."""
    asked_for = PracticeReview.commitments.through.objects.filter(
        commitment__in=commitments_visible_to(viewer)
    )
    return (
        PracticeReview.objects.filter(
            Q(body__in=bodies_followed_by(viewer)) | Q(pk__in=asked_for.values("practicereview"))
        )
        .select_related("body", "by")
        .defer("body__logo")
    )


def _of_visible(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    return rows.filter(commitment__in=commitments_visible_to(viewer)).select_related(
        *(f"commitment__{name}" for name in _NAMED)
    )
