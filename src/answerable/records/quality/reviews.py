"""Entitlement to a review, requests for one, and disagreements, as they are recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.disagreement import DisagreementRaised, Subject
from answerable.records.kinds.review import EntitlementOverridden, ReviewRequested
from answerable.records.quality.check import Check, Finding
from answerable.records.rules.asked import in_words
from answerable.records.rules.entitlement import entitlement
from answerable.records.rules.rule import About
from answerable.statute import Confidence
from answerable.statute.limits import Limits

OVERRIDDEN = Check(
    "entitlement_overridden_without_reason",
    "Who judges otherwise than the rules whether a victim may ask for a review says why.",
    "recommendation 7 of the joint inspection of July 2021",
    Confidence.REASONED,
    recommendation=7,
)
NOT_QUALIFYING = Check(
    "review_of_other_decision",
    "A review is asked for of a decision that gives a right to one.",
    "recommendation 7 of the joint inspection of July 2021",
    Confidence.REASONED,
    recommendation=7,
)
DISAGREEMENT_DATED = Check(
    "disagreement_without_decision",
    "A disagreement about a decision names the decision, and so its day.",
    "recommendation 5 of the joint inspection of July 2021",
    Confidence.REASONED,
    recommendation=5,
)
CHECKS = (OVERRIDDEN, NOT_QUALIFYING, DISAGREEMENT_DATED)


def findings(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Finding]:
    """Judgements without a reason, requests without a right, disagreements about no decision."""
    for number, judged in file.of(EntitlementOverridden):
        if not judged.reason.strip():
            words = (
                f"The judgement of {in_words(judged.on)} about victim {judged.victim} says no why."
            )
            about = About(victim=judged.victim, event=number)
            yield Finding(OVERRIDDEN, words, judged.on, about)
    for number, request in file.of(ReviewRequested):
        yield from _without_right(file, number, request)
    for number, raised in file.of(DisagreementRaised):
        if raised.subject is Subject.DECISION and raised.decision is None:
            words = f"The disagreement of {in_words(raised.on)} names no decision."
            yield Finding(DISAGREEMENT_DATED, words, raised.on, About(event=number))


def _without_right(file: CaseFile, number: int, request: ReviewRequested) -> Iterator[Finding]:
    decision = file.standing_number(request.decision)
    if file.named(decision, Decision) is None:
        return
    right = entitlement(file, decision, request.victim)
    if not right.is_entitled:
        words = f"Victim {request.victim} asked on {in_words(request.on)}. {right.why}"
        about = About(victim=request.victim, event=number)
        yield Finding(NOT_QUALIFYING, words, request.on, about)
