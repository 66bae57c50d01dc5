"""Recommendations and inspections as items of a list. Made by the thousand: kept cheap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.register.presenters.clocks import days_left_in_words, deadline_in_words
from answerable_site.register.rules import InspectionKind, RecommendationKind

if TYPE_CHECKING:
    from answerable_site.register.models import Inspection, Recommendation

_COLOURS = {
    RecommendationKind.RECOMMENDATION: "blue",
    RecommendationKind.AREA_FOR_IMPROVEMENT: "teal",
    RecommendationKind.CAUSE_OF_CONCERN: "red",
}
_SHOWN_LETTERS = 220


@dataclass(frozen=True, slots=True)
class ListedRecommendation:
    """One recommendation in a list."""

    id: int
    heading: str
    text: str
    kind: str
    colour: str
    inspection_id: int
    inspection: str
    published_on: date
    addressees: str
    deadline: str
    deadline_note: str
    answer_note: str


@dataclass(frozen=True, slots=True)
class ListedInspection:
    """One inspection in a list."""

    id: int
    title: str
    kind: str
    published_on: date
    inspectorates: str
    items: int
    last_lawful_day: date | None
    answer_note: str


def listed_recommendation(recommendation: Recommendation, *, on: date) -> ListedRecommendation:
    """One recommendation with its report and addressees already fetched."""
    kind = RecommendationKind(recommendation.kind)
    inspection = recommendation.inspection
    expected, last = recommendation.expected_on, inspection.last_lawful_day
    return ListedRecommendation(
        id=recommendation.pk,
        heading=heading(recommendation),
        text=shortened(recommendation.text),
        kind=kind.label,
        colour=_COLOURS[kind],
        inspection_id=inspection.pk,
        inspection=inspection.title,
        published_on=inspection.published_on,
        addressees=", ".join(dict.fromkeys(one.name for one in recommendation.addressees.all())),
        deadline=_deadline(recommendation),
        deadline_note=days_left_in_words((expected - on).days) if expected else "",
        answer_note=days_left_in_words((last - on).days) if last else "No statutory clock",
    )


def listed_inspection(inspection: Inspection, *, on: date) -> ListedInspection:
    """One inspection from `queries.listed_inspections`."""
    last = inspection.last_lawful_day
    return ListedInspection(
        id=inspection.pk,
        title=inspection.title,
        kind=InspectionKind(inspection.kind).label,
        published_on=inspection.published_on,
        inspectorates=", ".join(inspection.inspectorates),
        items=inspection.items,  # type: ignore[attr-defined]
        last_lawful_day=last,
        answer_note=days_left_in_words((last - on).days) if last else "No statutory clock",
    )


def heading(recommendation: Recommendation) -> str:
    """ "Recommendation 4"; the kind alone where no number is printed."""
    kind = RecommendationKind(recommendation.kind).label
    return f"{kind} {recommendation.number}" if recommendation.number else f"{kind}, not numbered"


def shortened(text: str) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= _SHOWN_LETTERS:
        return text
    return f"{text[:_SHOWN_LETTERS].rsplit(' ', 1)[0]} …"


def _deadline(recommendation: Recommendation) -> str:
    if recommendation.expected_on and recommendation.expected_on != recommendation.due_on:
        return deadline_in_words(recommendation.expected_on.isoformat(), recommendation.expected_on)
    return deadline_in_words(recommendation.deadline, recommendation.due_on)
