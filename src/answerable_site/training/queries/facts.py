"""Training records as the rules read them, and in few questions to the database."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db.models import Prefetch, QuerySet

from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind
from answerable_site.training.models import (
    Booking,
    Counting,
    Posting,
    Qualification,
    Result,
    TrainingRecord,
)
from answerable_site.training.rules import (
    COUNTED_DUTY,
    AttendanceFacts,
    CountingFacts,
    Duty,
    Outcome,
    PersonFacts,
    PostingFacts,
    Purpose,
    QualificationFacts,
)


def counted_duty(organisation: Organisation) -> Duty:
    """Who is counted as in post there: investigators of a force, prosecutors of a CPS Area."""
    return COUNTED_DUTY[OrganisationKind(organisation.kind)]


def countings_of(organisation_id: int) -> list[CountingFacts]:
    """Which versions of an organisation’s courses count, from when to when; none struck out."""
    rows = Counting.objects.filter(
        version__course__organisation=organisation_id, struck_at__isnull=True
    )
    return [
        CountingFacts(
            version=row.version_id,
            purpose=Purpose(row.purpose),
            from_on=row.from_on,
            to_on=row.to_on,
            lasts_months=row.lasts_months,
            refresher_months=row.refresher_months,
        )
        for row in rows
    ]


def people_of(organisation_id: int) -> list[PersonFacts]:
    """All that counts of every training record of an organisation, by its number."""
    return _facts(TrainingRecord.objects.filter(organisation=organisation_id))


def facts_of(record: TrainingRecord) -> PersonFacts:
    """All that counts of one training record."""
    [found] = _facts(TrainingRecord.objects.filter(pk=record.pk))
    return found


def with_results(bookings: QuerySet[Booking]) -> QuerySet[Booking]:
    """Places with their events, and their results in the order of recording."""
    return bookings.select_related("event__version__course", "record__user").prefetch_related(
        Prefetch("results", Result.objects.select_related("recorded_by"))
    )


def place_of(booking: Booking) -> AttendanceFacts:
    """What became of a place, from `with_results`: the latest recorded result counts."""
    results = list(booking.results.all())
    outcome = Outcome(results[-1].outcome) if results else Outcome.BOOKED
    decided: date = results[-1].on if results else booking.event.last_day
    return AttendanceFacts(booking.event.version_id, booking.event.last_day, outcome, decided)


def _facts(records: QuerySet[TrainingRecord]) -> list[PersonFacts]:
    postings: dict[int, list[PostingFacts]] = defaultdict(list)
    for row in Posting.objects.filter(record__in=records, struck_at__isnull=True):
        postings[row.record_id].append(PostingFacts(Duty(row.duty), row.from_on, row.to_on))
    places: dict[int, list[AttendanceFacts]] = defaultdict(list)
    for booking in _places(records):
        places[booking.record_id].append(place_of(booking))
    held: dict[int, list[QualificationFacts]] = defaultdict(list)
    for found in Qualification.objects.filter(record__in=records, struck_at__isnull=True):
        held[found.record_id].append(
            QualificationFacts(found.version_id, found.from_on, found.to_on)
        )
    return [
        PersonFacts(record, tuple(postings[record]), tuple(places[record]), tuple(held[record]))
        for record in records.order_by("pk").values_list("pk", flat=True)
    ]


def _places(records: QuerySet[TrainingRecord]) -> QuerySet[Booking]:
    return (
        Booking.objects.filter(record__in=records)
        .order_by("event__last_day", "pk")
        .select_related("event")
        .prefetch_related("results")
    )
