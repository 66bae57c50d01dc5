"""Who acts in the demonstration, and when: in the words that every operation takes."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from answerable.statute import LONDON
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.people.models import User
from answerable_site.people.queries import viewer_for
from answerable_site.register.models import Inspection


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


class Act:
    """Somebody acts on a day, at a full hour in London."""

    def __init__(self, user: User, day: date, hour: int) -> None:
        self.viewer = viewer_for(user, on=day)
        self.at = moment(day, hour)

    @property
    def alone(self) -> dict[str, Any]:
        """Keywords that every operation takes."""
        return {"by": self.viewer, "at": self.at}

    def on(self, inspection: Inspection, office: InventedOffice) -> dict[str, Any]:
        """Keywords that every operation on a response takes."""
        return {**self.alone, "inspection": inspection, "body": office.body}
