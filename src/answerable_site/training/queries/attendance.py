"""Attendance as a list: what is held, for whoever loads one, and all of it, to be taken away."""

from __future__ import annotations

from answerable_site.people.models import Organisation
from answerable_site.training.models import Booking, CourseEvent, CourseVersion, TrainingRecord
from answerable_site.training.queries.facts import place_of, with_results
from answerable_site.training.rules.intake import Known, KnownPlace, KnownVersion, NewEvent


def known_attendance(organisation: Organisation) -> Known:
    """All that a list of attendance of an organisation could be about."""
    versions = CourseVersion.objects.filter(course__organisation=organisation)
    events = CourseEvent.objects.filter(version__course__organisation=organisation)
    records = TrainingRecord.objects.filter(organisation=organisation)
    return Known(
        records={
            email.casefold(): record for record, email in records.values_list("pk", "user__email")
        },
        versions=tuple(
            KnownVersion(one.pk, one.course.code, one.label)
            for one in versions.select_related("course")
        ),
        # The first entered counts where one stands twice.
        events={_event(one).key: one.pk for one in events.order_by("-pk")},
        places={
            (booking.event_id, booking.record_id): _place(booking)
            for booking in attendance_of(organisation)
        },
    )


def attendance_of(organisation: Organisation) -> list[Booking]:
    """Every place of an organisation, by event and name."""
    return list(
        with_results(Booking.objects.filter(record__organisation=organisation)).order_by(
            "event__last_day", "event", "record__user__full_name", "pk"
        )
    )


def _event(event: CourseEvent) -> NewEvent:
    return NewEvent(event.version_id, event.first_day, event.last_day, event.place)


def _place(booking: Booking) -> KnownPlace:
    facts = place_of(booking)
    return KnownPlace(booking.pk, facts.outcome, facts.result_on)
