"""Recommendations and inspections as items of a list. Made by the thousand: kept cheap."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.register.presenters.clocks import days_left_in_words, deadline_in_words
from answerable_site.register.rules import InspectionKind, RecommendationKind

if TYPE_CHECKING:
    from answerable_site.register.models import Inspection, Recommendation
    from answerable_site.register.queries import Line


class _Address:
    """The addresses of a route's records: looked up once, for a list has dozens of them."""

    def __init__(self, route: str) -> None:
        self._route = route

    def of(self, key: int) -> str:
        before, after = self._around
        return f"{before}{key}{after}"

    @functools.cached_property
    def _around(self) -> tuple[str, str]:
        mark = 9_999_999_999
        before, _, after = reverse(self._route, args=[mark]).partition(str(mark))
        return before, after


_ADDRESS = _Address("register:recommendation")
_ADDRESS_OF_INSPECTION = _Address("register:inspection")
_SHOWN_LETTERS = 220
_HEADING_LETTERS = 60


@dataclass(frozen=True, slots=True)
class ListedRecommendation:
    """One recommendation in a list."""

    href: str
    heading: str
    text: str
    inspection_href: str
    inspection: str
    published: str
    addressees: str
    deadline: str
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


def listed_recommendation(line: Line, *, on: date) -> ListedRecommendation:
    """One recommendation, seen from a day."""
    return ListedRecommendation(
        href=_ADDRESS.of(line.id),
        heading=heading_of(line.kind, line.number, line.text),
        text=shortened(line.text),
        inspection_href=_ADDRESS_OF_INSPECTION.of(line.inspection_id),
        inspection=line.inspection_title,
        published=date_in_words(line.published_on),
        addressees=f"For {', '.join(line.addressees)}" if line.addressees else "No addressee",
        deadline=_deadline(line, on),
        answer=_answer(line.last_lawful_day, on),
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
        answer=_answer(inspection.last_lawful_day, on),
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


def _deadline(line: Line, on: date) -> str:
    expected = line.expected_on
    if expected is None:
        return f"Deadline: {deadline_in_words(line.deadline, None).lower()}"
    words = (
        deadline_in_words(line.deadline, expected)
        if expected == line.due_on
        else date_in_words(expected)
    )
    return f"Deadline: {words} ({days_left_in_words((expected - on).days).lower()})"


def _answer(last: date | None, on: date) -> str:
    if last is None:
        return "No statutory clock"
    left = days_left_in_words((last - on).days).lower()
    return f"Response by {date_in_words(last)} ({left})"
