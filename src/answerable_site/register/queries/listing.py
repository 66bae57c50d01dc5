"""The lists of recommendations and of inspections, filtered and in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from answerable_site.people.rules import Viewer
from answerable_site.register import search
from answerable_site.register.models import Addressee, Inspection, Recommendation, Theme
from answerable_site.register.queries.inspections import inspections_visible_to
from answerable_site.register.queries.recommendations import recommendations_visible_to


class Due(StrEnum):
    """Where the date that the office works to lies."""

    OVERDUE = "overdue"
    TO_COME = "to_come"
    NO_DATE = "no_date"

    @property
    def label(self) -> str:
        return {
            "overdue": "Overdue",
            "to_come": "Still to come",
            "no_date": "No deadline",
        }[self]


class Order(StrEnum):
    """How the list of recommendations is ordered."""

    NEWEST = ""
    SOONEST = "soonest"

    @property
    def label(self) -> str:
        return {"": "Newest report first", "soonest": "Soonest deadline first"}[self]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of recommendations is narrowed to; empty means all."""

    words: str = ""
    kinds: tuple[str, ...] = ()
    number: str = ""
    addressee_kind: str = ""
    inspection_kind: str = ""
    inspection_id: int | None = None
    theme_id: int | None = None
    body_id: int | None = None
    due: str = ""
    order: str = Order.NEWEST


def listed_recommendations(viewer: Viewer, wanted: Wanted, *, on: date) -> QuerySet[Recommendation]:
    """Visible recommendations that the filters leave, with their report and addressees.

    Args:
        viewer: whose register it is.
        wanted: the filters; text search as `search.matching` has it.
        on: the day that "overdue" is seen from.
    """
    found = recommendations_visible_to(viewer).filter(_condition(wanted, on))
    if wanted.words:
        found = search.matching(found, wanted.words)
    return (
        _ordered(found, wanted.order)
        .select_related("inspection")
        .prefetch_related("addressees")
        .defer("quote", "inspection__key_findings", "inspection__printed_response")
    )


def listed_inspections(viewer: Viewer) -> QuerySet[Inspection]:
    """Visible inspections, the newest first, each with `items`: how many recommendations stand."""
    return (
        inspections_visible_to(viewer)
        .annotate(
            items=Count("recommendations", filter=Q(recommendations__withdrawn_at__isnull=True))
        )
        .defer("key_findings", "printed_response")
        .order_by("-published_on", "title", "pk")
    )


def _condition(wanted: Wanted, on: date) -> Q:
    condition = Q()
    if wanted.kinds:
        condition &= Q(kind__in=wanted.kinds)
    if wanted.number:
        condition &= Q(number__iexact=wanted.number)
    if wanted.inspection_id is not None:
        condition &= Q(inspection=wanted.inspection_id)
    if wanted.inspection_kind:
        condition &= Q(inspection__kind=wanted.inspection_kind)
    if wanted.addressee_kind:
        asked = Addressee.objects.filter(recommendation=OuterRef("pk"), kind=wanted.addressee_kind)
        condition &= Q(Exists(asked))
    if wanted.theme_id is not None:
        grouped = Theme.recommendations.through.objects.filter(
            recommendation=OuterRef("pk"), theme=wanted.theme_id
        )
        condition &= Q(Exists(grouped))
    if wanted.body_id is not None:
        concerned = Inspection.bodies_concerned.through.objects.filter(
            inspection=OuterRef("inspection"), organisation=wanted.body_id
        )
        condition &= Q(Exists(concerned))
    return condition & _due(wanted.due, on)


def _due(due: str, on: date) -> Q:
    match due:
        case Due.OVERDUE:
            return Q(expected_on__lt=on)
        case Due.TO_COME:
            return Q(expected_on__gte=on)
        case Due.NO_DATE:
            return Q(expected_on__isnull=True)
        case _:
            return Q()


def _ordered(recommendations: QuerySet[Recommendation], order: str) -> QuerySet[Recommendation]:
    if order == Order.SOONEST:
        return recommendations.order_by(
            F("expected_on").asc(nulls_last=True), "inspection_id", "position"
        )
    return recommendations.order_by("-inspection__published_on", "inspection_id", "position")
