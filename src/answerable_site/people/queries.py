"""Reads of organisations, people and roles."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet

from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import ANONYMOUS, OrganisationKind, Post, Role, Viewer


def viewer_for(user: User | AnonymousUser, *, on: date) -> Viewer:
    """The viewer that a signed-in person is on a day; `ANONYMOUS` for anybody else."""
    if not isinstance(user, User) or not user.is_active:
        return ANONYMOUS
    assignments = (
        user.assignments.in_force(on)
        .select_related("organisation", "organisation__policing_body")
        .order_by("organisation_id", "role")
    )
    posts = tuple(
        Post(
            role=Role(assignment.role),
            organisation_id=assignment.organisation_id,
            organisation_name=assignment.organisation.name,
            policing_body_id=_policing_body_id(assignment.organisation),
        )
        for assignment in assignments
    )
    return Viewer(user_id=user.pk, name=user.full_name, posts=posts)


def _policing_body_id(organisation: Organisation) -> int | None:
    if organisation.kind == OrganisationKind.LOCAL_POLICING_BODY:
        return organisation.pk
    body = getattr(organisation, "policing_body", None)
    return body.pk if body else None


def policing_bodies() -> QuerySet[Organisation]:
    """Every local policing body of this installation. Their names are public."""
    return Organisation.objects.filter(kind=OrganisationKind.LOCAL_POLICING_BODY).order_by("name")


def policing_bodies_of(viewer: Viewer) -> QuerySet[Organisation]:
    """The bodies whose work the viewer takes part in."""
    return policing_bodies().filter(pk__in=viewer.policing_body_ids).select_related("force")


def organisations_administered_by(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations in which the viewer may add people and grant roles."""
    return Organisation.objects.filter(
        pk__in=viewer.organisations_where(Role.ADMINISTRATOR)
    ).order_by("name")


def people_visible_to(viewer: Viewer) -> QuerySet[User]:
    """People who hold or held a role in an organisation that the viewer administers.

    `shown_assignments` on each holds only the assignments in those organisations.
    """
    administered = viewer.organisations_where(Role.ADMINISTRATOR)
    return (
        User.objects.filter(assignments__organisation__in=administered)
        .distinct()
        .order_by("full_name")
        .prefetch_related(
            Prefetch(
                "assignments",
                queryset=Assignment.objects.filter(organisation__in=administered).select_related(
                    "organisation", "granted_by", "confirmed_by"
                ),
                to_attr="shown_assignments",
            )
        )
    )


def assignments_visible_to(viewer: Viewer) -> QuerySet[Assignment]:
    """Assignments in organisations that the viewer administers."""
    return Assignment.objects.filter(
        organisation__in=viewer.organisations_where(Role.ADMINISTRATOR)
    ).select_related("organisation", "user")


def demonstration_accounts() -> QuerySet[User]:
    """Everybody, for the demonstration's account switcher only."""
    return User.objects.filter(is_active=True).prefetch_related("assignments__organisation")
