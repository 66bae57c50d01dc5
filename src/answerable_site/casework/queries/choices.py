"""What forms about cases offer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from answerable_site.casework import access
from answerable_site.casework.models import Case, CaseAssignment, CaseShare
from answerable_site.casework.queries.cases import cases_open_to
from answerable_site.casework.rules import (
    ASSIGNABLE,
    READS_CASES,
    SEES_EVERY_CASE,
    SHARES_WITH,
    ReferenceKind,
)
from answerable_site.people.models import Assignment, Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer


def forces_added_for(viewer: Viewer) -> QuerySet[Organisation]:
    """Forces for which the viewer may add cases."""
    forces = viewer.organisations_where(Role.INVESTIGATOR, Role.SUPERVISOR)
    return Organisation.objects.filter(pk__in=forces).defer("logo").order_by("name")


def organisations_to_share_with(case: Case) -> QuerySet[Organisation]:
    """Organisations that do not work on a case yet and could."""
    shared = CaseShare.objects.running().filter(case=case).values("organisation")
    return (
        Organisation.objects.filter(kind__in=SHARES_WITH)
        .exclude(pk__in=shared)
        .defer("logo")
        .order_by("name")
    )


def organisations_working_on(case: Case) -> list[Organisation]:
    """The force of a case, and those with which it is shared now, by their numbers."""
    shared = [share.organisation for share in case.shares.all() if share.ended_at is None]
    return sorted([case.force, *shared], key=lambda one: one.pk)


def people_to_assign(viewer: Viewer, case: Case, *, on: date) -> QuerySet[Assignment]:
    """Posts of people whom the viewer may assign to a case."""
    working = organisations_working_on(case)
    assigned = CaseAssignment.objects.running().filter(
        case=case, user=OuterRef("user"), organisation=OuterRef("organisation")
    )
    return Assignment.objects.in_force(on).filter(
        ~Exists(assigned),
        organisation__in=[one for one in working if access.assigns_for(viewer, case, one)],
        role__in=ASSIGNABLE,
        user__is_active=True,
    )


def kinds_looked_up_by(viewer: Viewer) -> list[ReferenceKind]:
    """The kinds of reference that are a viewer’s to read, and so to look up by."""
    own = Organisation.objects.filter(pk__in=viewer.organisations_where(*READS_CASES))
    kinds = set(own.values_list("kind", flat=True))
    reads_urns = viewer.holds(Role.PROSECUTOR, Role.CPS_MANAGER)
    return [
        kind
        for kind in ReferenceKind
        if kind.belongs_to in kinds or (kind is ReferenceKind.URN and reads_urns)
    ]


def owners_of_references(viewer: Viewer, case: Case) -> dict[ReferenceKind, Organisation]:
    """The kinds of reference that a viewer may add to a case, each with whose reference it is."""
    own = viewer.organisations_where(*READS_CASES)
    return {
        kind: owner
        for kind in ReferenceKind
        for owner in organisations_working_on(case)
        if owner.pk in own and OrganisationKind(owner.kind) is kind.belongs_to
    }


def organisation_on(viewer: Viewer, case: Case) -> int | None:
    """The organisation of the viewer’s for which they may open a case, one that sees every case
    first; None if none of theirs works on it."""
    working = {one.pk for one in organisations_working_on(case)} & viewer.organisations_where(
        *READS_CASES
    )
    every = working & viewer.organisations_where(*SEES_EVERY_CASE)
    return min(every or working, default=None)


def decoys_among(case_ids: Iterable[int]) -> list[int]:
    """Those of some cases that are decoys."""
    decoys = Case.objects.filter(pk__in=list(case_ids), is_decoy=True)
    return list(decoys.values_list("pk", flat=True))


def auditors_of_decoy(case_id: int, *, on: date) -> list[str]:
    """E-mail addresses of the access auditors of the force that a decoy was planted in."""
    posts = Assignment.objects.in_force(on).filter(
        role=Role.ACCESS_AUDITOR,
        user__is_active=True,
        organisation__in=Case.objects.filter(pk=case_id).values("force"),
    )
    return sorted(set(posts.values_list("user__email", flat=True)))


def assignments_ended_by(viewer: Viewer, *, at: datetime) -> QuerySet[CaseAssignment]:
    """Running assignments in cases open to the viewer; `access` says which they may end."""
    return CaseAssignment.objects.filter(
        ended_at__isnull=True, case__in=cases_open_to(viewer, at=at)
    ).select_related("case", "organisation", "user")


def shares_ended_by(viewer: Viewer, *, at: datetime) -> QuerySet[CaseShare]:
    """Running shares of cases open to the viewer; `access` says which they may end."""
    return CaseShare.objects.filter(
        ended_at__isnull=True, case__in=cases_open_to(viewer, at=at)
    ).select_related("case", "organisation")
