"""Which cases a viewer may open, and of which they may know."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
    SEES_EVERY_CASE,
    ReferenceKind,
)
from answerable_site.casework.sealing import unseal
from answerable_site.people.rules import Role, Viewer


def cases_open_to(viewer: Viewer, *, at: datetime) -> QuerySet[Case]:
    """Cases whose page the viewer may read: assigned to them, or opened with a reason.

    What was for an organisation that no longer works on the case does not count.

    Args:
        at: the moment, with a time zone; what was opened with a reason closes again.
    """
    return Case.objects.filter(_is_assigned(viewer) | _is_opened(viewer, at))


def cases_known_to(viewer: Viewer, *, at: datetime) -> QuerySet[Case]:
    """Cases that a viewer’s list shows: those open to them, and where their role sees every case of
    the organisation, those too."""
    every = viewer.organisations_where(*SEES_EVERY_CASE)
    return Case.objects.filter(
        _is_assigned(viewer) | _is_opened(viewer, at) | _of_organisations(every)
    )


def cases_within_reach(viewer: Viewer) -> QuerySet[Case]:
    """Cases of the viewer’s organisations, which they may ask to open with a reason."""
    return Case.objects.filter(_of_organisations(viewer.organisations_where(*READS_CASES)))


def open_among(viewer: Viewer, cases: Iterable[Case], *, at: datetime) -> set[int]:
    """Those of some cases whose page the viewer may read."""
    asked = [case.pk for case in cases]
    return set(cases_open_to(viewer, at=at).filter(pk__in=asked).values_list("pk", flat=True))


def whole_cases(viewer: Viewer, *, at: datetime) -> QuerySet[Case]:
    """Cases open to a viewer, with all that their page shows."""
    return (
        cases_open_to(viewer, at=at)
        .select_related("force")
        .defer("force__logo")
        .prefetch_related(
            Prefetch(
                "assignments",
                CaseAssignment.objects.select_related("user", "organisation").defer(
                    "organisation__logo"
                ),
            ),
            Prefetch(
                "shares",
                CaseShare.objects.select_related("organisation").defer("organisation__logo"),
            ),
        )
    )


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


def opened_for(viewer: Viewer, case: Case, *, at: datetime) -> CaseOpening | None:
    """The reason with which a viewer has opened a case that is not assigned to them, the latest."""
    if Case.objects.filter(_is_assigned(viewer), pk=case.pk).exists():
        return None
    return case.openings.filter(user=viewer.user_id, opened_at__lte=at, closes_at__gt=at).first()


def _of_organisations(organisations: Collection[int]) -> Q:
    shared = CaseShare.objects.running().filter(case=OuterRef("pk"))
    return Q(force__in=organisations) | Q(Exists(shared.filter(organisation__in=organisations)))


def _is_assigned(viewer: Viewer) -> Q:
    rows = CaseAssignment.objects.running().filter(
        user=viewer.user_id, organisation__in=viewer.organisations_where(*ASSIGNABLE)
    )
    return Q(Exists(rows.filter(_still_works_on_it(), case=OuterRef("pk"))))


def _is_opened(viewer: Viewer, at: datetime) -> Q:
    rows = CaseOpening.objects.filter(
        user=viewer.user_id,
        opened_at__lte=at,
        closes_at__gt=at,
        organisation__in=viewer.organisations_where(*READS_CASES),
    )
    return Q(Exists(rows.filter(_still_works_on_it(), case=OuterRef("pk"))))


def _still_works_on_it() -> Q:
    """For a row with a case and an organisation: it is the force, or the case is shared with it."""
    shared = CaseShare.objects.running().filter(
        case=OuterRef("case"), organisation=OuterRef("organisation")
    )
    return Q(organisation=F("case__force")) | Q(Exists(shared))
