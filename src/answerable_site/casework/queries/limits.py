"""The limits that apply to an organisation, and every version that it set."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable.statute import LIMITS, Limit, Limits
from answerable_site.casework.models import Case, CaseShare, LimitVersion
from answerable_site.casework.models.cases import CaseShareQuerySet
from answerable_site.casework.queries.cases import cases_within_reach
from answerable_site.casework.rules import HAS_LIMITS, READS_CASES, limits_set_by
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer


def limits_of(organisation_id: int) -> Limits:
    """Every version of every limit as a force or CPS Area has it, for its own pages."""
    return _limits_from(_versions_of([organisation_id]), organisation_id)


def limits_in(cases: Iterable[Case]) -> dict[int, Limits]:
    """By the number of a case, every version of every limit that counts in it.

    The force of the case sets those that bind the police; the CPS Area with which it was last
    shared sets those that bind prosecutors. Two queries.
    """
    forces = {case.pk: case.force_id for case in cases}
    areas = dict(_areas_of(forces).values_list("case", "organisation"))
    pairs = {case: (force, areas.get(case)) for case, force in forces.items()}
    versions = _versions_of(one for pair in pairs.values() for one in pair)
    limits = {pair: _limits_from(versions, *pair) for pair in set(pairs.values())}
    return {case: limits[pair] for case, pair in pairs.items()}


def limits_in_case(case: Case) -> Limits:
    """Every version of every limit that counts in one case: see `limits_in`."""
    return limits_in([case])[case.pk]


def limits_in_whole_case(case: Case) -> Limits:
    """The same for a case that was just read by `whole_case`: one query."""
    areas = [
        share
        for share in case.shares.all()
        if OrganisationKind(share.organisation.kind) is OrganisationKind.CPS_AREA
    ]
    latest = max(areas, key=lambda share: share.pk, default=None)
    pair = (case.force_id, latest.organisation_id if latest else None)
    return _limits_from(_versions_of(pair), *pair)


def cases_under_limits_of(organisation: Organisation) -> QuerySet[Case]:
    """The cases in which what an organisation sets can count."""
    if OrganisationKind(organisation.kind) is OrganisationKind.CPS_AREA:
        return Case.objects.filter(shares__organisation=organisation.pk)
    return Case.objects.filter(force=organisation.pk)


def areas_working_on(cases: Iterable[Case]) -> dict[int, int]:
    """By the number of a case, the CPS Area that works on it: of several, the one that came last.
    Cases without one are left out."""
    running = _areas_of([case.pk for case in cases]).running()
    return dict(running.values_list("case", "organisation"))


def areas_that_worked_on(cases: Iterable[Case]) -> dict[int, int]:
    """The same, whether its work has ended since or not: it set the limits that bound them."""
    return dict(_areas_of([case.pk for case in cases]).values_list("case", "organisation"))


def own_limits_to_cut(force_id: int) -> dict[int, list[Limit]]:
    """By organisation, the versions that a force, and the CPS Areas with which its cases were ever
    shared, set for themselves, in the order of setting. An Area with decoys alone is none."""
    of_cases = CaseShare.objects.filter(case__force=force_id, case__is_decoy=False)
    shared = of_cases.filter(organisation=OuterRef("pk"))
    areas = Organisation.objects.filter(Exists(shared), kind=OrganisationKind.CPS_AREA)
    found: dict[int, list[Limit]] = {}
    for version in _versions_of([force_id, *areas.values_list("pk", flat=True)]):
        found.setdefault(version.organisation_id, []).append(version.as_limit())
    return found


def area_working_on(case: Case) -> int | None:
    """The CPS Area that works on one case; None while none does: see `areas_working_on`."""
    return areas_working_on([case]).get(case.pk)


def _areas_of(cases: Iterable[int]) -> CaseShareQuerySet:
    """Shares with CPS Areas, ended ones too, so that what an Area was bound by does not change
    when its work ends; the latest of each case last."""
    return CaseShare.objects.filter(
        case__in=cases, organisation__kind=OrganisationKind.CPS_AREA
    ).order_by("pk")


def _versions_of(organisations: Iterable[int | None]) -> list[LimitVersion]:
    """What some organisations set, of the limits that are theirs to set."""
    own = LimitVersion.objects.confirmed().filter(
        organisation__in={one for one in organisations if one}
    )
    return [
        version
        for version in own.select_related("organisation").defer("organisation__logo")
        if version.code in limits_set_by(version.organisation.kind)
    ]


def _limits_from(versions: Iterable[LimitVersion], *organisations: int | None) -> Limits:
    return LIMITS.with_versions(
        version.as_limit() for version in versions if version.organisation_id in organisations
    )


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
