"""Courses and events in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.training.presenters.records import struck_in_words
from answerable_site.training.presenters.words import days_of, from_to, months_in_words
from answerable_site.training.rules import Purpose

if TYPE_CHECKING:
    from answerable_site.training.models import Counting, Course, CourseEvent, CourseVersion


@dataclass(frozen=True, slots=True)
class ShownCounting:
    """From when to when a version counts."""

    id: int
    title: str
    facts: tuple[str, ...]
    is_running: bool
    struck: str


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version of a course."""

    id: int
    name: str
    taught: str
    countings: tuple[ShownCounting, ...]


@dataclass(frozen=True, slots=True)
class ShownCourse:
    """A course with its versions."""

    id: int
    code: str
    name: str
    organisation: str
    succeeded: str
    """By what and since when; empty where it is not."""
    versions: tuple[ShownVersion, ...]


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event of a course."""

    id: int
    title: str
    when: str
    place: str
    places: str
    is_over: bool


def shown_course(course: Course, versions: Iterable[CourseVersion]) -> ShownCourse:
    """One course.

    Args:
        versions: with their countings.
    """
    succeeded = ""
    if course.succeeded_by and course.succeeded_on:
        since = date_in_words(course.succeeded_on)
        succeeded = f"Succeeded by {course.succeeded_by.code} from {since}"
    return ShownCourse(
        id=course.pk,
        code=course.code,
        name=course.name,
        organisation=course.organisation.name,
        succeeded=succeeded,
        versions=tuple(_version(one) for one in versions),
    )


def shown_event(event: CourseEvent, *, today: date) -> ShownEvent:
    """One event, from `queries.events_visible_to`."""
    booked: int = event.booked  # type: ignore[attr-defined]
    return ShownEvent(
        id=event.pk,
        title=event.version.name,
        when=days_of(event.first_day, event.last_day),
        place=event.place,
        places="1 place" if booked == 1 else f"{booked} places",
        is_over=event.last_day < today,
    )


def _version(version: CourseVersion) -> ShownVersion:
    return ShownVersion(
        version.pk,
        version.name,
        f"Taught from {date_in_words(version.taught_from)}",
        tuple(_counting(one) for one in version.countings.all()),
    )


def _counting(one: Counting) -> ShownCounting:
    refresher = months_in_words(one.refresher_months, "")
    return ShownCounting(
        id=one.pk,
        title=Purpose(one.purpose).label,
        facts=(
            from_to(one.from_on, one.to_on),
            f"Lasts {months_in_words(one.lasts_months, 'without an end')}",
            f"Refresher due after {refresher}" if refresher else "No refresher is due",
            f"{one.source} ({one.confidence})",
        ),
        is_running=one.to_on is None and not one.is_struck,
        struck=struck_in_words(one),
    )
