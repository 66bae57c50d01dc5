"""What those who work on an invented case record in it, each on the day on which it happened."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from answerable.records.event import Event
from answerable_site.casework import operations
from answerable_site.casework.models import Case
from answerable_site.casework.rules import Ground
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.people.models import User


@dataclass(frozen=True, slots=True)
class InventedCase:
    """A case of the demonstration; its days are counted from the report, which is day 0."""

    county: InventedCounty
    case: Case

    def day(self, number: int) -> date:
        """The civil date of a day of the case."""
        return self.case.reported_on + timedelta(days=number)

    def act(self, user: User, day: int, hour: int) -> Act:
        """Somebody acts on a day of the case."""
        return Act(user, self.day(day), hour)

    def record(
        self, act: Act, *events: Event, why: str = "", opens: bool = False
    ) -> Generator[datetime, None, list[int]]:
        """Somebody records what happened; gives the numbers of the events.

        Args:
            why: the reason for the breach of a rule, where the invented story has one.
            opens: whether they have to open the case first, to supervise it.
        """
        yield act.at
        if opens:
            operations.open_case(**act.alone, case=self.case, ground=Ground.SUPERVISION, words="")
        return [
            operations.record_event(
                **act.alone, case=self.case, event=event, why_in_breach=why
            ).number
            for event in events
        ]
