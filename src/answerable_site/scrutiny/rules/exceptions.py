"""Which commitments belong before a meeting, and why: exceptions, not everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.writing.words import date_in_words
from answerable_site.followup.rules import (
    MANY_REVISIONS,
    Dates,
    Timeliness,
    in_words,
    is_too_old,
    timeliness,
)

_LANGUAGE = "en-GB"


class ExceptionKind(StrEnum):
    """Why something is proposed for an agenda, the gravest first."""

    LATE = "late"
    ESCALATED = "escalated"
    CLAIMED_WITHOUT_PROOF = "claimed_without_proof"
    MOVED_OFTEN = "moved_often"
    EVIDENCE_OLD = "evidence_old"
    CHECK_DUE = "check_due"


@dataclass(frozen=True, slots=True)
class Standing:
    """What exceptions follow from, of one commitment."""

    dates: Dates
    revisions: int = 0
    escalated_to: tuple[str, ...] = ()
    """What the levels are called that were told and have not come to rest."""
    has_sufficient_evidence: bool = False
    evidence_on: date | None = None
    """The day to which the newest evidence speaks."""
    check_due_on: date | None = None
    """When its closure is to be checked."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One exception, in a sentence."""

    kind: ExceptionKind
    sentence: str


def exceptions(standing: Standing, *, on: date, evidence_months: int) -> Iterator[Reason]:
    """Why a commitment should be looked at on a civil date, the gravest reason first.

    Lateness is against the original date; one that was moved stays late. What is closed is an
    exception only where the check of its closure is due.

    Args:
        standing: as it is on the day.
        on: the civil date (Europe/London).
        evidence_months: months after which the body finds evidence too old.
    """
    dates = standing.dates
    is_open = dates.proved_on is None
    if is_open and timeliness(dates, on=on) in {Timeliness.LATE, Timeliness.SAID_LATE}:
        yield Reason(ExceptionKind.LATE, f"{in_words(dates, on=on)}, by its original date.")
    if standing.escalated_to:
        levels = ", ".join(standing.escalated_to)
        yield Reason(ExceptionKind.ESCALATED, f"Escalated: {levels}.")
    if is_open and dates.done_on is not None and not standing.has_sufficient_evidence:
        yield Reason(
            ExceptionKind.CLAIMED_WITHOUT_PROOF,
            "Said to be complete; no evidence was judged sufficient.",
        )
    if is_open and standing.revisions >= MANY_REVISIONS:
        yield Reason(ExceptionKind.MOVED_OFTEN, f"Its date moved {standing.revisions} times.")
    if is_open and is_too_old(standing.evidence_on, on=on, months=evidence_months):
        yield Reason(
            ExceptionKind.EVIDENCE_OLD,
            f"Its newest evidence is of {_words(standing.evidence_on)}.",
        )
    if standing.check_due_on is not None and standing.check_due_on <= on:
        yield Reason(
            ExceptionKind.CHECK_DUE,
            f"Whether its closure lasted was to be checked by {_words(standing.check_due_on)}.",
        )


def _words(day: date | None) -> str:
    return date_in_words(day, _LANGUAGE) if day else ""
