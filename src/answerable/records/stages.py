"""The stages of a case, and the steps under which its events are shown.

A stage says how far the case had come; withdrawals, offers of support and what victims say are
asked for by it.
"""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """How far a case has come. In this order."""

    BEFORE_ACCOUNT = "before_account"
    BEFORE_SUSPECT = "before_suspect"
    BEFORE_REFERRAL = "before_referral"
    WITH_CPS = "with_cps"
    CHARGED = "charged"
    BEFORE_TRIAL = "before_trial"
    AT_TRIAL = "at_trial"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return _STAGES[self]


_STAGES = {
    Stage.BEFORE_ACCOUNT: "Before the victim’s account",
    Stage.BEFORE_SUSPECT: "After the account, before a suspect is spoken to",
    Stage.BEFORE_REFERRAL: "After a suspect is spoken to, before referral",
    Stage.WITH_CPS: "With the prosecutors",
    Stage.CHARGED: "Charged, before the plea hearing",
    Stage.BEFORE_TRIAL: "Between the plea hearing and the trial",
    Stage.AT_TRIAL: "At trial",
    Stage.ENDED: "After the case ended",
}


class Step(StrEnum):
    """The part of a case under which events are shown and recorded."""

    REPORT = "report"
    PEOPLE = "people"
    CHARACTERISTICS = "characteristics"
    SUPPORT = "support"
    VOICE = "voice"
    WITHDRAWAL = "withdrawal"
    INVESTIGATION = "investigation"
    PLAN = "plan"
    ADVICE = "advice"
    SUBMISSION = "submission"
    COMMUNICATION = "communication"
    DECISION = "decision"
    TELLING = "telling"
    REVIEW = "review"
    COURT = "court"
    PILOT = "pilot"
    CORRECTION = "correction"

    @property
    def label(self) -> str:
        return _STEPS[self]


_STEPS = {
    Step.REPORT: "Report and recording",
    Step.PEOPLE: "Victims and suspects",
    Step.CHARACTERISTICS: "Protected characteristics",
    Step.SUPPORT: "Support",
    Step.VOICE: "What the victim says",
    Step.WITHDRAWAL: "Withdrawal",
    Step.INVESTIGATION: "The victim’s account",
    Step.PLAN: "Investigation plan and action plans",
    Step.ADVICE: "Early advice",
    Step.SUBMISSION: "Submission to the prosecutors",
    Step.COMMUNICATION: "Letters, meetings and disagreements",
    Step.DECISION: "Decisions",
    Step.TELLING: "Telling the victim",
    Step.REVIEW: "Victims’ right to review",
    Step.COURT: "Court",
    Step.PILOT: "Early advice pilot",
    Step.CORRECTION: "Corrections",
}
