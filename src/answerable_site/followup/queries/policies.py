"""The choices of a body, and how it calls its levels."""

from __future__ import annotations

from django.db.models import QuerySet

from answerable_site.followup.models import AssuranceLevel, BodyPolicy, ClosureLevel
from answerable_site.followup.rules import AssuranceKind, Policy
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer

FIRST_LEVELS = (
    ("Not assured", AssuranceKind.NONE),
    ("Partly assured", AssuranceKind.PARTIAL),
    ("Done, showing that it lasts", AssuranceKind.DEMONSTRATING),
    ("Assured as complete", AssuranceKind.COMPLETE),
)
"""What a body starts from; it may name others."""


def policy_of(body_id: int) -> Policy:
    """What a body asks of follow-up now; the defaults until it says otherwise."""
    latest = BodyPolicy.objects.filter(body=body_id).order_by("-at", "-pk").first()
    return latest.policy if latest else Policy()


def policies_by_body() -> dict[int, Policy]:
    """What every body that chose anything asks of follow-up now, by its key."""
    return {one.body_id: one.policy for one in BodyPolicy.objects.order_by("at", "pk")}


def policies_of(body: Organisation) -> QuerySet[BodyPolicy]:
    """Every policy that a body ever had, the latest first."""
    return BodyPolicy.objects.filter(body=body).select_related("by").order_by("-at", "-pk")


def assurance_levels_of(body_id: int) -> QuerySet[AssuranceLevel]:
    """The levels of assurance in use."""
    return AssuranceLevel.objects.filter(body=body_id, ended_at__isnull=True)


def closure_levels_of(body_id: int) -> QuerySet[ClosureLevel]:
    """Who signs off a closure at the inspectorate, as the body was told; none is built in."""
    return ClosureLevel.objects.filter(body=body_id, ended_at__isnull=True)


def levels_decided_by(viewer: Viewer) -> QuerySet[AssuranceLevel]:
    """Levels of assurance of bodies for which the viewer decides."""
    bodies = viewer.organisations_where(Role.RESPONSE_OFFICER)
    return AssuranceLevel.objects.filter(body__in=bodies).select_related("body").defer("body__logo")


def closure_levels_decided_by(viewer: Viewer) -> QuerySet[ClosureLevel]:
    """Levels of closure of bodies for which the viewer decides."""
    bodies = viewer.organisations_where(Role.RESPONSE_OFFICER)
    return ClosureLevel.objects.filter(body__in=bodies).select_related("body").defer("body__logo")
