"""Withdrawal: with the victim’s own words and reasons, and over once they come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.codes.withdrawal import Reason
from answerable.records.file import CaseFile
from answerable.records.kinds.withdrawal import ReEngaged, Withdrawal
from answerable.records.rules.asked import in_words
from answerable.records.rules.rule import About, Breach, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_RECOMMENDATION = "recommendation 3 of the joint inspection of July 2021"
WORDS = Rule(
    code="withdrawal_words",
    asks="Record a withdrawal in the victim’s own words, or that they declined to say why.",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=3,
)
REASON = Rule(
    code="withdrawal_reason",
    asks="Record every reason that a victim gives for withdrawing, or that they declined to say.",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=3,
)
RULES = (WORDS, REASON)


def withdrawn(file: CaseFile, victim: int) -> Withdrawal | None:
    """The withdrawal of a victim that stands; None where there is none or they came back."""
    ended = {file.standing_number(event.withdrawal) for _, event in file.of(ReEngaged)}
    open_ones = [
        event
        for number, event in file.of(Withdrawal)
        if event.victim == victim and number not in ended
    ]
    return open_ones[-1] if open_ones else None


def breaches(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Breach]:
    """Withdrawals that do not say in the victim’s words, or by their reasons, why."""
    for number, event in file.of(Withdrawal):
        about = About(victim=event.victim, event=number)
        said = f"The withdrawal of victim {event.victim} on {in_words(event.on)}"
        if not event.victims_words.strip() and Reason.DECLINED_TO_SAY not in event.reasons:
            yield Breach(WORDS, f"{said} has no words of theirs.", event.on, about)
        if not event.reasons:
            yield Breach(REASON, f"{said} has no reason.", event.on, about)
