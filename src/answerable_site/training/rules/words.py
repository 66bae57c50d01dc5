"""The words of training: what became of a place on a course, duties, what a course is for."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from answerable_site.people.rules import OrganisationKind, Role


class Outcome(StrEnum):
    """What became of a place on a course event."""

    BOOKED = "booked"
    ATTENDED = "attended"
    DID_NOT_ATTEND = "did_not_attend"
    PASSED = "passed"
    FAILED = "failed"

    @property
    def label(self) -> str:
        return _OUTCOMES[self]

    @property
    def took_part(self) -> bool:
        """Whether the person was there. To pass or to fail, one has to be."""
        return self in {Outcome.ATTENDED, Outcome.PASSED, Outcome.FAILED}


_OUTCOMES = {
    Outcome.BOOKED: "Booked",
    Outcome.ATTENDED: "Attended",
    Outcome.DID_NOT_ATTEND: "Did not attend",
    Outcome.PASSED: "Passed",
    Outcome.FAILED: "Failed",
}


class Duty(StrEnum):
    """What somebody is posted to do."""

    INVESTIGATOR = "investigator"
    PROSECUTOR = "prosecutor"
    SUPERVISOR = "supervisor"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _DUTIES[self]


_DUTIES = {
    Duty.INVESTIGATOR: "Investigator",
    Duty.PROSECUTOR: "Prosecutor",
    Duty.SUPERVISOR: "Supervisor or manager",
    Duty.OTHER: "Another duty",
}

COUNTED_DUTY: Final = {
    OrganisationKind.POLICE_FORCE: Duty.INVESTIGATOR,
    OrganisationKind.CPS_AREA: Duty.PROSECUTOR,
}
"""The kinds of organisation that keep training records, and who there is counted as in post."""

LEARNS: Final = (
    *(Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER),
    *(Role.PROSECUTOR, Role.CPS_MANAGER, Role.TRAINING_COORDINATOR),
)
"""Roles in which somebody may have a training record."""


def duties_in(kind: OrganisationKind) -> tuple[Duty, ...]:
    """The duties that there are in a kind of organisation, the counted one first."""
    return (COUNTED_DUTY[kind], Duty.SUPERVISOR, Duty.OTHER)


class Purpose(StrEnum):
    """What a version of a course is good for, while it counts."""

    QUALIFIES = "qualifies"
    """Whoever passes it is qualified from that day on."""
    REFRESHES = "refreshes"
    """Whoever takes part while qualified stays qualified for longer."""

    @property
    def label(self) -> str:
        return _PURPOSES[self]


_PURPOSES = {
    Purpose.QUALIFIES: "Whoever passes it is qualified",
    Purpose.REFRESHES: "It keeps those qualified who are",
}
