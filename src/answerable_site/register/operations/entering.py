"""Writing a draft down as a recommendation, for the operations that do so."""

from __future__ import annotations

from datetime import datetime

from answerable_site.people.rules import Viewer
from answerable_site.register import access, queries, rules
from answerable_site.register.models import (
    Addressee,
    Candidate,
    Inspection,
    Limb,
    Recommendation,
)
from answerable_site.register.rules import Draft, RecommendationKind


def _enter_from_candidate(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    candidate: Candidate,
    draft: Draft,
    parent: Recommendation | None,
) -> Recommendation:
    """Write down what a candidate became, at its place in the document."""
    recommendation = Recommendation(
        inspection=inspection,
        position=rules.free_position(candidate.position, _taken(inspection)),
        parent=parent or queries.made_from_parent(candidate),
        page=candidate.page,
        start=candidate.start,
        end=candidate.end,
        quote=candidate.proposal["quote"],
    )
    _write(by=by, at=at, recommendation=recommendation, draft=draft)
    if draft.kind == RecommendationKind.CAUSE_OF_CONCERN:
        _adopt_children(candidate, recommendation)
    return recommendation


def _write(*, by: Viewer, at: datetime, recommendation: Recommendation, draft: Draft) -> None:
    """Fill a new recommendation with the words of a draft, and save it with its parts."""
    recommendation.created_at, recommendation.created_by_id = at, access.person_id(by)
    _take_words(recommendation, draft)
    recommendation.published_on = recommendation.inspection.published_on
    recommendation.expected_on = recommendation.due_on
    recommendation.save()
    _write_addressees(recommendation, None, draft.addressees)
    for position, point in enumerate(draft.limbs, start=1):
        limb = Limb.objects.create(
            recommendation=recommendation,
            position=position,
            label=point.label,
            text=point.text,
            deadline=point.deadline,
            deadline_worded=point.deadline_worded,
        )
        _write_addressees(recommendation, limb, point.addressees)


def _take_words(recommendation: Recommendation, draft: Draft) -> None:
    """Set the fields that a draft decides; saves nothing."""
    recommendation.kind = draft.kind
    recommendation.number = draft.number
    recommendation.text = draft.text
    recommendation.deadline = draft.deadline
    recommendation.deadline_worded = draft.deadline_worded
    recommendation.deadline_from_on = draft.deadline_from_on
    recommendation.due_on = rules.resolved(
        draft.deadline,
        base=draft.deadline_from_on or recommendation.inspection.published_on,
    ).on


def _write_addressees(
    recommendation: Recommendation, limb: Limb | None, addressed: tuple[rules.Addressed, ...]
) -> None:
    Addressee.objects.bulk_create(
        Addressee(
            recommendation=recommendation,
            limb=limb,
            name=one.name[:300],
            kind=one.kind,
            condition=one.condition[:300],
        )
        for one in addressed
    )


def _taken(inspection: Inspection) -> list[int]:
    return list(inspection.recommendations.values_list("position", flat=True))


def _adopt_children(candidate: Candidate, cause: Recommendation) -> None:
    """Put recommendations that were accepted before their cause of concern under it."""
    Recommendation.objects.filter(
        decisions__candidate__parent=candidate, parent__isnull=True
    ).exclude(pk=cause.pk).update(parent=cause)
