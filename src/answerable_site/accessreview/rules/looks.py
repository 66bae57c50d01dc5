"""What the record of access says about one look at one record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from answerable.statute import civil_date


class Act(StrEnum):
    """What a person did with a record."""

    LISTED = "listed"
    """It stood in a list that the person was shown."""
    LOOKED_UP = "looked_up"
    """Found by its reference."""
    OPENED = "opened"
    EXPORTED = "exported"
    RECORDED = "recorded"
    """Something was written in it: work on the case, by which earlier looks explain themselves."""


class Standing(StrEnum):
    """By what right a person saw a record at that moment."""

    ASSIGNED = "assigned"
    SUPERVISES = "supervises"
    """The record belongs to a unit whose cases the person supervises, or to their queue."""
    BROKE_GLASS = "broke_glass"
    """No assignment: the person gave a reason and went on."""


class MomentWithoutZone(ValueError):
    """A look has a moment that does not say in which time zone it is."""


@dataclass(frozen=True, slots=True)
class Look:
    """One entry of the record of access, with the facts of the case as they were at that moment.

    Raises:
        MomentWithoutZone: `at` or `assignment_ended_at` has no time zone.
    """

    at: datetime
    person: int
    role: str
    """The role relied on; people are compared with others of the same role and organisation."""
    organisation: int
    record: str
    """Kind and identifier of the record: "casework.case:12"."""
    record_organisation: int
    act: Act
    standing: Standing
    reason: str = ""
    """As the person typed it; asked for when the glass is broken."""
    is_decoy: bool = False
    """Nobody’s work leads to this record."""
    closed_on: date | None = None
    """The day on which the case was closed; None while it is open."""
    assignment_ended_at: datetime | None = None
    """When the person’s last assignment to the case ended; None if there was none or one lasts."""
    people_assigned: int = 0

    def __post_init__(self) -> None:
        for moment in (self.at, self.assignment_ended_at):
            if moment is not None and moment.tzinfo is None:
                raise MomentWithoutZone(f"Give {moment.isoformat()} with its time zone.")

    @property
    def place(self) -> tuple[datetime, int, str, Act, Standing, str]:
        """What looks are ordered by, earliest first, so that no review depends on how they came."""
        return (self.at, self.person, self.record, self.act, self.standing, self.reason)

    @property
    def on(self) -> date:
        """The civil date in Europe/London."""
        return civil_date(self.at)

    @property
    def shows_the_record(self) -> bool:
        """Whether the person saw what stands in it, not only that it exists, and wrote nothing."""
        return self.act in {Act.LOOKED_UP, Act.OPENED, Act.EXPORTED}

    @property
    def by_broken_glass(self) -> bool:
        """Whether the person saw the record without an assignment."""
        return self.shows_the_record and self.standing is Standing.BROKE_GLASS
