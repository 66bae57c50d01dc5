"""What checks of quality found in the records of cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from answerable_site.casework.models import CaseFinding
from answerable_site.casework.queries.cases import numbers_open_to
from answerable_site.casework.rules import SEES_RESTRICTED
from answerable_site.people.rules import Role, Viewer


@dataclass(frozen=True, slots=True)
class WantedFindings:
    """How the worklist is narrowed."""

    every_case: bool = False
    """All of the forces in which the viewer supervises, not only those open to them."""
    check: str = ""


def findings_visible_to(
    viewer: Viewer, wanted: WantedFindings, *, at: datetime
) -> QuerySet[CaseFinding]:
    """Findings in cases of forces for which the viewer works, the oldest first.

    A finding that tells of a restricted characteristic is shown to the roles that read it.
    """
    if wanted.every_case:
        leads = viewer.organisations_where(Role.SUPERVISOR, Role.GATEKEEPER)
        found = CaseFinding.objects.filter(force__in=leads)
    else:
        works = viewer.organisations_where(Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER)
        cases = numbers_open_to(viewer, at=at)
        found = CaseFinding.objects.filter(case__in=cases, force__in=works)
    reads = viewer.organisations_where(*SEES_RESTRICTED)
    found = found.filter(Q(is_restricted=False) | Q(force__in=reads))
    if wanted.check:
        found = found.filter(check_code=wanted.check)
    return found.select_related("case").order_by("since", "pk")
