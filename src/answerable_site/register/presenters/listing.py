"""Recommendations and inspections as items of a list. Made by the thousand: kept cheap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.register.presenters.clocks import days_left_in_words, deadline_in_words
from answerable_site.register.rules import InspectionKind, RecommendationKind

if TYPE_CHECKING:
    from answerable_site.register.models import Inspection, Recommendation

_SHOWN_LETTERS = 220
_HEADING_LETTERS = 60


@dataclass(frozen=True, slots=True)
class ListedRecommendation:
    """One recommendation in a list."""

    id: int
    heading: str
    text: str
    inspection_id: int
    inspection: str
    published_on: date
    addressees: str
    deadline: str
    deadline_note: str
    answer: str
    """The last lawful day of the response, and how far it is."""


@dataclass(frozen=True, slots=True)
class ListedInspection:
    """One inspection in a list."""

    id: int
    title: str
    kind: str
    published_on: date
    inspectorates: str
    items: int
    answer: str


def listed_recommendation(recommendation: Recommendation, *, on: date) -> ListedRecommendation:
    """One recommendation with its report and addressees already fetched."""
    inspection, expected = recommendation.inspection, recommendation.expected_on
    return ListedRecommendation(
        id=recommendation.pk,
        heading=heading(recommendation),
        text=shortened(recommendation.text),
        inspection_id=inspection.pk,
        inspection=inspection.title,
        published_on=inspection.published_on,
        addressees=", ".join(dict.fromkeys(one.name for one in recommendation.addressees.all())),
        deadline=_deadline(recommendation),
        deadline_note=days_left_in_words((expected - on).days).lower() if expected else "",
        answer=_answer(inspection, on),
    )


def listed_inspection(inspection: Inspection, *, on: date) -> ListedInspection:
    """One inspection from `queries.listed_inspections`."""
    return ListedInspection(
        id=inspection.pk,
        title=inspection.title,
        kind=InspectionKind(inspection.kind).label,
        published_on=inspection.published_on,
        inspectorates=", ".join(inspection.inspectorates),
        items=inspection.items,  # type: ignore[attr-defined]
        answer=_answer(inspection, on),
    )


def heading(recommendation: Recommendation) -> str:
    """ "Recommendation 4"; with its first words instead where no number is printed."""
    return heading_of(recommendation.kind, recommendation.number, recommendation.text)


def heading_of(kind: str, number: str, text: str) -> str:
    """What a recommendation or candidate of this kind, number and text is called."""
    label = RecommendationKind(kind).label
    return f"{label} {number}" if number else f"{label}: {shortened(text, _HEADING_LETTERS)}"


def shortened(text: str, letters: int = _SHOWN_LETTERS) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= letters:
        return text
    return f"{text[:letters].rsplit(' ', 1)[0]} …"


def _deadline(recommendation: Recommendation) -> str:
    if recommendation.expected_on and recommendation.expected_on != recommendation.due_on:
        return date_in_words(recommendation.expected_on)
    return deadline_in_words(recommendation.deadline, recommendation.due_on)


def _answer(inspection: Inspection, on: date) -> str:
    last = inspection.last_lawful_day
    if last is None:
        return "No statutory clock"
    left = days_left_in_words((last - on).days)
    return f"Response by {date_in_words(last)} ({left[:1].lower()}{left[1:]})"
