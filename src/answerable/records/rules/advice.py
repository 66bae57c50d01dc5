"""Early advice is considered in every case, sought or not for a reason, and answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.advice import (
    AdviceAnswered,
    AdviceConsidered,
    AdviceEscalated,
    AdviceGiven,
    AdviceRequested,
    Rank,
)
from answerable.records.kinds.report import NotACrime
from answerable.records.kinds.submission import Submitted
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked, earliest, in_words
from answerable.records.rules.ending import ended_on
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits

SHORTEST_REASON = 10
"""Characters; what is shorter says nothing that a reader could use."""
_RECOMMENDATION = "recommendation 5 of the joint inspection of July 2021"
_GUIDANCE = "chapter 7 and Annex 6 of the Director’s Guidance on Charging, sixth edition"

CONSIDER = Rule(
    code="consider_advice",
    asks="Early advice is considered in every case: sought, or not for a reason",
    citation=_RECOMMENDATION,
    confidence=Confidence.CONFIRMED,
    recommendation=5,
    limit="consider_advice",
)
WHY_NOT = Rule(
    code="advice_not_sought_reason",
    asks="Why early advice is not sought is recorded",
    citation=_RECOMMENDATION,
    confidence=Confidence.CONFIRMED,
    recommendation=5,
)
CONTRADICTION = Rule(
    code="advice_contradiction",
    asks="What is recorded of seeking early advice agrees with whether it was requested",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=5,
)
REQUEST = Rule(
    code="request_advice",
    asks="Early advice that is to be sought is requested",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=5,
)
ANSWER = Rule(
    code="answer_advice_request",
    asks="The prosecutors accept or refuse each request for early advice",
    citation=_GUIDANCE,
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=5,
)
REFUSAL = Rule(
    code="advice_refusal",
    asks="A refusal of early advice is recorded with its reason and told to the police",
    citation=_GUIDANCE,
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=5,
)
RANK = Rule(
    code="advice_escalation_rank",
    asks="An inspector or above takes a refusal of early advice further up",
    citation=_GUIDANCE,
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=5,
)
GIVEN = Rule(
    code="advice_parameters",
    asks="A consultation on early advice sets the parameters and the strategy",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=5,
)


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """What was not considered in time, and what contradicts itself or lacks its reason."""
    yield from asked.breaches(_considering(file), limits, on)
    yield from _ended_unconsidered(file, limits)
    yield from _contradictions(file)
    yield from _without_reason(file)
    for number, one in file.of(AdviceEscalated):
        if one.rank is Rank.BELOW_INSPECTOR:
            words = f"The refusal was taken up on {in_words(one.on)} by a rank below inspector."
            yield Breach(RANK, words, one.on, About(event=number))
    for number, given in file.of(AdviceGiven):
        if not given.parameters.strip() or not given.strategy.strip():
            words = (
                f"The consultation of {in_words(given.on)} recorded no parameters or no strategy."
            )
            yield Breach(GIVEN, words, given.on, About(event=number))


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """To consider it, to request what is sought, and to answer what was requested."""
    yield from asked.dues(_considering(file), limits)
    if ended_on(file):
        return
    latest = file.latest(AdviceConsidered)
    requests = list(file.of(AdviceRequested))
    submitted = file.first(Submitted) is not None
    if latest and latest.is_sought and not requests and not submitted:
        yield Due(
            REQUEST, "Request the early advice that is to be sought", Side.POLICE, latest.on, None
        )
    answered = {one.request for _, one in file.of(AdviceAnswered)}
    given = {one.request for _, one in file.of(AdviceGiven)}
    dealt_with = {file.standing_number(number) for number in answered | given}
    for number, request in requests:
        if number not in dealt_with:
            words = f"Accept or refuse the request for early advice of {in_words(request.on)}"
            yield Due(ANSWER, words, Side.CPS, request.on, None, About(event=number))


def _considering(file: CaseFile) -> Iterator[Asked]:
    """To consider it, from the report on. Who requested it had considered it."""
    first = file.first(AdviceConsidered, AdviceRequested)
    yield Asked(
        rule=CONSIDER,
        to_do="Consider early advice: seek it, or record why not",
        side=Side.POLICE,
        since=file.reported_on,
        done_on=earliest(first.on if first else None, ended_on(file)),
    )


def _ended_unconsidered(file: CaseFile, limits: Limits) -> Iterator[Breach]:
    """A case that ended before the limit did, without a word of early advice."""
    end = ended_on(file)
    first = file.first(AdviceConsidered, AdviceRequested)
    if end is None or file.first(NotACrime) or (first and first.on <= end):
        return
    last = asked.last_day_under(limits, CONSIDER.limit, file.reported_on)
    if last and end > last:
        return
    yield Breach(
        CONSIDER,
        f"The case ended on {in_words(end)} and nobody had recorded whether early advice was "
        "considered.",
        end,
    )


def _contradictions(file: CaseFile) -> Iterator[Breach]:
    """Recorded as not sought while it was requested, or as sought while the file went off without
    a request."""
    considered = list(file.of(AdviceConsidered))
    requests = [one for _, one in file.of(AdviceRequested)]
    for place, (number, one) in enumerate(considered):
        until = considered[place + 1][1].on if place + 1 < len(considered) else date.max
        requested = [other.on for other in requests if one.on <= other.on < until]
        if not one.is_sought and requested:
            yield Breach(
                CONTRADICTION,
                f"Early advice was recorded as not sought on {in_words(one.on)}, and was requested "
                f"on {in_words(requested[0])}.",
                requested[0],
                About(event=number),
            )
    submitted = file.first(Submitted)
    sought = [(number, one) for number, one in considered if one.is_sought]
    if submitted and sought and considered[-1][1].is_sought and not requests:
        number, one = sought[-1]
        if one.on <= submitted.on:
            yield Breach(
                CONTRADICTION,
                f"Early advice was recorded as to be sought on {in_words(one.on)}, and the file "
                f"was submitted on {in_words(submitted.on)} without a request for it.",
                submitted.on,
                About(event=number),
            )


def _without_reason(file: CaseFile) -> Iterator[Breach]:
    for number, one in file.of(AdviceConsidered):
        if not one.is_sought and len(one.why_not.strip()) < SHORTEST_REASON:
            yield Breach(
                WHY_NOT,
                f"Early advice was not sought on {in_words(one.on)}, without a reason that says "
                "why.",
                one.on,
                About(event=number),
            )
    for number, answer in file.of(AdviceAnswered):
        if answer.is_accepted:
            continue
        lacks = [
            *(["a reason"] if len(answer.reason.strip()) < SHORTEST_REASON else []),
            *(["telling the police"] if not answer.police_told else []),
        ]
        without = " and without ".join(lacks)
        if lacks:
            yield Breach(
                REFUSAL,
                f"Early advice was refused on {in_words(answer.on)} without {without}.",
                answer.on,
                About(event=number),
            )


RULES = (CONSIDER, WHY_NOT, CONTRADICTION, REQUEST, ANSWER, REFUSAL, RANK, GIVEN)
