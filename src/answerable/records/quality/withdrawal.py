"""Withdrawals that may be none, and contact that was given up early."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.records.file import CaseFile
from answerable.records.kinds.withdrawal import ContactLost, Statement, Withdrawal
from answerable.records.progress import current_stage
from answerable.records.quality.check import Check, Finding
from answerable.records.rules.asked import in_words
from answerable.records.rules.rule import About
from answerable.records.rules.telling import ENOUGH_ATTEMPTS
from answerable.records.stages import Stage
from answerable.statute import Confidence
from answerable.statute.limits import Limits

UNSAID = Check(
    "withdrawal_unsaid",
    "A withdrawal holds something that the victim said: words, a reason or a statement.",
    "recommendation 3 of the joint inspection of July 2021",
    Confidence.REASONED,
    recommendation=3,
)
FEW_ATTEMPTS = Check(
    "contact_lost_few_attempts",
    f"Contact counts as lost after at least {ENOUGH_ATTEMPTS} attempts.",
    "recommendation 6 of the joint inspection of July 2021; the number is this product’s own",
    Confidence.REASONED,
    recommendation=6,
)
STAGE = Check(
    "withdrawal_stage_fits",
    "The stage of a withdrawal is the one that the case had reached on that day.",
    "recommendation 3 of the joint inspection of July 2021",
    Confidence.REASONED,
    recommendation=3,
)
CHECKS = (UNSAID, STAGE, FEW_ATTEMPTS)

_DAY = timedelta(days=1)


def findings(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Finding]:
    """Withdrawals that say nothing of the victim or name another stage, and contact given up."""
    for number, event in file.of(Withdrawal):
        if not _says_something(event):
            words = (
                f"The withdrawal of victim {event.victim} on {in_words(event.on)} holds nothing "
                f"that they said{_lost_contact(file, event)}."
            )
            yield Finding(UNSAID, words, event.on, About(victim=event.victim, event=number))
        had_reached = _stages_on(file, event.on)
        if event.stage not in had_reached:
            words = (
                f"The withdrawal of victim {event.victim} on {in_words(event.on)} is recorded at "
                f"“{event.stage.label}”; the case stood at “{had_reached[-1].label}”."
            )
            yield Finding(STAGE, words, event.on, About(victim=event.victim, event=number))
    for number, lost in file.of(ContactLost):
        if lost.attempts < ENOUGH_ATTEMPTS:
            words = (
                f"Contact with victim {lost.victim} was given up on {in_words(lost.on)} after "
                f"{_times(lost.attempts)}."
            )
            yield Finding(FEW_ATTEMPTS, words, lost.on, About(victim=lost.victim, event=number))


def _stages_on(file: CaseFile, day: date) -> tuple[Stage, ...]:
    """As the day began and as it ended: the order within a day is not known."""
    return current_stage(file.as_at(day - _DAY)), current_stage(file.as_at(day))


def _says_something(event: Withdrawal) -> bool:
    return bool(
        event.victims_words.strip() or event.reasons or event.statement is not Statement.NONE
    )


def _lost_contact(file: CaseFile, event: Withdrawal) -> str:
    lost = [
        other.on
        for _, other in file.of(ContactLost)
        if other.victim == event.victim and other.on <= event.on
    ]
    if not lost:
        return ""
    return f"; contact with them was lost on {in_words(lost[-1])}, which is no withdrawal"


def _times(count: int) -> str:
    return "1 attempt" if count == 1 else f"{count} attempts"
