"""The report to the police, and the crime as recorded."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Event, Line, Number, Words
from answerable.records.stages import Step


class Channel(StrEnum):
    """How the report reached the police."""

    CALL = "call"
    FRONT_DESK = "front_desk"
    ONLINE = "online"
    IN_PERSON = "in_person"
    REFERRAL_CENTRE = "referral_centre"
    OTHER_FORCE = "other_force"
    OTHER_AGENCY = "other_agency"

    @property
    def label(self) -> str:
        return _CHANNELS[self]


_CHANNELS = {
    Channel.CALL: "By telephone",
    Channel.FRONT_DESK: "At a police station",
    Channel.ONLINE: "Online",
    Channel.IN_PERSON: "To an officer in person",
    Channel.REFERRAL_CENTRE: "Through a sexual assault referral centre",
    Channel.OTHER_FORCE: "Through another force",
    Channel.OTHER_AGENCY: "Through another agency",
}


class Reporter(StrEnum):
    """Who reported it."""

    VICTIM = "victim"
    FOR_THE_VICTIM = "for_the_victim"
    SUPPORT_SERVICE = "support_service"
    PROFESSIONAL = "professional"
    WITNESS = "witness"
    POLICE = "police"

    @property
    def label(self) -> str:
        return _REPORTERS[self]


_REPORTERS = {
    Reporter.VICTIM: "The victim",
    Reporter.FOR_THE_VICTIM: "Somebody for the victim",
    Reporter.SUPPORT_SERVICE: "A support service",
    Reporter.PROFESSIONAL: "Another professional, such as a doctor or a teacher",
    Reporter.WITNESS: "A witness",
    Reporter.POLICE: "The police found it",
}


class Reported(Event, frozen=True, kw_only=True, tag="reported"):
    """The report to the police. Its day starts the limits of recording and of support."""

    LABEL: ClassVar[str] = "Report to the police"
    STEP: ClassVar[str] = Step.REPORT
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was it reported?",
        "channel": "How did the report reach the police?",
        "reporter": "Who reported it?",
    }

    channel: Channel
    reporter: Reporter


class CrimeRecorded(Event, frozen=True, kw_only=True, tag="crime_recorded"):
    """The crime was recorded."""

    LABEL: ClassVar[str] = "Crime recorded"
    STEP: ClassVar[str] = Step.REPORT
    QUESTIONS: ClassVar[dict[str, str]] = {"on": "On which day was the crime recorded?"}


class Inchoate(StrEnum):
    """Whether the offence was completed. An attempt counts in the same class."""

    COMPLETED = "completed"
    ATTEMPT = "attempt"
    AIDING = "aiding"
    CONSPIRACY = "conspiracy"
    INCITEMENT = "incitement"

    @property
    def label(self) -> str:
        return _INCHOATE[self]


_INCHOATE = {
    Inchoate.COMPLETED: "Completed",
    Inchoate.ATTEMPT: "Attempt",
    Inchoate.AIDING: "Aiding and abetting",
    Inchoate.CONSPIRACY: "Conspiracy",
    Inchoate.INCITEMENT: "Incitement",
}


class OffenceAlleged(Event, frozen=True, kw_only=True, tag="offence_alleged"):
    """An offence that is alleged, against one victim. `on` is the day on which it was alleged."""

    LABEL: ClassVar[str] = "Offence"
    STEP: ClassVar[str] = Step.REPORT
    QUESTIONS: ClassVar[dict[str, str]] = {
        "offence": "Which offence?",
        "inchoate": "Was it completed?",
        "victim": "Which victim?",
        "on": "On which day was it alleged?",
        "from_on": "On which day was it committed, or from which day on?",
        "to_on": "Until which day?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "offence": "A class of rape such as 19C or 19F, or a code such as SX03001.",
        "from_on": "Leave it empty if it is not known.",
        "to_on": "If it may have been on any of several days.",
    }

    offence: Line
    """A code of the offence lists (`codes.offences`)."""
    inchoate: Inchoate = Inchoate.COMPLETED
    victim: Number
    from_on: date | None = None
    """The first day on which it may have been committed; None where not known."""
    to_on: date | None = None
    """The last such day, inclusive."""


class NotACrime(Event, frozen=True, kw_only=True, tag="not_a_crime"):
    """The force’s crime registrar decided that it stays, or is made, no recorded crime."""

    LABEL: ClassVar[str] = "Not a recorded crime"
    STEP: ClassVar[str] = Step.REPORT
    QUESTIONS: ClassVar[dict[str, str]] = {
        "code": "Which code?",
        "on": "On which day was it decided?",
        "reason": "Why is it no recorded crime?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "code": "The force’s crime registrar decides it.",
        "reason": "Name nobody.",
    }

    code: Line
    """A code of the list of reasons (`codes.not_crimes`)."""
    reason: Words


KINDS = (Reported, CrimeRecorded, OffenceAlleged, NotACrime)
