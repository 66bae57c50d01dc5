"""A force with a training coordinator, a course that counts, and somebody in training."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from tests import factories
from tests.made_once import made_once

from answerable.statute import Confidence
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind, Role, Viewer
from answerable_site.training import operations
from answerable_site.training.models import Booking, CourseEvent, CourseVersion, TrainingRecord
from answerable_site.training.operations import NewCounting
from answerable_site.training.rules import Duty, Outcome, Purpose

AT = datetime(2026, 5, 12, 9, tzinfo=UTC)
FIRST_DAY, LAST_DAY = date(2026, 3, 2), date(2026, 3, 6)


@dataclass
class School:
    """What a training coordinator of one force keeps."""

    force: Organisation
    trainer: User
    learner: User
    version: CourseVersion = field(init=False)
    record: TrainingRecord = field(init=False)

    def __post_init__(self) -> None:
        course = operations.add_course(
            **self.about, organisation=self.force, code="SSAIDP", name="A course"
        )
        self.version = operations.add_version(
            **self.about, course=course, label="2021", taught_from=date(2021, 4, 1)
        )
        self.record = operations.open_record(
            **self.about, organisation=self.force, user=self.learner
        )

    @property
    def viewer(self) -> Viewer:
        return factories.viewer(self.trainer, on=AT.date())

    @property
    def about(self) -> dict[str, Any]:
        """Keywords that every operation takes."""
        return {"by": self.viewer, "at": AT}

    def event(self, last_day: date = LAST_DAY) -> CourseEvent:
        return operations.add_event(
            **self.about,
            version=self.version,
            place="Training school",
            first_day=min(FIRST_DAY, last_day),
            last_day=last_day,
        )

    def booking(self) -> Booking:
        return operations.book(**self.about, event=self.event(), person=self.record)

    def result(self, outcome: Outcome, booking: Booking | None = None) -> Booking:
        """A place, with this result decided on the last day."""
        booking = booking or self.booking()
        operations.record_result(**self.about, booking=booking, outcome=outcome, on=LAST_DAY)
        return booking

    def posted(self, to_on: date | None = None) -> None:
        operations.add_posting(
            **self.about,
            person=self.record,
            duty=Duty.INVESTIGATOR,
            unit="Rape Team",
            from_on=date(2020, 1, 6),
            to_on=to_on,
        )

    def counts(self, **changed: Any) -> NewCounting:
        """That the course qualifies for three years, unless something is said otherwise."""
        return NewCounting(
            **{
                "purpose": Purpose.QUALIFIES,
                "from_on": date(2021, 4, 1),
                "to_on": None,
                "lasts_months": 36,
                "refresher_months": 12,
                "source": "Circular 4",
                "confidence": Confidence.TO_BE_VERIFIED,
            }
            | changed
        )


@made_once
def school(name: str = "Wexmoor") -> School:
    """One force; call it twice with different names for two that must not see each other."""
    force = factories.organisation(
        f"{name} Constabulary", OrganisationKind.POLICE_FORCE, "Chief Constable"
    )
    return School(
        force,
        factories.person(f"{name} Trainer", (force, Role.TRAINING_COORDINATOR)),
        factories.person(f"{name} Learner", (force, Role.INVESTIGATOR)),
    )
