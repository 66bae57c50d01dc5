"""Priorities of a Police and Crime Plan, and the recommendations whose answer names one."""

from __future__ import annotations

from django.db.models import Exists, F, Model, OuterRef, QuerySet

from answerable_site.followup.queries.visible import bodies_followed_by
from answerable_site.people.rules import Viewer
from answerable_site.register.models import PlanPriority


def priorities_of(viewer: Viewer) -> QuerySet[PlanPriority]:
    """The priorities of the bodies whose follow-up the viewer sees, ended ones among them."""
    return PlanPriority.objects.filter(body__in=bodies_followed_by(viewer))


def recommendations_that_serve(priority_id: int) -> QuerySet[Model]:
    """Keys of the recommendations whose latest answer, of the priority's own body, names it.

    Answers stand in `responses`, which is built on this app as little as this one on it; the
    priority, which both know, leads to them.
    """
    answers = PlanPriority.explanations.rel.related_model.objects  # type: ignore[attr-defined]
    later = answers.filter(
        response=OuterRef("response"),
        recommendation=OuterRef("recommendation"),
        version__gt=OuterRef("version"),
    )
    naming = answers.filter(priorities=priority_id, response__body=F("priorities__body"))
    found: QuerySet[Model] = naming.filter(~Exists(later)).values("recommendation")
    return found
