"""Course events, places on them, and what became of each."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable_site.audit.operations import record
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.rules import Viewer
from answerable_site.training import access
from answerable_site.training.models import (
    Booking,
    CourseEvent,
    CourseVersion,
    Result,
    TrainingRecord,
)
from answerable_site.training.rules import Outcome, check_order, check_result


class AlreadyBooked(ValueError):
    """The person has a place on this event."""


class SameResult(ValueError):
    """This result stands already."""


@transaction.atomic
def add_event(
    *,
    by: Viewer,
    at: datetime,
    version: CourseVersion,
    place: str,
    first_day: date,
    last_day: date,
) -> CourseEvent:
    """Add an event of a course; both days inclusive.

    Raises:
        access.Refused: the viewer keeps no training there.
        DaysOutOfOrder: it would end before it begins.
    """
    access.check_can_keep(by, version.course.organisation_id)
    check_order(first_day, last_day, "The last day must be the first day or later")
    added = CourseEvent.objects.create(
        version=version,
        place=place.strip(),
        first_day=first_day,
        last_day=last_day,
        added_at=at,
        added_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="training.add_event",
        subject=f"training.event:{added.pk}",
        details={"version": version.pk, "last_day": last_day.isoformat()},
    )
    return added


@transaction.atomic
def book(*, by: Viewer, at: datetime, event: CourseEvent, person: TrainingRecord) -> Booking:
    """Give somebody a place on an event.

    Raises:
        access.Refused: the viewer keeps no training there, or the person is of another
            organisation.
        AlreadyBooked: the person has a place on it.
    """
    organisation_id = event.version.course.organisation_id
    access.check_can_keep(by, organisation_id)
    if person.organisation_id != organisation_id:
        raise Refused("This person has no training record in the organisation of the course.")
    if event.bookings.filter(record=person).exists():
        raise AlreadyBooked(f"{person.user.full_name} has a place on this event already")
    added = Booking.objects.create(
        event=event, record=person, booked_at=at, booked_by_id=signed_in(by)
    )
    record(
        by=by,
        at=at,
        act="training.book",
        subject=f"training.record:{person.pk}",
        details={"event": event.pk},
    )
    return added


@transaction.atomic
def record_result(
    *, by: Viewer, at: datetime, booking: Booking, outcome: Outcome, on: date
) -> Result:
    """Record what became of a place. An earlier result stays; the latest recorded counts.

    Args:
        on: the civil day on which it was decided.

    Raises:
        access.Refused: the viewer keeps no training there.
        DaysOutOfOrder: the result cannot be of this day.
        SameResult: it stands already.
    """
    booking = Booking.objects.select_for_update(of=("self",)).get(pk=booking.pk)
    access.check_can_keep(by, booking.record.organisation_id)
    event = booking.event
    check_result(
        outcome,
        on,
        first_day=event.first_day,
        last_day=event.last_day,
        today=timezone.localdate(at),
    )
    latest = booking.results.last()
    if latest is not None and (latest.outcome, latest.on) == (outcome, on):
        raise SameResult("This result is recorded already")
    added = Result.objects.create(
        booking=booking, outcome=outcome, on=on, recorded_at=at, recorded_by_id=signed_in(by)
    )
    record(
        by=by,
        at=at,
        act="training.record_result",
        subject=f"training.record:{booking.record_id}",
        details={"event": event.pk, "outcome": outcome, "on": on.isoformat()},
    )
    return added
