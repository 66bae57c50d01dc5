"""Reviews that a victim asked for: acknowledged, completed and told in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.codes.review_schemes import Scheme
from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.review import (
    IndependentReviewAsked,
    Level,
    Result,
    ReviewAcknowledged,
    ReviewDecided,
    ReviewRequested,
    ReviewResultTold,
)
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked, in_words
from answerable.records.rules.entitlement import entitlement
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_POLICE = "Police scheme of the Victims’ Right to Review"
_CPS = "CPS, Victims’ Right to Review Scheme"
_PILOT = "CPS, pilot of the Victims’ Right to Review in rape cases"


def _rule(limit: str, asks: str, citation: str, confidence: Confidence) -> Rule:
    return Rule(limit, asks, citation, confidence, recommendation=7, limit=limit)


ACKNOWLEDGE = _rule(
    "acknowledge_review_police",
    "Acknowledge a request for a review",
    _POLICE,
    Confidence.CONFIRMED,
)
COMPLETE = {
    Scheme.POLICE: _rule(
        "complete_review_police",
        "Complete the review and tell the victim the result",
        _POLICE,
        Confidence.CONFIRMED,
    ),
    Scheme.CPS: _rule(
        "complete_review_cps",
        "Complete the independent review and tell the victim the result",
        f"{_CPS}, Annex B",
        Confidence.TO_BE_VERIFIED,
    ),
    Scheme.PILOT: _rule(
        "complete_review_pilot",
        "Complete the review before no evidence is offered and tell the victim the result",
        _PILOT,
        Confidence.TO_BE_VERIFIED,
    ),
}
COMPLETE_LOCAL = _rule(
    "complete_review_cps_local",
    "Complete the local review and tell the victim the result",
    f"{_CPS}, Annex B",
    Confidence.TO_BE_VERIFIED,
)
RULES = (ACKNOWLEDGE, *COMPLETE.values(), COMPLETE_LOCAL)


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why a step of a review cannot have been; that none comes before the request is asked of
    everything that names an earlier event."""
    event = recorded.event
    if isinstance(event, ReviewDecided):
        decided = [
            other
            for _, other in file.of(ReviewDecided)
            if other.level is event.level and _same(file, other.request, event.request)
        ]
        if decided:
            yield (
                f"This request already has a result at this level, of {in_words(decided[0].on)}. "
                "Put that right instead."
            )
        if event.why_not_qualifying and event.result is not Result.NOT_QUALIFYING:
            yield "A result other than “not qualifying” cannot have a reason for not qualifying."
    if isinstance(event, IndependentReviewAsked):
        local = file.named(event.result, ReviewDecided)
        if local and local.level is not Level.LOCAL:
            yield "An independent review is asked for after a local one, not after an independent."


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """Requests to acknowledge and reviews to complete."""
    yield from asked.dues(_everything(file), limits)


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """Requests acknowledged late, and reviews completed late."""
    yield from asked.breaches(_everything(file), limits, on)


def scheme_of(file: CaseFile, request: ReviewRequested) -> Scheme:
    """Under which scheme a request is answered; the police’s where its decision is under none."""
    number = file.standing_number(request.decision)
    return entitlement(file, number, request.victim).scheme or Scheme.POLICE


def results(file: CaseFile, request: int) -> list[tuple[int, ReviewDecided]]:
    """What came of a request so far, each with its number, earliest first."""
    return [
        (number, event)
        for number, event in file.of(ReviewDecided)
        if _same(file, event.request, request)
    ]


def _same(file: CaseFile, one: int, other: int) -> bool:
    return file.standing_number(one) == file.standing_number(other)


def _everything(file: CaseFile) -> Iterator[Asked]:
    for number, request in file.of(ReviewRequested):
        scheme = scheme_of(file, request)
        if scheme is Scheme.POLICE:
            yield _acknowledging(file, number, request)
        if scheme is Scheme.CPS:
            yield from _completing_for_cps(file, number, request)
        else:
            ended = [(event.on, _told(file, at, event)) for at, event in results(file, number)]
            yield _completing(COMPLETE[scheme], scheme, number, request, ended)


def _acknowledging(file: CaseFile, number: int, request: ReviewRequested) -> Asked:
    acknowledged = [
        event.on for _, event in file.of(ReviewAcknowledged) if _same(file, event.request, number)
    ]
    decided = [event.on for _, event in results(file, number)]
    return Asked(
        ACKNOWLEDGE,
        f"Acknowledge victim {request.victim}’s request for a review",
        Side.POLICE,
        request.on,
        min(acknowledged + decided, default=None),
        About(victim=request.victim, event=number),
    )


def _completing_for_cps(file: CaseFile, number: int, request: ReviewRequested) -> Iterator[Asked]:
    found = results(file, number)
    ended = [(event.on, _told(file, at, event)) for at, event in found]
    yield _completing(COMPLETE_LOCAL, Scheme.CPS, number, request, ended)
    independent = [at for at, event in found if event.level is Level.INDEPENDENT]
    local = {at for at, event in found if event.level is Level.LOCAL}
    going_on = any(
        file.standing_number(event.result) in local for _, event in file.of(IndependentReviewAsked)
    )
    if going_on or independent:
        at_last = [
            (event.on, _told(file, at, event))
            for at, event in found
            if event.level is Level.INDEPENDENT
        ]
        yield _completing(COMPLETE[Scheme.CPS], Scheme.CPS, number, request, at_last)


def _completing(
    rule: Rule,
    scheme: Scheme,
    number: int,
    request: ReviewRequested,
    ended: list[tuple[date, date | None]],
) -> Asked:
    told = min((told for _, told in ended if told), default=None)
    what = "Tell" if ended and told is None else "Complete the review, and tell"
    return Asked(
        rule,
        f"{what} victim {request.victim} the result",
        Side.POLICE if scheme is Scheme.POLICE else Side.CPS,
        request.on,
        told,
        About(victim=request.victim, event=number),
    )


def _told(file: CaseFile, number: int, decided: ReviewDecided) -> date | None:
    """When the victim knew a result; who withdrew knows it already."""
    if decided.result is Result.WITHDRAWN:
        return decided.on
    told = (
        event.on
        for _, event in file.of(ReviewResultTold)
        if file.standing_number(event.result) == number
    )
    return next(told, None)
