"""Reads of the priorities of Police and Crime Plans."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from answerable_site.people.rules import Role, Viewer
from answerable_site.register.models import PlanPriority


def priorities_kept_by(viewer: Viewer) -> QuerySet[PlanPriority]:
    """Every priority of the bodies whose response officer the viewer is, the newest plan first."""
    return PlanPriority.objects.filter(
        body__in=viewer.organisations_where(Role.RESPONSE_OFFICER)
    ).select_related("body", "recorded_by")


def priorities_to_choose(
    viewer: Viewer, body_id: int, *, on: date, chosen: Collection[int] = ()
) -> QuerySet[PlanPriority]:
    """What an answer of the body may name: priorities in force on a day, and those it names.

    Args:
        viewer: who looks; sees nothing of a body in whose work they take no part.
        body_id: the local policing body that answers.
        on: the civil date (Europe/London); first and last day of a priority both count.
        chosen: keys of those that the answer names already, which may have ended since.
    """
    in_force = Q(from_on__lte=on) & (Q(to_on__isnull=True) | Q(to_on__gte=on))
    return PlanPriority.objects.filter(
        in_force | Q(pk__in=chosen), body=body_id, body__in=viewer.policing_body_ids
    )
