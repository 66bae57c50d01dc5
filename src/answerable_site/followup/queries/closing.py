"""What stands between a commitment and its closure, and which closures are to be checked."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from answerable_site.followup import rules
from answerable_site.followup.models import Closure, Commitment, CriterionTest
from answerable_site.followup.queries.visible import commitments_visible_to
from answerable_site.people.rules import Viewer


def criteria_of(commitment: Commitment) -> list[rules.Criterion]:
    """The criteria asked for, each with what its latest test found."""
    latest = CriterionTest.objects.filter(criterion=OuterRef("pk")).order_by("-at", "-pk")
    rows = commitment.criteria.filter(dropped_at__isnull=True).annotate(
        latest=Subquery(latest.values("is_met")[:1])
    )
    return [rules.Criterion(row.words, row.latest) for row in rows]


def gaps_before_closing(commitment: Commitment) -> tuple[str, ...]:
    """What stands in the way of closing, in sentences; empty if nothing does."""
    gaps = rules.gaps_before_closing(
        criteria_of(commitment),
        is_assured_complete=commitment.assurance == rules.AssuranceKind.COMPLETE,
        open_actions=commitment.actions.filter(state__in=rules.OPEN_STATES).count(),
    )
    if commitment.own_view != rules.OwnView.COMPLETE:
        return ("The organisation does not say that it is complete.", *gaps)
    return gaps


def closures_to_check(viewer: Viewer, *, on: date) -> QuerySet[Closure]:
    """Closures of visible commitments that are due to be checked on a civil date or before."""
    return (
        Closure.objects.filter(
            commitment__in=commitments_visible_to(viewer),
            reopened_at__isnull=True,
            checked_on__isnull=True,
            check_due_on__lte=on,
        )
        .select_related("commitment__recommendation", "commitment__organisation")
        .order_by("check_due_on", "pk")
    )
