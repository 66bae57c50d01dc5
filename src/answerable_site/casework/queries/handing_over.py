"""Whose cases may be handed to whom."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from answerable_site.casework.models import CaseAssignment
from answerable_site.casework.rules import ASSIGNABLE, ASSIGNS
from answerable_site.people.models import Assignment, User
from answerable_site.people.rules import Viewer


def workers_on_cases(viewer: Viewer) -> QuerySet[User]:
    """People who work on cases, or did, for organisations in which the viewer says who does, by
    name."""
    posts = Assignment.objects.filter(
        organisation__in=viewer.organisations_where(*ASSIGNS),
        role__in=ASSIGNABLE,
        user=OuterRef("pk"),
    )
    return User.objects.filter(Exists(posts)).order_by("full_name", "pk")


def running_work_of(viewer: Viewer, worker: int) -> QuerySet[CaseAssignment]:
    """The running work of one of them, with its cases: whoever shows it leaves an entry."""
    return (
        CaseAssignment.objects.running()
        .filter(organisation__in=viewer.organisations_where(*ASSIGNS), user=worker)
        .select_related("case", "user", "organisation")
        .defer("organisation__logo")
        .order_by("case__reported_on", "pk")
    )


def posts_to_hand_to(viewer: Viewer, *, on: date) -> QuerySet[Assignment]:
    """Posts in those organisations whose holders could take cases over."""
    return Assignment.objects.in_force(on).filter(
        organisation__in=viewer.organisations_where(*ASSIGNS),
        role__in=ASSIGNABLE,
        user__is_active=True,
    )
