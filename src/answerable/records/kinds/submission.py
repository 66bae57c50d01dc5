"""Submissions to the prosecutors for a charging decision, their triage, consultations, and cases
that the prosecutors put aside because no answer came."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Answers, Event, Number, Side, Words
from answerable.records.stages import Step

_BOTH_SIDES = frozenset({Side.POLICE, Side.CPS})


class Purpose(StrEnum):
    """Which decision a submission asks for."""

    FULL_CODE = "full_code"
    THRESHOLD = "threshold"

    @property
    def label(self) -> str:
        return _PURPOSES[self]


_PURPOSES = {
    Purpose.FULL_CODE: "A charging decision under the Full Code Test",
    Purpose.THRESHOLD: "A charging decision under the Threshold Test",
}


class Track(StrEnum):
    """How long the prosecutors have, by the kind of case and how complex it is."""

    DAYS_5 = "5"
    DAYS_21 = "21"
    DAYS_28 = "28"

    @property
    def label(self) -> str:
        return f"{self.value} days"

    @property
    def limit(self) -> str:
        """The code of the limit."""
        return f"charging_decision_{self.value}"


class Submitted(Event, frozen=True, kw_only=True, tag="submitted"):
    """The police sent a file to the prosecutors for a charging decision.

    Each time is a submission of its own, also after one that was not accepted.
    """

    LABEL: ClassVar[str] = "Submission for a charging decision"
    STEP: ClassVar[str] = Step.SUBMISSION
    QUESTIONS: ClassVar[dict[str, str]] = {
        "on": "On which day was it sent?",
        "suspects": "Which suspects does it concern?",
        "purpose": "What is asked for?",
        "track": "Within how many days is the decision due?",
        "in_custody": "Is a suspect held in custody?",
        "is_full_file": "Do the police send it as a full file?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "suspects": "Choose none if it concerns all of them.",
        "is_full_file": "The prosecutors say at triage whether they accept it as one.",
    }

    suspects: tuple[Number, ...] = ()
    """Whom it concerns; none named: every suspect there is."""
    purpose: Purpose = Purpose.FULL_CODE
    track: Track = Track.DAYS_28
    in_custody: bool = False
    is_full_file: bool = True
    """Whether the police send it as a full file."""


class SubmissionTriaged(Event, frozen=True, kw_only=True, tag="submission_triaged"):
    """The prosecutors looked at whether a file can be decided on."""

    LABEL: ClassVar[str] = "Triage of a submission"
    STEP: ClassVar[str] = Step.SUBMISSION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "submission": "Which submission?",
        "on": "On which day did the prosecutors look at it?",
        "is_accepted": "Was it accepted?",
        "is_full_file": "Was it accepted as a full file?",
        "reason": "What does it lack, if anything?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "is_full_file": "The second clock of the early advice pilot starts on the day of a yes.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"submission": Submitted}
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "is_full_file": ("is_accepted", (True,)),
    }

    submission: int
    """The number of the submission."""
    is_accepted: bool
    is_full_file: bool = False
    """Whether it was accepted as a full file; only together with `is_accepted`."""
    reason: Words = ""
    """What it lacks, where it was not accepted or not as a full file."""


class Consulted(Event, frozen=True, kw_only=True, tag="consulted"):
    """Investigator and prosecutor consulted about a submission before the decision."""

    LABEL: ClassVar[str] = "Consultation about a submission"
    STEP: ClassVar[str] = Step.SUBMISSION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "submission": "About which submission?",
        "on": "On which day was the consultation?",
        "words": "What was agreed?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"submission": Submitted}

    submission: int
    """The number of the submission."""
    words: Words = ""


class AdminFinalised(Event, frozen=True, kw_only=True, tag="admin_finalised"):
    """The prosecutors put a submission aside because the police did not answer. It is no decision:
    nothing that is due stops being due."""

    LABEL: ClassVar[str] = "Admin finalised by the prosecutors"
    STEP: ClassVar[str] = Step.SUBMISSION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "submission": "Which submission?",
        "on": "On which day was it put aside?",
        "reason": "Why?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "reason": "Such as: no answer to the action plan after two reminders.",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"submission": Submitted}

    submission: int
    """The number of the submission."""
    reason: Words = ""


class Reopened(Event, frozen=True, kw_only=True, tag="reopened"):
    """A submission that was put aside is being worked on again."""

    LABEL: ClassVar[str] = "Taken up again after it was admin finalised"
    STEP: ClassVar[str] = Step.SUBMISSION
    RECORDED_BY: ClassVar[frozenset[Side]] = _BOTH_SIDES
    QUESTIONS: ClassVar[dict[str, str]] = {
        "finalised": "Which time that it was put aside?",
        "on": "On which day was it taken up again?",
        "reason": "What brought it back?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"finalised": AdminFinalised}

    finalised: int
    """The number of the event of putting it aside."""
    reason: Words = ""


KINDS = (Submitted, SubmissionTriaged, Consulted, AdminFinalised, Reopened)
