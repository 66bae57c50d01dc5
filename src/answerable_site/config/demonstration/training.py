"""How the invented force trains its investigators: told in the order of its days.

The course is succeeded half-way; one investigator is qualified and soon due for a refresher, one
sat it again, one only attended, and one has left.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.crypto import get_random_string

from answerable.statute import Confidence
from answerable_site.config.demonstration.acting import Act, moment
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.stories import Story
from answerable_site.people import operations as people
from answerable_site.people.models import User
from answerable_site.people.rules import PRODUCT, Role
from answerable_site.training import operations
from answerable_site.training.models import Course, CourseEvent, CourseVersion, TrainingRecord
from answerable_site.training.operations import NewCounting
from answerable_site.training.rules import Duty, Outcome, Purpose

BEGUN, FIRST_COURSE, SUCCEEDED, SECOND_COURSE, LEFT, BOOKED = 480, 330, 210, 150, 60, 20
"""Days ago: the record, the old course, its successor, the new course, a leaver, a course without
results."""
SOURCE = "Invented circular on training, paragraph 4"


@dataclass(frozen=True, slots=True)
class Learners:
    """Who keeps the training of the force, and two more who are trained."""

    trainer: User
    third_investigator: User
    leaver: User


def add_people_of_training(county: InventedCounty, from_on: date) -> Learners:
    """The training coordinator of the force, and two more investigators."""

    def person(full_name: str, role: Role) -> User:
        return people.set_up_person(
            by=PRODUCT,
            at=moment(from_on, 9, 8),
            email=f"{full_name.split(maxsplit=1)[0].lower()}@{county.force.slug}.example",
            full_name=full_name,
            password=get_random_string(32),
            roles=[(county.force, role)],
            from_on=from_on,
        )

    return Learners(
        trainer=person("Merrin Askwood", Role.TRAINING_COORDINATOR),
        third_investigator=person("Osric Waynfleet", Role.INVESTIGATOR),
        leaver=person("Keziah Thornmere", Role.INVESTIGATOR),
    )


def story_of_training(county: InventedCounty, learners: Learners, today: date) -> Story:
    """The whole story, day by day."""

    def on(days_ago: int) -> Act:
        return Act(learners.trainer, today - timedelta(days=days_ago), 13)

    old = yield from _begin(county, on(BEGUN))
    records = yield from _open_records(county, learners, on(BEGUN - 1))
    first, second, third, leaver = records
    event = yield from _hold(old, on(FIRST_COURSE), [first, second, third, leaver])
    yield from _record(on(FIRST_COURSE), event, {
        first: Outcome.PASSED,
        second: Outcome.FAILED,
        third: Outcome.ATTENDED,
        leaver: Outcome.PASSED,
    })  # fmt: skip
    new = yield from _succeed(county, old.course, on(SUCCEEDED))
    event = yield from _hold(new, on(SECOND_COURSE), [second])
    yield from _record(on(SECOND_COURSE), event, {second: Outcome.PASSED})
    act = on(LEFT)
    yield act.at
    operations.end_posting(
        **act.alone, posting=leaver.postings.get(), last_day=today - timedelta(days=LEFT)
    )
    operations.add_development(
        **act.alone,
        person=first,
        on=today - timedelta(days=LEFT + 2),
        what="Masterclass on early advice",
        minutes=180,
    )
    yield from _hold(new, on(BOOKED), [third])


def _begin(county: InventedCounty, act: Act) -> Generator[datetime, None, CourseVersion]:
    yield act.at
    course = operations.add_course(
        **act.alone,
        organisation=county.force,
        code="SSAIDP",
        name="Specialist Sexual Assault Investigators Development Programme",
    )
    return _counting(act, course, "2021", date(2021, 4, 1))


def _succeed(
    county: InventedCounty, old: Course, act: Act
) -> Generator[datetime, None, CourseVersion]:
    yield act.at
    day = act.at.date()
    successor = operations.add_course(
        **act.alone,
        organisation=county.force,
        code="SSAIDP successor",
        name="Invented successor programme for rape investigators",
    )
    version = _counting(act, successor, "1", day)
    operations.succeed_course(**act.alone, course=old, successor=successor, on=day)
    return version


def _counting(act: Act, course: Course, label: str, from_on: date) -> CourseVersion:
    version = operations.add_version(**act.alone, course=course, label=label, taught_from=from_on)
    operations.add_counting(
        **act.alone,
        version=version,
        new=NewCounting(
            purpose=Purpose.QUALIFIES,
            from_on=from_on,
            to_on=None,
            lasts_months=36,
            refresher_months=12,
            source=SOURCE,
            confidence=Confidence.TO_BE_VERIFIED,
        ),
    )
    return version


def _open_records(
    county: InventedCounty, learners: Learners, act: Act
) -> Generator[datetime, None, list[TrainingRecord]]:
    yield act.at
    units = {
        county.investigator: "Rape Team North",
        county.second_investigator: "Rape Team North",
        learners.third_investigator: "Rape Team Coast",
        learners.leaver: "Rape Team Coast",
    }
    records = []
    for user, unit in units.items():
        record = operations.open_record(**act.alone, organisation=county.force, user=user)
        operations.add_posting(
            **act.alone,
            person=record,
            duty=Duty.INVESTIGATOR,
            unit=unit,
            from_on=act.at.date() - timedelta(days=400),
        )
        records.append(record)
    return records


def _hold(
    version: CourseVersion, act: Act, booked: list[TrainingRecord]
) -> Generator[datetime, None, CourseEvent]:
    """Places are given on the last day of the event."""
    yield act.at
    last_day = act.at.date()
    event = operations.add_event(
        **act.alone,
        version=version,
        place="Training school, Sallowfen",
        first_day=last_day - timedelta(days=11),
        last_day=last_day,
    )
    for person in booked:
        operations.book(**act.alone, event=event, person=person)
    return event


def _record(act: Act, event: CourseEvent, outcomes: dict[TrainingRecord, Outcome]) -> Story:
    yield act.at
    for person, outcome in outcomes.items():
        booking = event.bookings.get(record=person)
        operations.record_result(**act.alone, booking=booking, outcome=outcome, on=event.last_day)
