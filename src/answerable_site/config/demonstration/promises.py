"""Who acts when the invented county follows its joint report up, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.followup.models import Commitment
from answerable_site.people.models import User

TRAINING = "Train every investigator of rape"
"""What the commitment says that is closed, and was found to last."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Those who act, and the day on which the demonstration is made."""

    office: InventedOffice
    county: InventedCounty
    liaison: User
    owner: User
    today: date

    def act(self, user: User, days_ago: int, hour: int) -> dict[str, Any]:
        """Somebody acts some days before today, at a full hour."""
        return Act(user, self.today - timedelta(days=days_ago), hour).alone

    def day(self, days_ago: int) -> date:
        """The day some days before today."""
        return self.today - timedelta(days=days_ago)


@dataclass(frozen=True, slots=True)
class Promises:
    """The commitments of the story."""

    training: Commitment
    """Closed, and found to last."""
    joint_way: Commitment
    """The force’s, late and re-dated twice."""
    joint_way_of_cps: Commitment
    contact: Commitment
    contact_of_cps: Commitment
