"""Whose cases may be handed to whom."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from answerable_site.casework.models import CaseAssignment
from answerable_site.casework.rules import ASSIGNABLE, ASSIGNS
from answerable_site.people.models import Assignment
from answerable_site.people.rules import Viewer


def running_work(viewer: Viewer) -> QuerySet[CaseAssignment]:
    """Running assignments for organisations in which the viewer says who works on cases."""
    return (
        CaseAssignment.objects.running()
        .filter(organisation__in=viewer.organisations_where(*ASSIGNS))
        .select_related("case", "user", "organisation")
        .defer("organisation__logo")
        .order_by("user__full_name", "case__reported_on", "pk")
    )


def posts_to_hand_to(viewer: Viewer, *, on: date) -> list[Assignment]:
    """Posts in those organisations whose holders could take cases over, by name."""
    posts = (
        Assignment.objects.in_force(on)
        .filter(
            organisation__in=viewer.organisations_where(*ASSIGNS),
            role__in=ASSIGNABLE,
            user__is_active=True,
        )
        .select_related("user", "organisation")
        .defer("organisation__logo")
        .order_by("user__full_name", "organisation__name", "pk")
    )
    return list({(post.user_id, post.organisation_id): post for post in posts}.values())
