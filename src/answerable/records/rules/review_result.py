"""Results of reviews that do not agree with the right to one, its limits or what a court can do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, What
from answerable.records.kinds.review import Result, ReviewDecided, ReviewRequested
from answerable.records.rules.asked import in_words
from answerable.records.rules.entitlement import entitlement
from answerable.records.rules.review import results
from answerable.records.rules.review_right import (
    last_day_to_ask,
    no_evidence_offered_on,
    requests,
)
from answerable.records.rules.rule import About, Breach, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_CPS = "CPS, Victims’ Right to Review Scheme"
_OWN = "Schemes of the Victims’ Right to Review; this product’s own rule"

REVIEW_WHERE_ENTITLED = Rule(
    code="review_where_entitled",
    asks="Review where the victim is entitled, and nowhere else unless a person judged so",
    citation=_OWN,
    confidence=Confidence.REASONED,
    recommendation=7,
)
SAY_WHY_NOT = Rule(
    code="say_why_not_qualifying",
    asks="Say which reason it is where a decision gives no right to a review",
    citation=_OWN,
    confidence=Confidence.REASONED,
    recommendation=7,
)
REFUSE_ONLY_WHEN_LATE = Rule(
    code="refuse_only_when_late",
    asks="Turn a request away as too late only after the last day for asking",
    citation=_OWN,
    confidence=Confidence.REASONED,
    recommendation=7,
)
NOT_RECOMMENCED = Rule(
    code="not_recommenced_after_no_evidence",
    asks="Say that a case cannot be recommenced once no evidence was offered",
    citation=_CPS,
    confidence=Confidence.CONFIRMED,
    recommendation=7,
)
WAIT_FOR_REVIEW = Rule(
    code="wait_for_review",
    asks="Offer no evidence only after a review that the victim asked for has its result",
    citation="CPS, pilot of the Victims’ Right to Review in rape cases",
    confidence=Confidence.CONFIRMED,
    recommendation=7,
)
RULES = (
    REVIEW_WHERE_ENTITLED,
    SAY_WHY_NOT,
    REFUSE_ONLY_WHEN_LATE,
    NOT_RECOMMENCED,
    WAIT_FOR_REVIEW,
)
_REVIEWED = frozenset(
    {Result.DECISION_STOOD, Result.DECISION_CHANGED, Result.CANNOT_BE_RECOMMENCED}
)


def breaches(file: CaseFile, limits: Limits, _on: date) -> Iterator[Breach]:
    """What was amiss in each result, and evidence not offered while a review was pending."""
    for number, decided in file.of(ReviewDecided):
        request = file.named(decided.request, ReviewRequested)
        if request and file.named(request.decision, Decision):
            about = About(victim=request.victim, event=number)
            for rule, words in _amiss(file, limits, request, decided):
                yield Breach(rule, words, decided.on, about)
    for number, decision in file.of(Decision):
        if decision.made is What.PROVISIONAL_NO_EVIDENCE:
            yield from _not_awaited(file, number)


def _amiss(
    file: CaseFile, limits: Limits, request: ReviewRequested, decided: ReviewDecided
) -> Iterator[tuple[Rule, str]]:
    number = file.standing_number(request.decision)
    right = entitlement(file, number, request.victim)
    day = in_words(decided.on)
    if right.is_entitled and decided.result is Result.NOT_QUALIFYING:
        yield (
            REVIEW_WHERE_ENTITLED,
            (
                f"On {day} victim {request.victim} was refused a review, but is entitled to one: "
                f"{right.why}"
            ),
        )
    if not right.is_entitled and decided.result in _REVIEWED:
        yield (
            REVIEW_WHERE_ENTITLED,
            (
                f"On {day} a review ended for victim {request.victim}, who is not entitled to one, "
                f"and no person judged otherwise with a reason: {right.why}"
            ),
        )
    if decided.result is Result.NOT_QUALIFYING and decided.why_not_qualifying is None:
        yield SAY_WHY_NOT, f"The result of {day} does not say why the decision does not qualify."
    last = last_day_to_ask(file, limits, number, request.victim)
    if decided.result is Result.OUT_OF_TIME and (last is None or request.on <= last):
        until = f"until {in_words(last)}" if last else "as no last day has passed"
        yield (
            REFUSE_ONLY_WHEN_LATE,
            (
                f"The request of {in_words(request.on)} was turned away on {day} as too late, but "
                f"the victim could ask {until}."
            ),
        )
    decision = file.named(number, Decision)
    if (
        decision
        and decision.made is What.NO_EVIDENCE_OFFERED
        and decided.result is Result.DECISION_CHANGED
    ):
        yield (
            NOT_RECOMMENCED,
            (
                f"The result of {day} changes a decision to offer no evidence, after which a case "
                "cannot be recommenced."
            ),
        )


def _not_awaited(file: CaseFile, provisional: int) -> Iterator[Breach]:
    offered = no_evidence_offered_on(file, provisional)
    for number, request in requests(file, provisional):
        pending = not any(event.on <= (offered or date.max) for _, event in results(file, number))
        if offered and request.on <= offered and pending:
            yield Breach(
                WAIT_FOR_REVIEW,
                f"No evidence was offered on {in_words(offered)} while the request of "
                f"{in_words(request.on)} had no result.",
                offered,
                About(victim=request.victim, event=number),
            )
