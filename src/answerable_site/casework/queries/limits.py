"""The limits that apply to an organisation, and every version that it set."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable.statute import LIMITS, Limits
from answerable_site.casework.models import CaseShare, LimitVersion
from answerable_site.casework.queries.cases import cases_within_reach
from answerable_site.casework.rules import HAS_LIMITS, READS_CASES
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer


def limits_of(organisation_id: int) -> Limits:
    """Every version of every limit that applies to a force or CPS Area.

    One query; a page that needs them for several cases asks once for each organisation.
    """
    own = LimitVersion.objects.confirmed().filter(organisation=organisation_id)
    return LIMITS.with_versions(version.as_limit() for version in own)


def limits_for(viewer: Viewer) -> Limits:
    """Those of the organisation whose limits a viewer looks up first; the product’s without one."""
    organisation = organisations_with_limits(viewer).first()
    return LIMITS if organisation is None else limits_of(organisation.pk)


def organisations_with_limits(viewer: Viewer) -> QuerySet[Organisation]:
    """The forces and CPS Areas whose limits a viewer may read, their own first.

    Their own are those where they read cases or administer; the others work with them on a case
    that is within their reach.
    """
    own = viewer.organisations_where(*READS_CASES, Role.ADMINISTRATOR)
    reach = cases_within_reach(viewer)
    shared = CaseShare.objects.running().filter(
        organisation=OuterRef("pk"), case__in=reach.values("pk")
    )
    return (
        Organisation.objects.filter(
            Q(pk__in=own) | Exists(reach.filter(force=OuterRef("pk"))) | Exists(shared),
            kind__in=HAS_LIMITS,
        )
        .annotate(is_own=Q(pk__in=own))
        .order_by("-is_own", "name")
        .defer("logo")
    )


def limits_administered_by(viewer: Viewer) -> QuerySet[Organisation]:
    """The forces and CPS Areas whose limits a viewer may set."""
    administered = viewer.organisations_where(Role.ADMINISTRATOR)
    return Organisation.objects.filter(pk__in=administered, kind__in=HAS_LIMITS).defer("logo")


def limit_versions(viewer: Viewer, organisation_id: int) -> QuerySet[LimitVersion]:
    """Every version that an organisation set, if the viewer may read them; the oldest first.

    Each says as `is_replaced` whether a later one of the same limit stands beside it.
    """
    return (
        LimitVersion.objects.filter(
            organisation=organisation_id,
            organisation__in=organisations_with_limits(viewer).values("pk"),
        )
        .select_related("set_by", "confirmed_by")
        .annotate(is_replaced=_has_a_later_one())
    )


def limits_that_wait(viewer: Viewer) -> QuerySet[LimitVersion]:
    """Versions that wait for confirmation, in organisations that the viewer administers."""
    return (
        LimitVersion.objects.filter(
            ~_has_a_later_one(),
            confirmed_at__isnull=True,
            organisation__in=limits_administered_by(viewer).values("pk"),
        )
        .select_related("organisation", "set_by")
        .defer("organisation__logo")
    )


def _has_a_later_one() -> Exists:
    """For a version: whether another of the same limit was set after it."""
    return Exists(
        LimitVersion.objects.filter(
            organisation=OuterRef("organisation"), code=OuterRef("code"), pk__gt=OuterRef("pk")
        )
    )
