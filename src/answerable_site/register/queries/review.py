"""Reads of candidates and of the decisions on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from answerable_site.people.rules import Viewer
from answerable_site.register import rules
from answerable_site.register.models import Candidate, Decision, Inspection, Recommendation
from answerable_site.register.queries.inspections import inspections_visible_to
from answerable_site.register.rules import DECIDED, RecommendationKind


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review of an inspection's candidates has come."""

    decided: int
    total: int
    without_doubts: int
    """Of those that wait: how many may be accepted together."""

    @property
    def left(self) -> int:
        return self.total - self.decided


def candidates_visible_to(viewer: Viewer) -> QuerySet[Any]:
    """Candidates of documents from which a visible inspection was made.

    `verdict` on each is the latest verdict, None if there was none.
    """
    return _with_verdicts(
        Candidate.objects.filter(
            reading__document__inspections__in=inspections_visible_to(viewer)
        ).select_related("reading__document", "parent")
    )


def candidates_of(viewer: Viewer, inspection: Inspection) -> QuerySet[Any]:
    """The candidates of one inspection in printed order, each with `verdict` and decisions."""
    return (
        candidates_visible_to(viewer)
        .filter(reading__document=inspection.document_id)
        .prefetch_related(
            Prefetch(
                "decisions",
                queryset=Decision.objects.select_related("decided_by").prefetch_related(
                    "recommendations"
                ),
            )
        )
    )


def candidates_without_doubts(viewer: Viewer, inspection: Inspection) -> list[Candidate]:
    """The candidates that wait and may be accepted together, in printed order."""
    return [
        candidate
        for candidate in undecided_of(viewer, inspection)
        if rules.without_doubts(
            confidence=candidate.confidence, doubts=candidate.proposal["doubts"]
        )
    ]


def undecided_of(viewer: Viewer, inspection: Inspection) -> list[Any]:
    """The candidates that wait, in printed order."""
    return list(candidates_of(viewer, inspection).filter(_waiting()))


def made_from_parent(candidate: Candidate) -> Recommendation | None:
    """The cause of concern that a candidate's parent became, if it stands."""
    if candidate.parent_id is None:
        return None
    return Recommendation.objects.filter(
        decisions__candidate=candidate.parent_id, kind=RecommendationKind.CAUSE_OF_CONCERN
    ).first()


def next_undecided(viewer: Viewer, inspection: Inspection, *, after: int = 0) -> Candidate | None:
    """The next candidate that waits after a position, then from the beginning; None at the end."""
    waiting = undecided_of(viewer, inspection)
    later = [candidate for candidate in waiting if candidate.position > after]
    return next(iter(later + waiting), None)


def progress_of(viewer: Viewer, inspection: Inspection) -> Progress:
    """How many candidates there are, how many are decided."""
    candidates = candidates_visible_to(viewer).filter(reading__document=inspection.document_id)
    return Progress(
        decided=candidates.filter(verdict__in=DECIDED).count(),
        total=candidates.count(),
        without_doubts=len(candidates_without_doubts(viewer, inspection)),
    )


def _waiting() -> Q:
    return Q(verdict__isnull=True) | ~Q(verdict__in=DECIDED)


def _with_verdicts(candidates: QuerySet[Candidate]) -> QuerySet[Any]:
    latest = Decision.objects.filter(candidate=OuterRef("pk")).order_by("-decided_at", "-pk")
    return candidates.annotate(verdict=Subquery(latest.values("verdict")[:1]))
