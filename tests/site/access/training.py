"""What one office of the matrix has of training: its force's courses and records, by route."""

from __future__ import annotations

from datetime import date

from tests import factories
from tests.site.access import seats
from tests.site.access.records import AT, Records

from answerable.statute import Confidence
from answerable_site.people.rules import Role
from answerable_site.training import operations
from answerable_site.training.operations import NewCounting
from answerable_site.training.rules import Duty, FigureKind, FinancialYear, Outcome, Purpose


def add_training(records: Records) -> None:
    """A course with its successor, an event that is over, and the training of one person."""
    user = seats.member(records.office, Role.TRAINING_COORDINATOR)
    keeper = {"by": factories.viewer(user, on=AT.date()), "at": AT}
    force, mark = records.office.force, records.mark
    learner = factories.person(f"{mark} Learner", (force, Role.INVESTIGATOR))
    course = operations.add_course(
        **keeper, organisation=force, code=f"{mark} course", name=f"A course in {mark}"
    )
    version = operations.add_version(
        **keeper, course=course, label="2021", taught_from=date(2021, 4, 1)
    )
    counting = operations.add_counting(
        **keeper,
        version=version,
        new=NewCounting(
            purpose=Purpose.QUALIFIES,
            from_on=date(2021, 4, 1),
            to_on=None,
            lasts_months=36,
            refresher_months=12,
            source=f"Circular of {mark}",
            confidence=Confidence.TO_BE_VERIFIED,
        ),
    )
    person = operations.open_record(**keeper, organisation=force, user=learner)
    posting = operations.add_posting(
        **keeper,
        person=person,
        duty=Duty.INVESTIGATOR,
        unit=f"{mark} unit",
        from_on=date(2020, 1, 6),
    )
    operations.add_qualification(
        **keeper,
        person=person,
        version=version,
        from_on=date(2023, 5, 12),
        to_on=None,
        evidence=f"Certificate in the file of {mark}",
    )
    operations.add_development(
        **keeper, person=person, on=date(2026, 4, 1), what=f"Reading about {mark}", minutes=90
    )
    event = operations.add_event(
        **keeper,
        version=version,
        place=f"School of {mark}",
        first_day=date(2026, 3, 2),
        last_day=date(2026, 3, 6),
    )
    booking = operations.book(**keeper, event=event, person=person)
    operations.record_result(**keeper, booking=booking, outcome=Outcome.PASSED, on=date(2026, 3, 6))
    for kind in FigureKind:
        operations.state_figure(
            **keeper, organisation=force, kind=kind, year=FinancialYear(2025), shown=1
        )
    by_record = {"record_id": person.pk}
    records.arguments |= {
        **{
            f"training:{route}": by_record
            for route in ("record", "add_posting", "add_qualification", "add_development")
        },
        "training:end_posting": {"posting_id": posting.pk},
        "training:strike": {"kind": "posting", "entry_id": posting.pk},
        "training:course": {"course_id": course.pk},
        "training:add_version": {"course_id": course.pk},
        "training:succeed": {"course_id": course.pk},
        "training:add_counting": {"version_id": version.pk},
        "training:end_counting": {"counting_id": counting.pk},
        "training:event": {"event_id": event.pk},
        "training:book": {"event_id": event.pk},
        "training:record_result": {"booking_id": booking.pk},
    }
