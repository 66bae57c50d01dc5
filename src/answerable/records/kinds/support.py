"""Support: offered, referred with consent, first and later contact, ended.

Services are organisations of their own kind; a record names one by its number.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Answers, Event, Number, Side, Words
from answerable.records.stages import Stage, Step

_ANYBODY = frozenset({Side.POLICE, Side.CPS, Side.SUPPORT})
_SERVICE = "Which support service?"


class Answer(StrEnum):
    """What a victim answered to an offer of support."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    DEFERRED = "deferred"
    HAS_SUPPORT = "has_support"
    NO_ANSWER = "no_answer"

    @property
    def label(self) -> str:
        return _ANSWERS[self]


_ANSWERS = {
    Answer.ACCEPTED: "Accepted",
    Answer.DECLINED: "Declined",
    Answer.DEFERRED: "Not now, ask again",
    Answer.HAS_SUPPORT: "Has support already",
    Answer.NO_ANSWER: "No answer yet",
}


class SupportOffered(Event, frozen=True, kw_only=True, tag="support_offered"):
    """A victim was offered support, or offered it again."""

    LABEL: ClassVar[str] = "Support offered"
    STEP: ClassVar[str] = Step.SUPPORT
    RECORDED_BY: ClassVar[frozenset[Side]] = _ANYBODY
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day was it offered?",
        "stage": "How far had the case come?",
        "service": _SERVICE,
        "answer": "What did they answer?",
        "reason": "Why did they decline or ask to wait?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "service": "Choose none if support was offered without naming a service.",
        "reason": "In their own words, if they gave a reason. They need not give one.",
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "reason": ("answer", (Answer.DECLINED, Answer.DEFERRED)),
    }

    victim: Number
    stage: Stage
    service: int | None = None
    """The number of the organisation; None where none was named."""
    answer: Answer
    reason: Words = ""


class SupportReferred(Event, frozen=True, kw_only=True, tag="support_referred"):
    """A victim was referred to a service."""

    LABEL: ClassVar[str] = "Referral to support"
    STEP: ClassVar[str] = Step.SUPPORT
    RECORDED_BY: ClassVar[frozenset[Side]] = _ANYBODY
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day were they referred?",
        "service": _SERVICE,
        "offer": "After which offer?",
        "has_consent": "Did the victim consent to the referral?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "offer": "Choose none if they came to the service by themselves.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"offer": SupportOffered}

    victim: Number
    service: int
    """The number of the organisation."""
    offer: int | None = None
    """The number of the offer; None where they came by themselves."""
    has_consent: bool


class SupportAcknowledged(Event, frozen=True, kw_only=True, tag="support_acknowledged"):
    """The service said that it has the referral, before or without being in touch with the victim.
    It is no contact: nobody spoke to the victim by it."""

    LABEL: ClassVar[str] = "Referral acknowledged"
    STEP: ClassVar[str] = Step.SUPPORT
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.SUPPORT, Side.POLICE})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "referral": "Which referral was acknowledged?",
        "on": "On which day did the service acknowledge it?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "referral": "Contact with the victim is recorded by itself.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"referral": SupportReferred}

    victim: Number
    referral: int
    """The number of the referral."""


class SupportContact(Event, frozen=True, kw_only=True, tag="support_contact"):
    """The service was in contact with the victim. The earliest after a referral is the first."""

    LABEL: ClassVar[str] = "Contact with support"
    STEP: ClassVar[str] = Step.SUPPORT
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.SUPPORT, Side.POLICE})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "referral": "After which referral?",
        "on": "On which day was the contact?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"referral": SupportReferred}

    victim: Number
    referral: int
    """The number of the referral."""


class WhyEnded(StrEnum):
    """Why support ended."""

    NOT_NEEDED = "not_needed"
    VICTIM_ENDED = "victim_ended"
    OTHER_SERVICE = "other_service"
    NO_CONTACT = "no_contact"
    SERVICE_ENDED = "service_ended"

    @property
    def label(self) -> str:
        return _WHY_ENDED[self]


_WHY_ENDED = {
    WhyEnded.NOT_NEEDED: "No longer needed",
    WhyEnded.VICTIM_ENDED: "The victim ended it",
    WhyEnded.OTHER_SERVICE: "Another service took over",
    WhyEnded.NO_CONTACT: "The service could not reach the victim",
    WhyEnded.SERVICE_ENDED: "The service could not go on",
}


class SupportEnded(Event, frozen=True, kw_only=True, tag="support_ended"):
    """The support that a referral began came to its end."""

    LABEL: ClassVar[str] = "Support ended"
    STEP: ClassVar[str] = Step.SUPPORT
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.SUPPORT, Side.POLICE})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "referral": "Which referral’s support ended?",
        "on": "On which day did it end?",
        "why": "Why did it end?",
        "reason": "Anything more about why",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"referral": SupportReferred}

    victim: Number
    referral: int
    """The number of the referral."""
    why: WhyEnded
    reason: Words = ""


KINDS = (SupportOffered, SupportReferred, SupportAcknowledged, SupportContact, SupportEnded)
