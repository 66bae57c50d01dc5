"""The named checks that bodies want before a signature."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer
from answerable_site.responses.models import ApprovalStep


def bodies_with_steps(viewer: Viewer) -> QuerySet[Organisation]:
    """Local policing bodies whose checks the viewer may set."""
    return Organisation.objects.filter(
        kind=OrganisationKind.LOCAL_POLICING_BODY,
        pk__in=viewer.organisations_where(Role.ADMINISTRATOR),
    ).select_related("force")


def approval_steps_visible_to(viewer: Viewer) -> QuerySet[ApprovalStep]:
    """The steps in force of the bodies that the viewer administers, in their order."""
    return (
        ApprovalStep.objects.filter(body__in=bodies_with_steps(viewer), ended_at__isnull=True)
        .select_related("body", "organisation")
        .order_by("body__name", "position")
    )


def organisations_that_approve(body: Organisation) -> QuerySet[Organisation]:
    """The body and its force: one of them gives each approval."""
    return Organisation.objects.filter(Q(pk=body.pk) | Q(policing_body=body)).order_by("kind")
