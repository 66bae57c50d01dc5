"""Links between reports and between recommendations: recorded by people, never a merger."""

from __future__ import annotations

from datetime import datetime

from answerable_site.people.rules import Viewer
from answerable_site.register import access
from answerable_site.register.models import (
    Inspection,
    InspectionLink,
    Recommendation,
    RecommendationLink,
)
from answerable_site.register.rules import InspectionLinkKind, RecommendationLinkKind


class AlreadyLinked(ValueError):
    """The two are linked in this way already, or are one and the same."""


def _link_inspections(
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    other: Inspection,
    kind: InspectionLinkKind,
    reason: str,
) -> None:
    if inspection == other:
        raise AlreadyLinked("A report cannot be linked to itself.")
    _, made = InspectionLink.objects.get_or_create(
        from_inspection=inspection,
        to_inspection=other,
        kind=kind,
        defaults={"reason": reason, "recorded_at": at, "recorded_by_id": access.person_id(by)},
    )
    if not made:
        raise AlreadyLinked("These two reports are linked in this way already.")


def _link_recommendations(
    by: Viewer,
    at: datetime,
    recommendation: Recommendation,
    earlier: Recommendation,
    kind: RecommendationLinkKind,
    reason: str,
) -> None:
    if recommendation == earlier:
        raise AlreadyLinked("A recommendation cannot be linked to itself.")
    _, made = RecommendationLink.objects.get_or_create(
        from_recommendation=recommendation,
        to_recommendation=earlier,
        kind=kind,
        defaults={"reason": reason, "recorded_at": at, "recorded_by_id": access.person_id(by)},
    )
    if not made:
        raise AlreadyLinked("These two recommendations are linked in this way already.")
