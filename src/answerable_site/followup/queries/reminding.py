"""Of which dates one person is reminded on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from answerable_site.followup import rules
from answerable_site.followup.queries.choices import managed_by
from answerable_site.followup.queries.lines import (
    ActionLine,
    Line,
    Lines,
)
from answerable_site.followup.queries.listing import (
    actions_listed_to,
    commitments_listed_to,
)
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class Reminder:
    """A commitment or an action whose date comes or has passed, open and not said to be done."""

    about: Line | ActionLine
    on: date

    @property
    def days_left(self) -> int:
        """Until the original date, whatever date is worked to now; negative once it has passed."""
        return ((self.about.original_on or self.on) - self.on).days


def reminders_for(viewer: Viewer, *, on: date) -> tuple[Reminder, ...]:
    """What an owner, and whoever manages the organisation that acts, is reminded of on a civil
    date: of the original date and of the one worked to now. The longest late comes first."""
    days = rules.dates_reminded_of(on)
    of_the_day = Q(original_on__in=days) | Q(target_on__in=days)
    theirs = Q(owner=viewer.user_id) | managed_by(viewer)
    commitments = commitments_listed_to(viewer).filter(
        of_the_day, theirs, closed_on__isnull=True, done_on__isnull=True
    )
    actions = actions_listed_to(viewer).filter(of_the_day, theirs, state__in=rules.OPEN_STATES)
    found: list[Line | ActionLine] = [
        *Lines(commitments.order_by("pk"), Line),
        *Lines(actions.order_by("pk"), ActionLine),
    ]
    reminders = [Reminder(one, on) for one in found]
    return tuple(sorted(reminders, key=lambda one: one.days_left))
