"""Cases of which figures are made: of the early advice pilot, and with disagreements."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from answerable.records.file import CaseFile
from answerable.records.kinds.disagreement import DisagreementRaised
from answerable.records.kinds.submission import Submitted
from answerable.statute.limits import Limits
from answerable_site.casework.models import Case, CaseEvent
from answerable_site.casework.queries.cases import cases_overseen_by
from answerable_site.casework.queries.files import case_files
from answerable_site.casework.queries.limits import limits_in
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


def files_of(cases: list[Case]) -> Iterator[tuple[CaseFile, Limits]]:
    """The files of cases, each with the limits that count in it; some hundred in memory at a
    time."""
    limits = limits_in(cases)
    for start in range(0, len(cases), AT_ONCE):
        for case, file in case_files(cases[start : start + AT_ONCE]):
            yield file, limits[case.pk]
