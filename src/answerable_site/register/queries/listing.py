"""The lists of recommendations and of inspections, filtered and in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from answerable_site.people.rules import Viewer
from answerable_site.register import search
from answerable_site.register.models import Addressee, Inspection, Recommendation, Theme
from answerable_site.register.queries.inspections import inspections_visible_to


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
    addressee_kind: str = ""
    inspection_kind: str = ""
    inspection_id: int | None = None
    theme_id: int | None = None
    body_id: int | None = None
    due: str = ""
    order: str = Order.NEWEST


@dataclass(frozen=True, slots=True)
class Line:
    """What a list shows of a recommendation and its report."""

    id: int
    kind: str
    number: str
    text: str
    parent_id: int | None
    deadline: str
    due_on: date | None
    expected_on: date | None
    inspection_id: int
    inspection_title: str
    published_on: date
    last_lawful_day: date | None
    addressees: tuple[str, ...]


class Lines:
    """Recommendations in order, fetched as lines: what a paginator asks for, and iteration.

    Two queries whatever their number, and no model instances: lists are made by the thousand.
    """

    def __init__(self, found: QuerySet[Recommendation]) -> None:
        self._found = found

    def count(self) -> int:
        return self._found.count()

    def __getitem__(self, part: slice) -> list[Line]:
        return self._fetched(self._found[part])

    def __iter__(self) -> Iterator[Line]:
        return iter(self._fetched(self._found))

    def _fetched(self, found: QuerySet[Recommendation]) -> list[Line]:
        rows = list(found.values_list(*_COLUMNS.values()))
        asked: dict[int, list[str]] = {}
        for key, name in Addressee.objects.filter(
            recommendation__in=[row[0] for row in rows]
        ).values_list("recommendation_id", "name"):
            asked.setdefault(key, []).append(name)
        return [
            Line(
                **dict(zip(_COLUMNS, row, strict=True)),
                addressees=tuple(dict.fromkeys(asked.get(row[0], ()))),
            )
            for row in rows
        ]


_COLUMNS = {
    "id": "pk",
    "kind": "kind",
    "number": "number",
    "text": "text",
    "parent_id": "parent_id",
    "deadline": "deadline",
    "due_on": "due_on",
    "expected_on": "expected_on",
    "inspection_id": "inspection_id",
    "inspection_title": "inspection__title",
    "published_on": "published_on",
    "last_lawful_day": "inspection__last_lawful_day",
}
"""Fields of a line and where each comes from."""


def listed_recommendations(viewer: Viewer, wanted: Wanted, *, on: date) -> Lines:
    """Visible recommendations that the filters leave.

    Args:
        viewer: whose register it is.
        wanted: the filters; text search as `search.matching` has it.
        on: the day that "overdue" is seen from.
    """
    found = _visible(viewer).filter(_condition(wanted, on))
    if wanted.words:
        found = search.matching(found, wanted.words)
    return Lines(_ordered(found, wanted.order))


def recommendations_in_order(viewer: Viewer) -> QuerySet[Recommendation]:
    """`recommendations_visible_to`, the newest report first, in a form in which a long list can be
    walked."""
    return _ordered(_visible(viewer), Order.NEWEST)


def lines_of(inspection: Inspection) -> Lines:
    """Standing recommendations of an inspection that the caller may see, in printed order."""
    return Lines(inspection.recommendations.order_by("position"))


def listed_inspections(viewer: Viewer) -> QuerySet[Inspection]:
    """Visible inspections, the newest first, each with `items`: how many recommendations stand."""
    items = (
        Recommendation.objects.filter(inspection=OuterRef("pk"))
        .order_by()
        .values("inspection")
        .annotate(count=Count("pk"))
    )
    return (
        inspections_visible_to(viewer)
        .annotate(items=Coalesce(Subquery(items.values("count")), 0))
        .only("title", "kind", "published_on", "inspectorates", "last_lawful_day")
        .order_by("-published_on", "title", "pk")
    )


def _visible(viewer: Viewer) -> QuerySet[Recommendation]:
    # Adding nothing to the key keeps SQLite from starting at the reports and sorting all that
    # it finds: it walks the index that has the order, and asks of each whether it is visible.
    visible: QuerySet[Recommendation] = Recommendation.objects.alias(
        report=F("inspection_id") + 0
    ).filter(report__in=inspections_visible_to(viewer).values("pk"))
    return visible


def _condition(wanted: Wanted, on: date) -> Q:
    condition = Q()
    if wanted.kinds:
        condition &= Q(kind__in=wanted.kinds)
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
    return recommendations.order_by("-published_on", "inspection_id", "position")
