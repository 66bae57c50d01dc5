"""Which cases a viewer may open, and of which they may know."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from answerable_site.casework.models import (
    Case,
    CaseAssignment,
    CaseOpening,
    CaseReference,
    CaseShare,
)
from answerable_site.casework.rules import (
    ASSIGNABLE,
    READS_CASES,
    ReferenceKind,
)
from answerable_site.casework.sealing import unseal
from answerable_site.people.rules import Role, Viewer


@dataclass(frozen=True)
class Way:
    """How a case is open to somebody."""

    opening: CaseOpening | None
    """The reason with which they opened it, the latest; None where it is assigned to them."""


def cases_open_to(viewer: Viewer, *, at: datetime) -> QuerySet[Case]:
    """Cases whose page the viewer may read: assigned to them, or opened with a reason.

    What was for an organisation that no longer works on the case does not count.

    Args:
        at: the moment, with a time zone; what was opened with a reason closes again.
    """
    this = OuterRef("pk")
    return Case.objects.filter(
        Q(Exists(_assigned(viewer).filter(case=this)))
        | Q(Exists(_opened(viewer, at).filter(case=this)))
    )


def cases_to_read(viewer: Viewer, *, at: datetime) -> QuerySet[Case]:
    """The same, each with the organisations that work on it, as pages of one case need them."""
    return _with_organisations(cases_open_to(viewer, at=at))


def numbers_open_to(viewer: Viewer, *, at: datetime) -> list[int]:
    """The numbers of `cases_open_to`, for lists: cases of one person are few, and the database
    need not ask of every case that there is whether it is one of them."""
    assigned, opened = _assigned(viewer).order_by(), _opened(viewer, at).order_by()
    return list(assigned.values("case").union(opened.values("case")).values_list("case", flat=True))


def cases_known_to(viewer: Viewer, *, at: datetime, every_case: bool) -> QuerySet[Case]:
    """Cases that a viewer’s list shows, the latest report first.

    Args:
        every_case: where their role sees every case of the organisation, those; else those open to
            them.
    """
    if not every_case:
        return Case.objects.filter(pk__in=numbers_open_to(viewer, at=at))
    return cases_overseen_by(viewer)


def cases_overseen_by(viewer: Viewer) -> QuerySet[Case]:
    """Every case of the organisations in which the viewer’s role sees every case: of a force the
    latest report first, of a CPS Area what was shared last."""
    leads = viewer.organisations_where(Role.SUPERVISOR, Role.GATEKEEPER)
    manages = viewer.organisations_where(Role.CPS_MANAGER)
    # Only where there is no other way need the database look at every case that there is.
    if not manages:
        return Case.objects.filter(force__in=leads)
    if leads or len(manages) > 1:
        return Case.objects.filter(Q(force__in=leads) | _of_organisations(manages))
    return Case.objects.filter(
        shares__organisation__in=manages, shares__ended_at__isnull=True
    ).order_by("-shares__shared_at", "-pk")


def way_into(viewer: Viewer, number: int, *, at: datetime) -> Way | None:
    """How the case with a number is open to a viewer; None where it is not."""
    if _assigned(viewer).filter(case=number).exists():
        return Way(opening=None)
    opening = _opened(viewer, at).filter(case=number).order_by("-opened_at", "-pk").first()
    return Way(opening) if opening else None


def cases_within_reach(viewer: Viewer) -> QuerySet[Case]:
    """Cases of the viewer’s organisations, which they may ask to open with a reason."""
    return Case.objects.filter(_of_organisations(viewer.organisations_where(*READS_CASES)))


def open_among(viewer: Viewer, cases: Iterable[Case], *, at: datetime) -> set[int]:
    """Those of some cases whose page the viewer may read."""
    asked = [case.pk for case in cases]
    return set(cases_open_to(viewer, at=at).filter(pk__in=asked).values_list("pk", flat=True))


def whole_case(viewer: Viewer, number: int, *, at: datetime) -> tuple[Case, Way] | None:
    """A case with all that its page shows, and how it is open to the viewer; None where it is
    not."""
    way = way_into(viewer, number, at=at)
    if way is None:
        return None
    assignments = CaseAssignment.objects.select_related("user", "organisation")
    case = (
        _with_organisations(Case.objects.filter(pk=number))
        .prefetch_related(Prefetch("assignments", assignments.defer("organisation__logo")))
        .get()
    )
    return case, way


def references_readable_by(viewer: Viewer, cases: Iterable[Case]) -> dict[int, list[str]]:
    """For each case that the viewer sees, the references that are theirs to read, in clear.

    A crime reference is the force’s; a URN is the force’s and the CPS’s; a support service’s own
    reference is that service’s.

    Raises:
        CaseKeysMissing: no keys are set.
        SealBroken: one was encrypted with a key that is not set.
    """
    own = Q(owner__in=viewer.organisations_where(*READS_CASES))
    if viewer.holds(Role.PROSECUTOR, Role.CPS_MANAGER):
        own |= Q(kind=ReferenceKind.URN)
    found: dict[int, list[str]] = {case.pk: [] for case in cases}
    for reference in CaseReference.objects.filter(own, case__in=found).order_by("pk"):
        found[reference.case_id].append(unseal(reference.sealed))
    return found


def _with_organisations(cases: QuerySet[Case]) -> QuerySet[Case]:
    shares = CaseShare.objects.select_related("organisation").defer("organisation__logo")
    return (
        cases.select_related("force")
        .defer("force__logo")
        .prefetch_related(Prefetch("shares", shares))
    )


def _of_organisations(organisations: Collection[int]) -> Q:
    shared = CaseShare.objects.running().filter(case=OuterRef("pk"))
    return Q(force__in=organisations) | Q(Exists(shared.filter(organisation__in=organisations)))


def _assigned(viewer: Viewer) -> QuerySet[CaseAssignment]:
    return CaseAssignment.objects.running().filter(
        _still_works_on_it(),
        user=viewer.user_id,
        organisation__in=viewer.organisations_where(*ASSIGNABLE),
    )


def _opened(viewer: Viewer, at: datetime) -> QuerySet[CaseOpening]:
    return CaseOpening.objects.filter(
        _still_works_on_it(),
        user=viewer.user_id,
        opened_at__lte=at,
        closes_at__gt=at,
        organisation__in=viewer.organisations_where(*READS_CASES),
    )


def _still_works_on_it() -> Q:
    """For a row with a case and an organisation: it is the force, or the case is shared with it."""
    shared = CaseShare.objects.running().filter(
        case=OuterRef("case"), organisation=OuterRef("organisation")
    )
    return Q(organisation=F("case__force")) | Q(Exists(shared))
