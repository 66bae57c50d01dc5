"""Telling the victim: how they want to be told, attempts, and what they were told."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Event, Instant, Number, Side, Words
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.people import SuspectStatus
from answerable.records.stages import Step

_POLICE_OR_CPS = frozenset({Side.POLICE, Side.CPS})


class Method(StrEnum):
    """How a victim is told."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    TELEPHONE = "telephone"
    LETTER = "letter"
    EMAIL = "email"
    TEXT_MESSAGE = "text_message"
    THROUGH_SUPPORT = "through_support"

    @property
    def label(self) -> str:
        return _METHODS[self]


_METHODS = {
    Method.IN_PERSON: "In person",
    Method.VIDEO: "Video call",
    Method.TELEPHONE: "Telephone",
    Method.LETTER: "Letter",
    Method.EMAIL: "E-mail",
    Method.TEXT_MESSAGE: "Text message",
    Method.THROUGH_SUPPORT: "Through their support worker",
}


class Teller(StrEnum):
    """Who tells the victim."""

    INVESTIGATOR = "investigator"
    SPECIALIST_OFFICER = "specialist_officer"
    SUPERVISOR = "supervisor"
    PROSECUTOR = "prosecutor"
    VICTIM_LIAISON = "victim_liaison"
    WITNESS_CARE = "witness_care"
    SUPPORT_WORKER = "support_worker"

    @property
    def label(self) -> str:
        return _TELLERS[self]


_TELLERS = {
    Teller.INVESTIGATOR: "The investigator",
    Teller.SPECIALIST_OFFICER: "A specially trained officer",
    Teller.SUPERVISOR: "A supervisor",
    Teller.PROSECUTOR: "A prosecutor",
    Teller.VICTIM_LIAISON: "The prosecutors’ victim liaison unit",
    Teller.WITNESS_CARE: "The witness care unit",
    Teller.SUPPORT_WORKER: "Their support worker",
}


class ContactPreference(Event, frozen=True, kw_only=True, tag="contact_preference"):
    """How a victim wants to be told. They may change it at any time: the latest counts."""

    LABEL: ClassVar[str] = "How the victim wants to be told"
    STEP: ClassVar[str] = Step.TELLING
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS, Side.SUPPORT})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day did the victim say so?",
        "method": "How do they want to be told?",
        "teller": "Who should tell them?",
        "support_present": "Should their support worker be there?",
        "times": "When should nobody contact them, and when is best?",
        "safe_contact": "What makes contact safe?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "times": "Such as: after 3pm, not on Fridays.",
        "safe_contact": "Such as: say a word agreed with them first. No number and no address.",
    }

    victim: Number
    method: Method
    teller: Teller | None = None
    """None where they have no preference."""
    support_present: bool | None = None
    """None where they have no preference."""
    times: Words = ""
    safe_contact: Words = ""


class NoticeAttempt(Event, frozen=True, kw_only=True, tag="notice_attempt"):
    """An attempt to tell a victim of a decision that did not reach them."""

    LABEL: ClassVar[str] = "Attempt to tell the victim"
    STEP: ClassVar[str] = Step.TELLING
    RECORDED_BY: ClassVar[frozenset[Side]] = _POLICE_OR_CPS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "decision": "Which decision?",
        "on": "On which day was it tried?",
        "method": "How was it tried?",
        "teller": "Who tried?",
        "what_happened": "What happened?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"decision": Decision}

    victim: Number
    decision: int
    """The number of the decision."""
    method: Method
    teller: Teller
    what_happened: Words = ""


class Uncontactable(Event, frozen=True, kw_only=True, tag="uncontactable"):
    """The attempts to tell a victim of a decision were given up."""

    LABEL: ClassVar[str] = "Victim could not be reached"
    STEP: ClassVar[str] = Step.TELLING
    RECORDED_BY: ClassVar[frozenset[Side]] = _POLICE_OR_CPS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "decision": "Which decision?",
        "on": "On which day were the attempts given up?",
        "reason": "Why is nothing more tried?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"decision": Decision}

    victim: Number
    decision: int
    """The number of the decision."""
    reason: Words


class AskedNotToBeTold(Event, frozen=True, kw_only=True, tag="asked_not_to_be_told"):
    """A victim asked not to be told of decisions, or that they want to be told again."""

    LABEL: ClassVar[str] = "Victim does not want to be told"
    STEP: ClassVar[str] = Step.TELLING
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS, Side.SUPPORT})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day did the victim say so?",
        "tell_nothing": "Do they want not to be told?",
        "victims_words": "In their own words",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "tell_nothing": "Answer no if they want to be told again from this day.",
    }

    victim: Number
    tell_nothing: bool = True
    """False: from this day they want to be told again."""
    victims_words: Words = ""


class Told(Event, frozen=True, kw_only=True, tag="told"):
    """A victim was told of a decision. There is no such event without a day and a method."""

    LABEL: ClassVar[str] = "Victim told of a decision"
    STEP: ClassVar[str] = Step.TELLING
    RECORDED_BY: ClassVar[frozenset[Side]] = _POLICE_OR_CPS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "decision": "Of which decision?",
        "on": "On which day was the victim told?",
        "told_at": "At what time?",
        "method": "How were they told?",
        "teller": "Who told them?",
        "support_present": "Was their support worker there?",
        "explained": "Was the decision explained, with its reasons?",
        "review_right_offered": "Were they told of the Victims’ Right to Review?",
        "support_offered": "Was support offered again?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "on": "For a letter, the day on which it was sent.",
        "review_right_offered": "Leave it empty if the decision gives no right to a review.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"decision": Decision}

    told_at: Instant | None = None
    """When, to the minute; None where only the day is known."""
    victim: Number
    decision: int
    """The number of the decision."""
    method: Method
    teller: Teller
    support_present: bool | None = None
    explained: bool
    """Whether they were told why."""
    review_right_offered: bool | None = None
    """None where nobody recorded it, or where the decision gives no right to a review."""
    support_offered: bool


class ToldOfStep(Event, frozen=True, kw_only=True, tag="told_of_step"):
    """A victim was told what became of a suspect: an arrest, an interview, bail, a release."""

    LABEL: ClassVar[str] = "Victim told of a suspect’s step"
    STEP: ClassVar[str] = Step.TELLING
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "status": "Of which step?",
        "on": "On which day was the victim told?",
        "told_at": "At what time?",
        "method": "How were they told?",
        "teller": "Who told them?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"status": SuspectStatus}

    told_at: Instant | None = None
    """When, to the minute; None where only the day is known."""
    victim: Number
    status: int
    """The number of the suspect’s status."""
    method: Method
    teller: Teller


KINDS = (
    ContactPreference,
    NoticeAttempt,
    Uncontactable,
    AskedNotToBeTold,
    Told,
    ToldOfStep,
)
