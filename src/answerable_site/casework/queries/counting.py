"""How many cases are open: numbers for somebody who reads no case."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Exists, OuterRef, QuerySet

from answerable_site.casework.models import Case, CaseAssignment


def open_cases(organisation_id: int) -> QuerySet[Case]:
    """Cases that are open for an organisation: somebody is assigned to them for it now.

    For counting alone: these are not the cases that a viewer may read.
    """
    return Case.objects.filter(Exists(_work(organisation_id)), is_decoy=False)


def open_cases_by_person(organisation_id: int, user_ids: Collection[int]) -> dict[int, int]:
    """How many open cases each of some people works on for an organisation; only who has any."""
    rows = (
        CaseAssignment.objects.running()
        .filter(organisation=organisation_id, user__in=user_ids, case__is_decoy=False)
        .order_by("user")
        .values("user")
        .annotate(cases=Count("case", distinct=True))
    )
    return {row["user"]: row["cases"] for row in rows}


def _work(organisation_id: int) -> QuerySet[CaseAssignment]:
    return CaseAssignment.objects.running().filter(
        case=OuterRef("pk"), organisation=organisation_id
    )
