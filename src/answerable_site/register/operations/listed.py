"""Recommendations entered by hand, many at once, as a list of them tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Max

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register import access
from answerable_site.register.models import Candidate, Inspection, Recommendation
from answerable_site.register.operations.entering import _take_words
from answerable_site.register.rules import STEP, Draft

_MANY: Final = 500
"""Rows in one statement; every database takes as many."""


class HasParts(ValueError):
    """A list tells no sub-points and no addressees: enter this recommendation by itself."""


@transaction.atomic
def add_recommendations(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    drafts: Sequence[tuple[Inspection, Draft]],
    reason: str,
) -> list[Recommendation]:
    """Enter many recommendations of one body’s inspections by hand; one audit entry.

    Each stands at the end of its inspection, in the order given. The number of statements hardly
    depends on how many there are.

    Args:
        by: a response officer of the body.
        body: the body that keeps the inspections.
        drafts: the words of each, without sub-points or addressees, and the report that holds it.
        reason: why they are entered by hand.

    Returns:
        The recommendations in the order of `drafts`.

    Raises:
        access.Refused: the viewer may not change one of the inspections.
        HasParts: one of them has sub-points or addressees.
    """
    if any(draft.limbs or draft.addressees for _, draft in drafts):
        raise HasParts("Enter recommendations with sub-points or addressees one by one")
    access.check_can_add(by, body.pk)
    inspections = {inspection.pk: inspection for inspection, _ in drafts}
    for inspection in inspections.values():
        access.check_can_decide(by, inspection)
    last = _last_positions(inspections.values())
    entered = []
    for inspection, draft in drafts:
        last[inspection.pk] += STEP
        entered.append(
            Recommendation(
                inspection=inspection,
                position=last[inspection.pk],
                published_on=inspection.published_on,
                entry_reason=reason,
                created_at=at,
                created_by_id=access.person_id(by),
            )
        )
        _take_words(entered[-1], draft)
        entered[-1].expected_on = entered[-1].due_on
    Recommendation.objects.bulk_create(entered, batch_size=_MANY)
    record(
        by=by,
        at=at,
        act="register.add_recommendations",
        subject=f"people.organisation:{body.pk}",
        details={"recommendations": [one.pk for one in entered]},
    )
    return entered


def _last_positions(inspections: Iterable[Inspection]) -> dict[int, int]:
    held = list(inspections)
    placed = Recommendation.objects.filter(inspection__in=held).values_list("inspection")
    last = {one.pk: 0 for one in held} | dict(placed.annotate(last=Max("position")))
    documents = {one.document_id: one.pk for one in held if one.document_id}
    candidates = Candidate.objects.filter(reading__document__in=documents)
    for document, position in candidates.values_list("reading__document").annotate(
        last=Max("position")
    ):
        last[documents[document]] = max(last[documents[document]], position)
    return last
