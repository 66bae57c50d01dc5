"""Decisions of the police, the prosecutors and the court, and outcomes as they are recorded."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.codes.review_schemes import Area
from answerable.records.event import Answers, Event, Instant, Line, Number, Side, Words
from answerable.records.stages import Step


class Maker(StrEnum):
    """Who made a decision. An outcome code does not say it, so it is always recorded."""

    POLICE = "police"
    CPS = "cps"
    COURT = "court"

    @property
    def label(self) -> str:
        return _MAKERS[self]


_MAKERS = {
    Maker.POLICE: "The police",
    Maker.CPS: "The prosecutors",
    Maker.COURT: "The court",
}


class What(StrEnum):
    """What was decided."""

    NOT_INVESTIGATE = "not_investigate"
    REFER = "refer"
    FURTHER_WORK = "further_work"
    PROVISIONAL_NO_FURTHER_ACTION = "provisional_no_further_action"
    NO_FURTHER_ACTION = "no_further_action"
    CHARGE = "charge"
    OUT_OF_COURT = "out_of_court"
    PROVISIONAL_NO_EVIDENCE = "provisional_no_evidence"
    NO_EVIDENCE_OFFERED = "no_evidence_offered"
    STOP_PROSECUTION = "stop_prosecution"
    LIE_ON_FILE = "lie_on_file"
    INVESTIGATE_AGAIN = "investigate_again"
    PROSECUTE_AGAIN = "prosecute_again"

    @property
    def label(self) -> str:
        return _WHATS[self]


_WHATS = {
    What.NOT_INVESTIGATE: "Not to investigate",
    What.REFER: "To refer the case to the prosecutors",
    What.FURTHER_WORK: "Further work before a decision",
    What.PROVISIONAL_NO_FURTHER_ACTION: "Provisional: no further action",
    What.NO_FURTHER_ACTION: "No further action",
    What.CHARGE: "To charge",
    What.OUT_OF_COURT: "A disposal out of court",
    What.PROVISIONAL_NO_EVIDENCE: "Provisional: to offer no evidence",
    What.NO_EVIDENCE_OFFERED: "To offer no evidence",
    What.STOP_PROSECUTION: "To stop the prosecution",
    What.LIE_ON_FILE: "To let all charges lie on file",
    What.INVESTIGATE_AGAIN: "To investigate again",
    What.PROSECUTE_AGAIN: "To prosecute again",
}


class LegalTest(StrEnum):
    """Which test the decision applied."""

    EVIDENTIAL = "evidential"
    PUBLIC_INTEREST = "public_interest"
    FULL_CODE = "full_code"
    THRESHOLD = "threshold"
    REFERRAL = "referral"
    NONE = "none"

    @property
    def label(self) -> str:
        return _TESTS[self]


_TESTS = {
    LegalTest.EVIDENTIAL: "Full Code Test, evidential stage",
    LegalTest.PUBLIC_INTEREST: "Full Code Test, public interest stage",
    LegalTest.FULL_CODE: "Full Code Test, both stages",
    LegalTest.THRESHOLD: "Threshold Test",
    LegalTest.REFERRAL: "Test for referral to the prosecutors",
    LegalTest.NONE: "No test",
}


class Decision(Event, frozen=True, kw_only=True, tag="decision"):
    """A decision about a case. Its civil date is day 0 of the limit for telling the victim."""

    LABEL: ClassVar[str] = "Decision"
    STEP: ClassVar[str] = Step.DECISION
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "maker": "Who decided?",
        "made": "What was decided?",
        "on": "On which day was it decided?",
        "decided_at": "At what time?",
        "suspects": "Which suspects does it concern?",
        "victims": "Which victims does it concern?",
        "test": "Which test was applied?",
        "rationale": "Why was it decided so?",
        "outcome": "Home Office outcome code",
        "area": "Which area of the prosecutors?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "area": "Decides whether the victim may ask for a review before no evidence is offered.",
        "decided_at": "A decision after office hours counts on its own day.",
        "suspects": "Choose none if no suspect is identified, or if it concerns all of them.",
        "victims": "Choose none if it concerns all of them.",
        "rationale": "Name nobody. Facts and opinions apart.",
        "outcome": "Such as 15 or 1A. Leave it empty while no outcome is assigned: 0 is none.",
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "area": ("made", (What.PROVISIONAL_NO_EVIDENCE,)),
    }
    WANTED: ClassVar[frozenset[str]] = frozenset({"rationale"})

    decided_at: Instant | None = None
    """When, to the minute; None where only the day is known."""
    maker: Maker
    made: What
    suspects: tuple[Number, ...] = ()
    """Whom it concerns; none named: every suspect there is, or nobody is identified."""
    victims: tuple[Number, ...] = ()
    """Whom it concerns, and so who must be told; none named: every victim of the case."""
    test: LegalTest = LegalTest.NONE
    rationale: Words = ""
    outcome: Line = ""
    """A code of `codes.outcomes`, such as "15" or "1A"; empty where the decision assigns none."""
    area: Area | None = None
    """The prosecutors’ area, for a provisional decision to offer no evidence; None elsewhere."""


class OutcomeRecorded(Event, frozen=True, kw_only=True, tag="outcome_recorded"):
    """An outcome as it was recorded against the crime, whoever decided it."""

    LABEL: ClassVar[str] = "Outcome recorded"
    STEP: ClassVar[str] = Step.DECISION
    QUESTIONS: ClassVar[dict[str, str]] = {
        "outcome": "Home Office outcome code",
        "maker": "Who decided it?",
        "on": "On which day was the outcome recorded?",
        "suspect": "Which suspect does it concern?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "outcome": "Such as 15 or 1A. 0 means that none is assigned, and is not an outcome.",
        "maker": "The code alone does not say it.",
        "suspect": "Choose none if no suspect is identified, or if it concerns all of them.",
    }

    outcome: Line
    """A code of `codes.outcomes`."""
    maker: Maker
    suspect: Number | None = None
    """Whom it concerns; None: every suspect there is, or nobody is identified."""


KINDS = (Decision, OutcomeRecorded)
