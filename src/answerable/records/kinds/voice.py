"""What victims say: what they want, and how it was for them, at each stage and in their words."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Event, Number, Side, Words
from answerable.records.stages import Stage, Step

_ANYBODY = frozenset({Side.POLICE, Side.CPS, Side.SUPPORT})


class Through(StrEnum):
    """Through whom the words came."""

    THEMSELVES = "themselves"
    SUPPORT_WORKER = "support_worker"
    OFFICER = "officer"
    FAMILY_OR_FRIEND = "family_or_friend"
    LAWYER = "lawyer"
    SURVEY = "survey"
    PANEL = "panel"

    @property
    def label(self) -> str:
        return _THROUGH[self]


_THROUGH = {
    Through.THEMSELVES: "The victim themselves",
    Through.SUPPORT_WORKER: "Their support worker",
    Through.OFFICER: "An officer’s note of what they said",
    Through.FAMILY_OR_FRIEND: "Family or a friend, with their consent",
    Through.LAWYER: "Their lawyer",
    Through.SURVEY: "A survey",
    Through.PANEL: "A panel of victims",
}


class Subject(StrEnum):
    """What they speak about."""

    PROSECUTION = "prosecution"
    CONTACT = "contact"
    SUPPORT = "support"
    ACCOUNT = "account"
    SPECIAL_MEASURES = "special_measures"
    PRIVATE_MATERIAL = "private_material"
    BAIL = "bail"
    DECISION = "decision"
    TREATMENT = "treatment"
    TIME = "time"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _SUBJECTS[self]


_SUBJECTS = {
    Subject.PROSECUTION: "Whether the suspect is prosecuted",
    Subject.CONTACT: "How and how often they hear",
    Subject.SUPPORT: "Support",
    Subject.ACCOUNT: "How their account is taken",
    Subject.SPECIAL_MEASURES: "Special measures at court",
    Subject.PRIVATE_MATERIAL: "Their phone and other private material",
    Subject.BAIL: "Bail and its conditions",
    Subject.DECISION: "A decision",
    Subject.TREATMENT: "How they are treated",
    Subject.TIME: "How long it takes",
    Subject.OTHER: "Something else",
}


class VictimPreference(Event, frozen=True, kw_only=True, tag="victim_preference"):
    """What a victim wants. The latest about a subject counts; earlier ones stay."""

    LABEL: ClassVar[str] = "What the victim wants"
    STEP: ClassVar[str] = Step.VOICE
    RECORDED_BY: ClassVar[frozenset[Side]] = _ANYBODY
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day did they say so?",
        "stage": "How far had the case come?",
        "subject": "What is it about?",
        "words": "What do they want, in their own words?",
        "through": "Through whom did it come?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "words": "Write what they said. Name nobody, and no place.",
    }

    victim: Number
    stage: Stage
    subject: Subject
    words: Words
    through: Through


class VictimFeedback(Event, frozen=True, kw_only=True, tag="victim_feedback"):
    """How a stage was for a victim."""

    LABEL: ClassVar[str] = "What the victim says of how it went"
    STEP: ClassVar[str] = Step.VOICE
    RECORDED_BY: ClassVar[frozenset[Side]] = _ANYBODY
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day did they say so?",
        "stage": "Of which stage do they speak?",
        "subject": "What is it about?",
        "words": "What do they say, in their own words?",
        "through": "Through whom did it come?",
        "asks_for_answer": "Do they ask for an answer?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "words": "Write what they said. Name nobody, and no place.",
    }

    victim: Number
    stage: Stage
    subject: Subject
    words: Words
    through: Through
    asks_for_answer: bool = False


class FeedbackDeclined(Event, frozen=True, kw_only=True, tag="feedback_declined"):
    """A victim was asked how a stage was, and does not want to say."""

    LABEL: ClassVar[str] = "Asked, and the victim does not want to say"
    STEP: ClassVar[str] = Step.VOICE
    RECORDED_BY: ClassVar[frozenset[Side]] = _ANYBODY
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day were they asked?",
        "stage": "Of which stage were they asked?",
    }

    victim: Number
    stage: Stage


KINDS = (VictimPreference, VictimFeedback, FeedbackDeclined)
