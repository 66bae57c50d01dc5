"""Whom and what a person may choose."""

from __future__ import annotations

from datetime import date

from django.db.models import Min, Q, QuerySet

from answerable_site.followup.access import FOLLOWS_UP, MANAGES
from answerable_site.followup.models import Action, Commitment, Ownership, Review
from answerable_site.followup.queries.visible import (
    actions_visible_to,
    bodies_followed_by,
    commitments_visible_to,
)
from answerable_site.followup.rules import OPEN_STATES
from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import OrganisationKind, Role, Viewer


def people_who_could_own(organisation_id: int, *, on: date) -> QuerySet[User]:
    """People of an organisation with a role in follow-up on a civil date."""
    posts = Assignment.objects.in_force(on).filter(
        organisation=organisation_id, role__in=FOLLOWS_UP
    )
    return (
        User.objects.filter(is_active=True, assignments__in=posts).distinct().order_by("full_name")
    )


def people_who_could_own_any(viewer: Viewer, *, on: date) -> QuerySet[User]:
    """People who could own one of the commitments that the viewer manages, on a civil date."""
    officer_of = viewer.organisations_where(Role.RESPONSE_OFFICER)
    acting = Commitment.objects.filter(body__in=officer_of).order_by().values("organisation")
    posts = Assignment.objects.in_force(on).filter(
        Q(organisation__in=organisations_managed_by(viewer).order_by().values("pk"))
        | Q(organisation__in=acting),
        role__in=FOLLOWS_UP,
    )
    return User.objects.filter(is_active=True, pk__in=posts.values("user")).order_by("full_name")


def owns_still(user_id: int | None, organisation_id: int, *, on: date) -> bool:
    """Whether an owner still works for the organisation; a person who left owns nothing."""
    if user_id is None:
        return False
    return people_who_could_own(organisation_id, on=on).filter(pk=user_id).exists()


def organisations_that_act(viewer: Viewer, body: Organisation) -> QuerySet[Organisation]:
    """Organisations that a body may write down as bound: itself, its force, and those of kinds
    that are shared by all."""
    own = Q(pk__in=[body.pk, *([body.force_id] if body.force_id else [])])
    shared = Q(
        kind__in=[
            OrganisationKind.CPS_AREA,
            OrganisationKind.SUPPORT_SERVICE,
            OrganisationKind.INSPECTORATE,
            OrganisationKind.NATIONAL_BODY,
        ]
    )
    if not viewer.holds_in(body.pk, Role.RESPONSE_OFFICER):
        return Organisation.objects.none()
    return Organisation.objects.filter(own | shared).defer("logo").order_by("kind", "name")


def bodies_decided_for(viewer: Viewer) -> QuerySet[Organisation]:
    """Policing bodies for which the viewer decides what is followed up."""
    return (
        Organisation.objects.filter(pk__in=viewer.organisations_where(Role.RESPONSE_OFFICER))
        .defer("logo")
        .order_by("name")
    )


def organisations_managed_by(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations whose commitments a viewer manages."""
    managed = _managed_by(viewer)
    return Organisation.objects.filter(pk__in=managed).defer("logo").order_by("name")


def organisations_with_choices(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations whose choices for follow-up a viewer may read: those whose commitments they
    manage, and the policing bodies that they follow."""
    managed = organisations_managed_by(viewer).values("pk")
    readable = Q(pk__in=managed) | Q(pk__in=bodies_followed_by(viewer))
    return Organisation.objects.filter(readable).defer("logo").order_by("name")


def commitments_to_serve(viewer: Viewer, action: Action) -> QuerySet[Commitment]:
    """Visible commitments of the organisation that does an action, which it serves or could."""
    return (
        commitments_visible_to(viewer)
        .filter(organisation=action.organisation_id)
        .select_related("recommendation__inspection", "organisation", "limb")
        .defer("organisation__logo")
    )


def actions_to_wait_for(viewer: Viewer, action: Action) -> QuerySet[Action]:
    """Visible open actions for which an action could wait."""
    return (
        actions_visible_to(viewer)
        .filter(state__in=OPEN_STATES)
        .exclude(pk=action.pk)
        .select_related("organisation")
        .defer("organisation__logo")
        .order_by("organisation__name", "title")
    )


def managed_by(viewer: Viewer) -> Q:
    """Commitments and actions of the organisations for which a viewer says what is done."""
    return Q(organisation__in=_managed_by(viewer))


def _managed_by(viewer: Viewer) -> frozenset[int]:
    return frozenset(
        post.organisation_id
        for post in viewer.posts
        if post.organisation_kind is not None and post.role in MANAGES[post.organisation_kind]
    )


def earliest_open_review(commitment: Commitment) -> date | None:
    """The first day on which a review that was planned and not held is due."""
    open_reviews = Review.objects.filter(commitment=commitment, held_on__isnull=True)
    earliest: date | None = open_reviews.aggregate(Min("due_on"))["due_on__min"]
    return earliest


def owners_ever(commitment: Commitment) -> frozenset[int]:
    """Everybody who owns a commitment or one of its actions, or owned it before."""
    concerned = Q(commitment=commitment) | Q(action__commitments=commitment)
    owned = Ownership.objects.filter(concerned, owner__isnull=False)
    return frozenset(owned.values_list("owner_id", flat=True))
