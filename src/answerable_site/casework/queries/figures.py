"""Cases of which figures are made: of the early advice pilot, disputed ones, those with support,
all of a force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from answerable.records.file import CaseFile
from answerable.records.kinds.disagreement import DisagreementRaised
from answerable.records.kinds.submission import Submitted
from answerable.records.kinds.support import SupportOffered, SupportReferred
from answerable.statute.limits import Limits
from answerable_site.casework.models import Case, CaseEvent
from answerable_site.casework.queries.cases import cases_open_to, cases_overseen_by
from answerable_site.casework.queries.files import case_files
from answerable_site.casework.queries.limits import areas_that_worked_on, limits_in
from answerable_site.people.rules import Role, Viewer

AT_ONCE = 500


def submitted_cases(viewer: Viewer) -> list[Case]:
    """Cases that were submitted to the prosecutors at least once, of all that a viewer oversees."""
    submitted = CaseEvent.objects.filter(case=OuterRef("pk"), kind=Submitted.kind())
    leads = viewer.organisations_where(Role.SUPERVISOR, Role.GATEKEEPER)
    found = Case.objects.filter(Exists(submitted), force__in=leads)
    return list(found.order_by("pk"))


def disputed_cases(viewer: Viewer) -> list[Case]:
    """Cases with a disagreement between police and prosecutors, of all that a viewer oversees."""
    raised = CaseEvent.objects.filter(case=OuterRef("pk"), kind=DisagreementRaised.kind())
    return list(cases_overseen_by(viewer).filter(Exists(raised)).order_by("pk"))


def referred_cases(viewer: Viewer, *, at: datetime) -> list[Case]:
    """Cases open to a viewer with a referral to a support service, the latest report first."""
    referred = CaseEvent.objects.filter(case=OuterRef("pk"), kind=SupportReferred.kind())
    return list(
        cases_open_to(viewer, at=at).filter(Exists(referred)).order_by("-reported_on", "-pk")
    )


def offered_cases(viewer: Viewer) -> list[Case]:
    """Cases with an offer of support, of all of a force that a viewer leads."""
    offered = CaseEvent.objects.filter(case=OuterRef("pk"), kind=SupportOffered.kind())
    leads = viewer.organisations_where(Role.SUPERVISOR)
    found = Case.objects.filter(Exists(offered), force__in=leads, is_decoy=False)
    return list(found.order_by("pk"))


def cases_to_cut(force_id: int) -> QuerySet[Case]:
    """Every case of a force that a data cut may hold. Decoys are about nobody and are left out.

    For cuts alone: these are not the cases that a viewer may read.
    """
    return Case.objects.filter(force=force_id, is_decoy=False).order_by("pk")


def cases_to_sample(force_id: int, reported_from: date, reported_to: date) -> QuerySet[Case]:
    """Every case of a force reported on some days, both inclusive, that a review may draw. Decoys
    are about nobody and are left out.

    For frames of reviews alone: these are not the cases that a viewer may read.
    """
    return cases_to_cut(force_id).filter(reported_on__range=(reported_from, reported_to))


def files_to_cut(force_id: int) -> Iterator[tuple[CaseFile, int | None]]:
    """The files of `cases_to_cut`, each with the CPS Area with which the case was shared last;
    some hundred in memory at a time."""
    cases, last = cases_to_cut(force_id), 0
    while block := list(cases.filter(pk__gt=last)[:AT_ONCE]):
        areas = areas_that_worked_on(block)
        for case, file in case_files(block):
            yield file, areas.get(case.pk)
        last = block[-1].pk


def files_of(cases: list[Case]) -> Iterator[tuple[CaseFile, Limits]]:
    """The files of cases, each with the limits that count in it; some hundred in memory at a
    time."""
    limits = limits_in(cases)
    for start in range(0, len(cases), AT_ONCE):
        for case, file in case_files(cases[start : start + AT_ONCE]):
            yield file, limits[case.pk]
