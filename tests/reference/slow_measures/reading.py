"""One case as the slow measures read it, and how a row of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.reference import slow_spine

from answerable import statute
from answerable.records.file import CaseFile
from answerable.statute.limits import Limits, NoLimitInForce

FIRST_DAY_OF_CALENDAR = date(2010, 1, 1)


@dataclass(frozen=True)
class Row:
    """One thing that a measure counts."""

    standing: str
    on: date | None
    facts: dict[str, Any] = field(default_factory=dict)


class Case:
    """What stands of a case at the end of a day."""

    def __init__(
        self,
        file: CaseFile,
        as_of: date,
        limits: Limits = statute.LIMITS,
        pilot_began: date | None = None,
    ) -> None:
        self.file = file
        self.limits = limits
        self.pilot_began = pilot_began
        self.as_of = as_of
        self.reported_on = file.reported_on
        self.events = slow_spine.standing(file, as_of)

    def of(self, kind: str) -> list[tuple[int, Any]]:
        """The events of a kind with their numbers, by day and then by number."""
        return slow_spine.of_kind(self.events, kind)

    def heir(self, number: int) -> int:
        """The number of what stands in the place of an event."""
        return slow_spine.heir(self.file, number)

    def first_day(self, kind: str, **facts: Any) -> date | None:
        """The first day on which something of a kind happened, with these facts."""
        for _, one in self.of(kind):
            if all(getattr(one, name) == value for name, value in facts.items()):
                return one.on
        return None

    def victims(self) -> dict[int, date]:
        """Since when the case knows of each victim."""
        known: dict[int, date] = {}
        for _, one in self.of("victim_identified"):
            if one.victim not in known:
                known[one.victim] = max(one.on, self.reported_on)
        return known

    def suspects(self) -> dict[int, date]:
        """The day on which each suspect was identified."""
        known: dict[int, date] = {}
        for _, one in self.of("suspect_identified"):
            known.setdefault(one.suspect, one.on)
        return known

    def is_enhanced(self, victim: int) -> bool:
        """What was said last of a victim’s Enhanced Rights."""
        said = [one for _, one in self.of("victim_identified") if one.victim == victim]
        return said[-1].enhanced_rights

    def runs_out(self, limit: str, start: date) -> date | None:
        """The last day in time; None where no limit was in force."""
        if start < FIRST_DAY_OF_CALENDAR:
            return None
        try:
            return self.limits.in_force(limit, start).last_day(start)
        except NoLimitInForce:
            return None

    def in_time(self, limit: str, start: date | None, done: date | None) -> str:
        """How something stands that was to be done within a limit."""
        if start is None:
            return "unknown"
        due = self.runs_out(limit, start)
        if due is None:
            return "not_applicable"
        return self.by(due, done)

    def by(self, due: date, done: date | None) -> str:
        """How something stands that was to be done by a day."""
        if self.as_of < due + timedelta(days=1):
            return "pending"
        if done is None:
            return "missed"
        return "met" if done <= due else "missed"


def latest(*days: date | None) -> date | None:
    """The last of those days; None where one is not known."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None
