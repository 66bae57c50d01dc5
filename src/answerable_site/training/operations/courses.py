"""Courses, their versions, what succeeds what, and from when to when a version counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from answerable.statute import Confidence
from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.training import access, queries
from answerable_site.training.models import Counting, Course, CourseVersion
from answerable_site.training.rules import (
    CountingFacts,
    Purpose,
    check_counts_once,
    check_order,
)


class NameTaken(ValueError):
    """Another course or version is called so."""


class CannotSucceed(ValueError):
    """This course cannot succeed that one."""


class HasEnded(ValueError):
    """It has ended, or was struck out, already."""


@dataclass(frozen=True, slots=True)
class NewCounting:
    """From when to when a version is to count, for what and for how long."""

    purpose: Purpose
    from_on: date
    to_on: date | None
    lasts_months: int | None
    refresher_months: int | None
    source: str
    confidence: Confidence


@transaction.atomic
def add_course(
    *, by: Viewer, at: datetime, organisation: Organisation, code: str, name: str
) -> Course:
    """Keep a course.

    Raises:
        access.Refused: the viewer keeps no training there.
        NameTaken: a course there has this short name, however it is written.
    """
    access.check_can_keep(by, organisation.pk)
    code = code.strip()
    if Course.objects.filter(organisation=organisation, code__iexact=code).exists():
        raise NameTaken(f"There is a course called {code} already")
    added = Course.objects.create(
        organisation=organisation,
        code=code,
        name=name.strip(),
        added_at=at,
        added_by_id=signed_in(by),
    )
    record(by=by, at=at, act="training.add_course", subject=f"training.course:{added.pk}")
    return added


@transaction.atomic
def add_version(
    *, by: Viewer, at: datetime, course: Course, label: str, taught_from: date
) -> CourseVersion:
    """Add a version of a course. It counts for nothing until that is recorded.

    Raises:
        access.Refused: the viewer keeps no training there.
        NameTaken: a version of the course is called so.
    """
    access.check_can_keep(by, course.organisation_id)
    label = label.strip()
    if course.versions.filter(label__iexact=label).exists():
        raise NameTaken(f"There is a version called {label} already")
    added = CourseVersion.objects.create(
        course=course,
        label=label,
        taught_from=taught_from,
        added_at=at,
        added_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="training.add_version",
        subject=f"training.course:{course.pk}",
        details={"version": added.pk},
    )
    return added


@transaction.atomic
def succeed_course(
    *, by: Viewer, at: datetime, course: Course, successor: Course, on: date
) -> Course:
    """Record that a course is succeeded by another from a day on. It changes no figure: what
    counts until when is recorded for each version.

    Raises:
        access.Refused: the viewer keeps no training there.
        CannotSucceed: it has a successor, or the other is itself, foreign, or came before it.
    """
    course = Course.objects.select_for_update().get(pk=course.pk)
    access.check_can_keep(by, course.organisation_id)
    if course.succeeded_by_id is not None:
        raise CannotSucceed("This course has a successor already")
    successor = Course.objects.get(pk=successor.pk)
    if successor.organisation_id != course.organisation_id or course in _line_of(successor):
        raise CannotSucceed("This course cannot be the successor: it came before")
    course.succeeded_by, course.succeeded_on = successor, on
    course.save()
    record(
        by=by,
        at=at,
        act="training.succeed_course",
        subject=f"training.course:{course.pk}",
        details={"successor": successor.pk, "on": on.isoformat()},
    )
    return course


def _line_of(course: Course) -> list[Course]:
    """A course and all that succeeded it."""
    line = [course]
    while line[-1].succeeded_by is not None:
        line.append(line[-1].succeeded_by)
    return line


@transaction.atomic
def add_counting(*, by: Viewer, at: datetime, version: CourseVersion, new: NewCounting) -> Counting:
    """Record from when to when a version counts, for what and for how long, and who says so.

    Raises:
        access.Refused: the viewer keeps no training there.
        CountsTwice: it counts on one of these days already.
        DaysOutOfOrder: it would end before it begins.
    """
    version = CourseVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    access.check_can_keep(by, version.course.organisation_id)
    check_order(new.from_on, new.to_on, "It must not end before it begins")
    facts = CountingFacts(
        version.pk,
        new.purpose,
        new.from_on,
        new.to_on,
        new.lasts_months,
        new.refresher_months,
    )
    check_counts_once(facts, queries.countings_of(version.course.organisation_id))
    added = Counting.objects.create(
        version=version,
        purpose=new.purpose,
        from_on=new.from_on,
        to_on=new.to_on,
        lasts_months=new.lasts_months,
        refresher_months=new.refresher_months,
        source=new.source.strip(),
        confidence=new.confidence,
        recorded_at=at,
        recorded_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="training.add_counting",
        subject=f"training.course:{version.course_id}",
        details={
            "counting": added.pk,
            "version": version.pk,
            "purpose": new.purpose,
            "from_on": new.from_on.isoformat(),
            "to_on": new.to_on.isoformat() if new.to_on else None,
            "lasts_months": new.lasts_months,
            "refresher_months": new.refresher_months,
        },
    )
    return added


@transaction.atomic
def end_counting(*, by: Viewer, at: datetime, counting: Counting, last_day: date) -> Counting:
    """Record the last day on which a version counts.

    Raises:
        access.Refused: the viewer keeps no training there.
        HasEnded: it has a last day, or was struck out.
        DaysOutOfOrder: the day lies before its first.
    """
    counting = Counting.objects.select_for_update(of=("self",)).get(pk=counting.pk)
    access.check_can_keep(by, counting.version.course.organisation_id)
    if counting.to_on is not None or counting.is_struck:
        raise HasEnded("This has ended already")
    check_order(counting.from_on, last_day, "It must not end before it begins")
    counting.to_on = last_day
    counting.save()
    record(
        by=by,
        at=at,
        act="training.end_counting",
        subject=f"training.course:{counting.version.course_id}",
        details={"counting": counting.pk, "last_day": last_day.isoformat()},
    )
    return counting
