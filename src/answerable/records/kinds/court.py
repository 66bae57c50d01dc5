"""Charge and court: hearings, pleas, results for each suspect, sentences."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from answerable.records.event import Answers, Event, Line, Number, Side, Words
from answerable.records.stages import Step

_WHO_KNOWS = frozenset({Side.POLICE, Side.CPS, Side.COURT})

Months = Annotated[int, Meta(ge=0, le=1200)]
"""Whole months."""


class How(StrEnum):
    """How a suspect was charged."""

    CHARGE = "charge"
    POSTAL_REQUISITION = "postal_requisition"
    SUMMONS = "summons"

    @property
    def label(self) -> str:
        return _HOWS[self]


_HOWS = {
    How.CHARGE: "Charged",
    How.POSTAL_REQUISITION: "Postal requisition",
    How.SUMMONS: "Summons",
}


class Charged(Event, frozen=True, kw_only=True, tag="charged"):
    """A suspect was charged, after the decision to charge."""

    LABEL: ClassVar[str] = "Suspect charged"
    STEP: ClassVar[str] = Step.COURT
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "suspect": "Which suspect?",
        "how": "How were they charged?",
        "on": "On which day were they charged?",
        "offence": "With which offence?",
        "is_other_offence": "Is that a different offence from the one alleged?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "offence": "A class of rape such as 19C or 19F, or a code such as SX03001.",
    }

    suspect: Number
    how: How = How.CHARGE
    offence: Line = ""
    """A code of the offence lists (`codes.offences`)."""
    is_other_offence: bool = False
    """Whether it is a different offence from the one that was alleged."""


class HearingKind(StrEnum):
    """What a hearing is for."""

    FIRST = "first"
    PLEA = "plea"
    PRE_RECORDED_EVIDENCE = "pre_recorded_evidence"
    TRIAL = "trial"
    SENTENCE = "sentence"
    APPEAL = "appeal"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _HEARINGS[self]


_HEARINGS = {
    HearingKind.FIRST: "First hearing",
    HearingKind.PLEA: "Plea and trial preparation hearing",
    HearingKind.PRE_RECORDED_EVIDENCE: "Pre-recorded cross-examination",
    HearingKind.TRIAL: "Trial",
    HearingKind.SENTENCE: "Sentencing hearing",
    HearingKind.APPEAL: "Appeal",
    HearingKind.OTHER: "Another hearing",
}


class HearingListed(Event, frozen=True, kw_only=True, tag="hearing_listed"):
    """A day was set for a hearing. `on` is the day on which it was set."""

    LABEL: ClassVar[str] = "Hearing listed"
    STEP: ClassVar[str] = Step.COURT
    RECORDED_BY: ClassVar[frozenset[Side]] = _WHO_KNOWS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "hearing": "What is the hearing for?",
        "on": "On which day was it listed?",
        "listed_for": "For which day is it listed?",
        "suspects": "Which suspects does it concern?",
    }

    hearing: HearingKind
    listed_for: date
    """The first day of the hearing."""
    suspects: tuple[Number, ...] = ()
    """Whom it concerns; none named: every suspect who is charged."""


class Because(StrEnum):
    """Why a hearing was adjourned."""

    COURT_TIME = "court_time"
    PROSECUTION = "prosecution"
    DEFENCE = "defence"
    DISCLOSURE = "disclosure"
    WITNESS = "witness"
    DEFENDANT = "defendant"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _BECAUSE[self]


_BECAUSE = {
    Because.COURT_TIME: "No court, judge or advocate was free",
    Because.PROSECUTION: "The prosecution was not ready",
    Because.DEFENCE: "The defence was not ready",
    Because.DISCLOSURE: "Disclosure",
    Because.WITNESS: "A witness was not there",
    Because.DEFENDANT: "The defendant was not there, or was ill",
    Because.OTHER: "Another reason",
}


class HearingAdjourned(Event, frozen=True, kw_only=True, tag="hearing_adjourned"):
    """A hearing was put off."""

    LABEL: ClassVar[str] = "Hearing adjourned"
    STEP: ClassVar[str] = Step.COURT
    RECORDED_BY: ClassVar[frozenset[Side]] = _WHO_KNOWS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "listing": "Which hearing?",
        "on": "On which day was it adjourned?",
        "until": "Until which day?",
        "because": "Why?",
    }
    HINTS: ClassVar[dict[str, str]] = {"until": "Leave it empty if no day is set."}
    REFERS: ClassVar[dict[str, type[Event]]] = {"listing": HearingListed}

    listing: int
    """The number of the listing."""
    until: date | None = None
    because: Because


class HearingHeld(Event, frozen=True, kw_only=True, tag="hearing_held"):
    """A hearing took place. For a trial, `on` is its first day."""

    LABEL: ClassVar[str] = "Hearing held"
    STEP: ClassVar[str] = Step.COURT
    RECORDED_BY: ClassVar[frozenset[Side]] = _WHO_KNOWS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "hearing": "What was it for?",
        "on": "On which day did it begin?",
        "suspects": "Which suspects did it concern?",
        "listing": "As which listing?",
    }
    HINTS: ClassVar[dict[str, str]] = {"listing": "Leave it empty if it was not listed here."}
    REFERS: ClassVar[dict[str, type[Event]]] = {"listing": HearingListed}

    hearing: HearingKind
    suspects: tuple[Number, ...] = ()
    """Whom it concerned; none named: every suspect who is charged."""
    listing: int | None = None
    """The number of the listing; None where none is recorded."""


class PleaOf(StrEnum):
    """What a suspect pleaded."""

    GUILTY = "guilty"
    NOT_GUILTY = "not_guilty"
    NONE = "none"

    @property
    def label(self) -> str:
        return _PLEAS[self]


_PLEAS = {
    PleaOf.GUILTY: "Guilty",
    PleaOf.NOT_GUILTY: "Not guilty",
    PleaOf.NONE: "No plea entered",
}


class Plea(Event, frozen=True, kw_only=True, tag="plea"):
    """A suspect pleaded. They may change it: each is an event."""

    LABEL: ClassVar[str] = "Plea"
    STEP: ClassVar[str] = Step.COURT
    RECORDED_BY: ClassVar[frozenset[Side]] = _WHO_KNOWS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "suspect": "Which suspect?",
        "plea": "What did they plead?",
        "on": "On which day did they plead?",
    }

    suspect: Number
    plea: PleaOf


class Verdict(StrEnum):
    """How the proceedings against a suspect ended, or that a jury could not agree."""

    CONVICTED_ON_PLEA = "convicted_on_plea"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    ACQUITTED_BY_DIRECTION = "acquitted_by_direction"
    JURY_DISCHARGED = "jury_discharged"
    NO_EVIDENCE_OFFERED = "no_evidence_offered"
    DISCONTINUED = "discontinued"
    LIES_ON_FILE = "lies_on_file"
    STAYED = "stayed"
    UNFIT = "unfit"
    DIED = "died"

    @property
    def label(self) -> str:
        return _VERDICTS[self]

    @property
    def is_conviction(self) -> bool:
        """Whether a sentence can follow."""
        return self in {Verdict.CONVICTED_ON_PLEA, Verdict.CONVICTED}


_VERDICTS = {
    Verdict.CONVICTED_ON_PLEA: "Convicted on a guilty plea",
    Verdict.CONVICTED: "Convicted after a trial",
    Verdict.ACQUITTED: "Acquitted",
    Verdict.ACQUITTED_BY_DIRECTION: "Acquitted by direction of the judge",
    Verdict.JURY_DISCHARGED: "Jury discharged without a verdict",
    Verdict.NO_EVIDENCE_OFFERED: "No evidence offered",
    Verdict.DISCONTINUED: "Discontinued",
    Verdict.LIES_ON_FILE: "Lies on file",
    Verdict.STAYED: "Stayed",
    Verdict.UNFIT: "Unfit to plead or to be tried",
    Verdict.DIED: "The suspect died",
}


class CourtResult(Event, frozen=True, kw_only=True, tag="court_result"):
    """The result of the proceedings against one suspect."""

    LABEL: ClassVar[str] = "Result in court"
    STEP: ClassVar[str] = Step.COURT
    RECORDED_BY: ClassVar[frozenset[Side]] = _WHO_KNOWS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "suspect": "Which suspect?",
        "verdict": "What was the result?",
        "on": "On which day was that the result?",
    }

    suspect: Number
    verdict: Verdict


class SentenceKind(StrEnum):
    """What a sentence is."""

    LIFE = "life"
    EXTENDED = "extended"
    IMPRISONMENT = "imprisonment"
    SUSPENDED = "suspended"
    COMMUNITY = "community"
    HOSPITAL = "hospital"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _SENTENCES[self]


_SENTENCES = {
    SentenceKind.LIFE: "Imprisonment for life",
    SentenceKind.EXTENDED: "Extended sentence of imprisonment",
    SentenceKind.IMPRISONMENT: "Imprisonment or detention",
    SentenceKind.SUSPENDED: "Suspended sentence",
    SentenceKind.COMMUNITY: "Community order",
    SentenceKind.HOSPITAL: "Hospital order",
    SentenceKind.OTHER: "Another sentence",
}


class Sentenced(Event, frozen=True, kw_only=True, tag="sentenced"):
    """A convicted suspect was sentenced."""

    LABEL: ClassVar[str] = "Sentence"
    STEP: ClassVar[str] = Step.COURT
    RECORDED_BY: ClassVar[frozenset[Side]] = _WHO_KNOWS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "suspect": "Which suspect?",
        "sentence": "What is the sentence?",
        "on": "On which day were they sentenced?",
        "months": "For how many months?",
        "remarks": "What else was ordered?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "months": "Of life, the minimum term. Leave it empty if it has none."
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "months": (
            "sentence",
            (
                SentenceKind.LIFE,
                SentenceKind.EXTENDED,
                SentenceKind.IMPRISONMENT,
                SentenceKind.SUSPENDED,
            ),
        ),
    }

    suspect: Number
    sentence: SentenceKind
    months: Months | None = None
    """Of the term, or of the minimum term of life; None where it has none."""
    remarks: Words = ""


KINDS = (
    Charged,
    HearingListed,
    HearingAdjourned,
    HearingHeld,
    Plea,
    CourtResult,
    Sentenced,
)
