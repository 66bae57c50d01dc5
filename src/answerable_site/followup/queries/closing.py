"""What stands between a commitment and its closure, and which closures are to be checked."""

from __future__ import annotations

from django.db.models import OuterRef, Subquery

from answerable_site.followup import rules
from answerable_site.followup.models import Commitment, CriterionTest


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
