"""The first response to a victim: safety, needs, a specially trained officer, the account."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Answers, Event, Number, Side, Words
from answerable.records.stages import Step


class FirstResponse(Event, frozen=True, kw_only=True, tag="first_response"):
    """What the first officer did for a victim."""

    LABEL: ClassVar[str] = "First response"
    STEP: ClassVar[str] = Step.REPORT
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day was the first officer with the victim?",
        "early_evidence_kit": "Was an early evidence kit used?",
        "safety_plan": "Was a plan made to keep them safe?",
        "acknowledged_in_writing": "Was the report acknowledged to them in writing?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "early_evidence_kit": "Leave it empty if it could not matter, such as long afterwards.",
    }

    victim: Number
    early_evidence_kit: bool | None = None
    """None where it could not matter, or nobody recorded it."""
    safety_plan: bool | None = None
    """None where nobody recorded it."""
    acknowledged_in_writing: bool | None = None
    """None where nobody recorded it."""


class Need(StrEnum):
    """What a victim needs in order to take part."""

    INTERPRETER = "interpreter"
    INTERMEDIARY = "intermediary"
    COMMUNICATION = "communication"
    ADJUSTMENT = "adjustment"
    MENTAL_HEALTH = "mental_health"
    SAFETY = "safety"
    HOUSING = "housing"
    CARING = "caring"
    IMMIGRATION = "immigration"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _NEEDS[self]


_NEEDS = {
    Need.INTERPRETER: "An interpreter, or a sign language interpreter",
    Need.INTERMEDIARY: "An intermediary",
    Need.COMMUNICATION: "Another way of communicating",
    Need.ADJUSTMENT: "An adjustment for a disability",
    Need.MENTAL_HEALTH: "Help with mental health",
    Need.SAFETY: "Protection",
    Need.HOUSING: "Housing",
    Need.CARING: "Care for somebody, or childcare",
    Need.IMMIGRATION: "Advice about immigration",
    Need.OTHER: "Something else, in words",
}


class NeedsAssessed(Event, frozen=True, kw_only=True, tag="needs_assessed"):
    """A victim’s needs were assessed, for the first time or again."""

    LABEL: ClassVar[str] = "Needs assessment"
    STEP: ClassVar[str] = Step.SUPPORT
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.SUPPORT})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day were their needs assessed?",
        "needs": "What do they need?",
        "details": "Anything more about their needs",
    }
    HINTS: ClassVar[dict[str, str]] = {"needs": "Choose none if they need nothing."}

    victim: Number
    needs: tuple[Need, ...] = ()
    """None: they were asked and need nothing."""
    details: Words = ""


class SpecialistDeployed(Event, frozen=True, kw_only=True, tag="specialist_deployed"):
    """A specially trained officer was deployed to a victim."""

    LABEL: ClassVar[str] = "Specially trained officer deployed"
    STEP: ClassVar[str] = Step.SUPPORT
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day were they deployed?",
        "met_on": "On which day did they first meet the victim?",
    }

    victim: Number
    met_on: date | None = None
    """None while they have not met."""


class Centre(StrEnum):
    """What became of the offer of a sexual assault referral centre."""

    ATTENDED = "attended"
    APPOINTMENT = "appointment"
    DECLINED = "declined"
    NOT_OFFERED = "not_offered"

    @property
    def label(self) -> str:
        return _CENTRES[self]


_CENTRES = {
    Centre.ATTENDED: "The victim went there",
    Centre.APPOINTMENT: "The victim will go there",
    Centre.DECLINED: "Offered, and declined",
    Centre.NOT_OFFERED: "Not offered, with a reason",
}


class ReferralCentre(Event, frozen=True, kw_only=True, tag="referral_centre"):
    """Whether a victim was offered a sexual assault referral centre, and went."""

    LABEL: ClassVar[str] = "Sexual assault referral centre"
    STEP: ClassVar[str] = Step.SUPPORT
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.SUPPORT})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "what": "What happened?",
        "on": "On which day did it happen?",
        "reason": "Why did they decline, or why was it not offered?",
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "reason": ("what", (Centre.DECLINED, Centre.NOT_OFFERED)),
    }

    victim: Number
    what: Centre
    reason: Words = ""


class AccountType(StrEnum):
    """How a victim’s account is taken."""

    VIDEO = "video"
    STATEMENT = "statement"
    NOTES = "notes"

    @property
    def label(self) -> str:
        return _ACCOUNT_TYPES[self]


_ACCOUNT_TYPES = {
    AccountType.VIDEO: "Video-recorded interview",
    AccountType.STATEMENT: "Written statement",
    AccountType.NOTES: "Notes of a first account only",
}


class AccountPlanned(Event, frozen=True, kw_only=True, tag="account_planned"):
    """It was agreed with a victim when their account is taken, and how."""

    LABEL: ClassVar[str] = "Account planned"
    STEP: ClassVar[str] = Step.INVESTIGATION
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "account_type": "How will the account be taken?",
        "on": "On which day was it agreed?",
        "planned_for": "For which day is it planned?",
    }

    victim: Number
    account_type: AccountType
    planned_for: date


class AccountTaken(Event, frozen=True, kw_only=True, tag="account_taken"):
    """A victim gave their account. `on` is the day on which it was complete."""

    LABEL: ClassVar[str] = "Victim’s account"
    STEP: ClassVar[str] = Step.INVESTIGATION
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day was the account taken?",
        "account_type": "How was it taken?",
        "support_present": "Was a support worker there?",
        "special_measures": "Were special measures at court explained?",
        "recorded_evidence": "Do they want their evidence for trial recorded beforehand?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "recorded_evidence": "Section 28 of the Youth Justice and Criminal Evidence Act 1999.",
    }

    victim: Number
    account_type: AccountType
    support_present: bool | None = None
    """None where nobody recorded it."""
    special_measures: bool | None = None
    """None where nobody recorded it."""
    recorded_evidence: bool | None = None
    """None where they were not asked or have not decided."""


class StatementStep(StrEnum):
    """What became of a victim personal statement."""

    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"
    UPDATED = "updated"

    @property
    def label(self) -> str:
        return _STATEMENT_STEPS[self]


_STATEMENT_STEPS = {
    StatementStep.OFFERED: "Offered",
    StatementStep.TAKEN: "Taken",
    StatementStep.DECLINED: "Offered, and declined",
    StatementStep.UPDATED: "Added to",
}


class PersonalStatement(Event, frozen=True, kw_only=True, tag="personal_statement"):
    """A victim personal statement was offered, made or added to. It may be made at any time."""

    LABEL: ClassVar[str] = "Victim personal statement"
    STEP: ClassVar[str] = Step.VOICE
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "what": "What happened?",
        "on": "On which day did it happen?",
        "wants_to_read": "Do they want to read it aloud at court?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "wants_to_read": "Leave it empty if they have not decided.",
    }

    victim: Number
    what: StatementStep
    wants_to_read: bool | None = None
    """None where they have not decided, or were not asked."""


KINDS = (
    FirstResponse,
    NeedsAssessed,
    SpecialistDeployed,
    ReferralCentre,
    AccountPlanned,
    AccountTaken,
    PersonalStatement,
)
