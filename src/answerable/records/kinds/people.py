"""Victims and suspects, by number: no field holds who they are."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Age, Answers, Event, Number, Words
from answerable.records.stages import Step


class VictimIdentified(Event, frozen=True, kw_only=True, tag="victim_identified"):
    """A victim of the case. The first is number 1."""

    LABEL: ClassVar[str] = "Victim"
    STEP: ClassVar[str] = Step.PEOPLE
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Number of the victim in this case",
        "on": "On which day did the police know of this victim?",
        "age": "Age in whole years at the offence",
        "enhanced_rights": "Does the victim have Enhanced Rights?",
        "enhanced_reason": "Why not?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "age": "Leave it empty if it is not known. Never enter a date of birth.",
        "enhanced_rights": "Victims of the most serious crime do. The shorter limits apply then.",
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "enhanced_reason": ("enhanced_rights", (False,)),
    }

    victim: Number
    age: Age | None = None
    """At the offence; None where not known."""
    enhanced_rights: bool = True
    """Whether the victim has Enhanced Rights under the Victims’ Code, as victims of the most
    serious crime do: the shorter limits apply then."""
    enhanced_reason: Words = ""
    """Why not, where not."""


class Relationship(StrEnum):
    """What the suspect was to the victim."""

    STRANGER = "stranger"
    ACQUAINTANCE = "acquaintance"
    FRIEND = "friend"
    PARTNER = "partner"
    FORMER_PARTNER = "former_partner"
    FAMILY = "family"
    PROFESSIONAL = "professional"
    OTHER = "other"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        return _RELATIONSHIPS[self]


_RELATIONSHIPS = {
    Relationship.STRANGER: "Stranger",
    Relationship.ACQUAINTANCE: "Acquaintance",
    Relationship.FRIEND: "Friend",
    Relationship.PARTNER: "Partner",
    Relationship.FORMER_PARTNER: "Former partner",
    Relationship.FAMILY: "Family",
    Relationship.PROFESSIONAL: "Somebody in a position of trust",
    Relationship.OTHER: "Other",
    Relationship.NOT_KNOWN: "Not known",
}


class SuspectIdentified(Event, frozen=True, kw_only=True, tag="suspect_identified"):
    """A suspect who is identified. The first is number 1."""

    LABEL: ClassVar[str] = "Suspect"
    STEP: ClassVar[str] = Step.PEOPLE
    QUESTIONS: ClassVar[dict[str, str]] = {
        "suspect": "Number of the suspect in this case",
        "on": "On which day was the suspect identified?",
        "relationship": "What was the suspect to the victim?",
    }

    suspect: Number
    relationship: Relationship = Relationship.NOT_KNOWN


class Status(StrEnum):
    """What the police did with a suspect."""

    ARRESTED = "arrested"
    INTERVIEWED = "interviewed"
    BAILED = "bailed"
    BAIL_EXTENDED = "bail_extended"
    BAIL_CHANGED = "bail_changed"
    UNDER_INVESTIGATION = "under_investigation"
    RELEASED = "released"
    REMANDED = "remanded"

    @property
    def label(self) -> str:
        return _STATUSES[self]


_STATUSES = {
    Status.ARRESTED: "Arrested",
    Status.INTERVIEWED: "Interviewed under caution",
    Status.BAILED: "Released on bail",
    Status.BAIL_EXTENDED: "Bail extended",
    Status.BAIL_CHANGED: "Conditions of bail changed or cancelled",
    Status.UNDER_INVESTIGATION: "Released under investigation",
    Status.RELEASED: "Released without charge",
    Status.REMANDED: "Remanded in custody",
}

ABOUT_BAIL = (Status.BAILED, Status.BAIL_EXTENDED, Status.BAIL_CHANGED)


class Authoriser(StrEnum):
    """Who authorised a period of bail."""

    CUSTODY_OFFICER = "custody_officer"
    INSPECTOR = "inspector"
    SUPERINTENDENT = "superintendent"
    MAGISTRATES = "magistrates"

    @property
    def label(self) -> str:
        return _AUTHORISERS[self]


_AUTHORISERS = {
    Authoriser.CUSTODY_OFFICER: "Custody officer",
    Authoriser.INSPECTOR: "Inspector",
    Authoriser.SUPERINTENDENT: "Superintendent",
    Authoriser.MAGISTRATES: "Magistrates’ court",
}


class SuspectStatus(Event, frozen=True, kw_only=True, tag="suspect_status"):
    """What became of a suspect on a day. Victims have a right to be told."""

    LABEL: ClassVar[str] = "Suspect’s status"
    STEP: ClassVar[str] = Step.PEOPLE
    QUESTIONS: ClassVar[dict[str, str]] = {
        "suspect": "Which suspect?",
        "status": "What happened to the suspect?",
        "on": "On which day did it happen?",
        "ends_on": "Until which day does the bail run?",
        "has_conditions": "Does the bail have conditions?",
        "authoriser": "Who authorised it?",
        "victims_views_sought": "Were the victims’ views sought?",
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "ends_on": ("status", ABOUT_BAIL),
        "has_conditions": ("status", ABOUT_BAIL),
        "authoriser": ("status", ABOUT_BAIL),
        "victims_views_sought": ("status", ABOUT_BAIL),
    }

    suspect: Number
    status: Status
    ends_on: date | None = None
    """The last day of a period of bail."""
    has_conditions: bool | None = None
    authoriser: Authoriser | None = None
    victims_views_sought: bool | None = None
    """None where the status asks for none."""


KINDS = (VictimIdentified, SuspectIdentified, SuspectStatus)
