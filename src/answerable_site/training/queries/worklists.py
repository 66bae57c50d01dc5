"""What waits for a training coordinator."""

from __future__ import annotations

from datetime import date

from answerable_site.people.models import Organisation
from answerable_site.training.models import Booking, TrainingRecord
from answerable_site.training.queries.facts import (
    counted_duty,
    countings_of,
    facts_of,
    people_of,
    place_of,
    with_results,
)
from answerable_site.training.rules import (
    Standing,
    Worklists,
    is_in_post,
    lacks_result,
    standing_on,
    worklists_on,
)


def worklists_of(organisation: Organisation, *, on: date, within: int) -> Worklists:
    """What waits in an organisation on a day.

    Args:
        within: calendar days ahead; what ends on the last of them waits too.
    """
    return worklists_on(
        on,
        people_of(organisation.pk),
        countings_of(organisation.pk),
        counted_duty(organisation),
        within=within,
    )


def places_without_result(organisation: Organisation, *, on: date) -> list[Booking]:
    """Places that are only booked though the event is over, the earliest first."""
    over = Booking.objects.filter(
        record__organisation=organisation, event__last_day__lt=on
    ).order_by("event__last_day", "record__user__full_name", "pk")
    return [
        booking
        for booking in with_results(over)
        if lacks_result(place_of(booking).outcome, booking.event.last_day, on)
    ]


def standing_of(record: TrainingRecord, *, on: date) -> Standing:
    """How one person stands on a day."""
    return standing_on(on, facts_of(record), countings_of(record.organisation_id))


def standings_of(organisation: Organisation, *, on: date) -> dict[int, tuple[Standing, bool]]:
    """How everybody with a training record stands on a day, and whether they are in post."""
    every, duty = countings_of(organisation.pk), counted_duty(organisation)
    return {
        person.record: (standing_on(on, person, every), is_in_post(on, person, duty))
        for person in people_of(organisation.pk)
    }
