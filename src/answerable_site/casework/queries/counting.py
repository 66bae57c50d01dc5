"""How many cases are open: numbers for somebody who reads no case."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from answerable.records.stages import Stage
from answerable_site.casework.models import Case, CaseAssignment, CaseDue, CaseReference, CaseShare


def open_cases(organisation_id: int) -> QuerySet[Case]:
    """Cases that an organisation works on, its own or shared with it, and that have not ended.

    Their events say how far they have come. Whether somebody is assigned does not matter.

    For counting alone: these are not the cases that a viewer may read.
    """
    shared = CaseShare.objects.running().filter(case=OuterRef("pk"), organisation=organisation_id)
    works_on = Q(force=organisation_id) | Exists(shared)
    return Case.objects.filter(works_on, is_decoy=False).exclude(stage=Stage.ENDED)


def open_cases_by_person(organisation_id: int, user_ids: Collection[int]) -> dict[int, int]:
    """How many open cases each of some people works on for an organisation; only who has any."""
    rows = (
        CaseAssignment.objects.running()
        .filter(organisation=organisation_id, user__in=user_ids, case__is_decoy=False)
        .exclude(case__stage=Stage.ENDED)
        .order_by("user")
        .values("user")
        .annotate(cases=Count("case", distinct=True))
    )
    return {row["user"]: row["cases"] for row in rows}


def count_late(on: date) -> int:
    """What is due in cases and late on a day, whoever it is due from.

    Args:
        on: the civil date (Europe/London) that days are counted on.
    """
    return CaseDue.objects.late(on).count()


def sealed_reference() -> str | None:
    """Any reference of a case as it is kept, to try the keys on; None where there is none."""
    return CaseReference.objects.order_by("pk").values_list("sealed", flat=True).last()


def holds_cases() -> bool:
    """Whether there is any case."""
    return Case.objects.exists()
