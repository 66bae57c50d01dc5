"""The right to a review: whom to tell of it, and until when a victim may ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.codes.review_schemes import Scheme
from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.review import (
    EntitlementOverridden,
    ReviewRequested,
    ReviewRightTold,
)
from answerable.records.kinds.telling import Told
from answerable.records.rules.asked import in_words
from answerable.records.rules.decision import concerned_suspects, decision_in_words
from answerable.records.rules.entitlement import entitlement
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits, NoLimitInForce

_RECOMMENDATION = "Joint thematic inspection of the response to rape, phase one, recommendation 7"

TELL_RIGHT = Rule(
    code="tell_review_right",
    asks="Tell the victim of the right to a review together with the decision",
    citation=_RECOMMENDATION,
    confidence=Confidence.CONFIRMED,
    recommendation=7,
)
OVERRIDE_WITH_REASON = Rule(
    code="override_with_reason",
    asks="Give the reason for judging a right to a review otherwise than the rules",
    citation=f"{_RECOMMENDATION}; this product’s own rule",
    confidence=Confidence.REASONED,
    recommendation=7,
)
RULES = (TELL_RIGHT, OVERRIDE_WITH_REASON)
ASK_WITHIN = {Scheme.POLICE: "ask_review_police", Scheme.CPS: "ask_review_cps_latest"}
"""The limit within which a victim may ask, by scheme; the pilot has none."""
_ORDINARILY = {Scheme.POLICE: "ask_review_police", Scheme.CPS: "ask_review_cps"}


def dues(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Due]:
    """Victims who were told of a decision but not of their right; before they are told of the
    decision, telling them of both is one thing to do."""
    for number, decision, told in _told_without_the_right(file):
        if right_told_on(file, told.victim, number) is None:
            yield Due(
                TELL_RIGHT,
                f"Tell victim {told.victim} of the right to a review of "
                f"{decision_in_words(decision)}",
                Side.CPS if decision.maker is Maker.CPS else Side.POLICE,
                told.on,
                None,
                About(victim=told.victim, event=number),
            )


def breaches(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Breach]:
    """Victims who were told without their right, and judgements without a reason."""
    for number, decision, told in _told_without_the_right(file):
        made_good = right_told_on(file, told.victim, number)
        but = f", and was on {in_words(made_good)}" if made_good else ""
        yield Breach(
            TELL_RIGHT,
            f"Victim {told.victim} was told on {in_words(told.on)} of "
            f"{decision_in_words(decision)}, but not of the right to a review{but}.",
            told.on,
            About(victim=told.victim, event=number),
            is_open=made_good is None,
        )
    for number, judged in file.of(EntitlementOverridden):
        if not judged.reason.strip():
            yield Breach(
                OVERRIDE_WITH_REASON,
                f"On {in_words(judged.on)} a person judged the right of victim {judged.victim} to "
                "a review without a reason; it does not count.",
                judged.on,
                About(victim=judged.victim, event=number),
            )


def right_told_on(file: CaseFile, victim: int, decision: int) -> date | None:
    """When a victim was first told of the right, with the decision or apart; None where not.

    Args:
        decision: the number of a decision that stands.
    """
    found = [
        event.on
        for _, event in file.of(Told, ReviewRightTold)
        if isinstance(event, Told | ReviewRightTold)
        and event.victim == victim
        and file.standing_number(event.decision) == decision
        and (isinstance(event, ReviewRightTold) or event.review_right_offered)
    ]
    return min(found, default=None)


def last_day_to_ask(
    file: CaseFile, limits: Limits, decision: int, victim: int, *, ordinarily: bool = False
) -> date | None:
    """The last day, inclusive, on which a victim may ask for a review.

    It runs from the notice of the decision. In the pilot it is the day before no evidence is
    offered. None where the victim has not been told, no evidence has been offered yet, no scheme
    or limit applies.

    Args:
        decision: the number of a decision that stands.
        ordinarily: the day that a scheme names first, where it accepts later requests too.

    Raises:
        LookupError: the case has no such decision.
    """
    scheme = entitlement(file, decision, victim).scheme
    if scheme is Scheme.PILOT:
        offered = no_evidence_offered_on(file, decision)
        return date.fromordinal(offered.toordinal() - 1) if offered else None
    notices = [
        told.on
        for _, told in file.of(Told)
        if told.victim == victim and file.standing_number(told.decision) == decision
    ]
    if scheme is None or not notices:
        return None
    code = (_ORDINARILY if ordinarily else ASK_WITHIN)[scheme]
    try:
        return limits.in_force(code, notices[0]).last_day(notices[0])
    except NoLimitInForce:
        return None


def no_evidence_offered_on(file: CaseFile, provisional: int) -> date | None:
    """When no evidence was offered after a provisional decision to do so; None where it was not."""
    decision = file.named(provisional, Decision)
    if decision is None:
        return None
    suspects = set(concerned_suspects(file, decision))
    offered = (
        later.on
        for _, later in file.of(Decision)
        if later.made is What.NO_EVIDENCE_OFFERED
        and later.on >= decision.on
        and suspects & set(concerned_suspects(file, later))
    )
    return next(offered, None)


def requests(file: CaseFile, decision: int) -> list[tuple[int, ReviewRequested]]:
    """The requests for a review of a decision, each with its number, earliest first."""
    return [
        (number, request)
        for number, request in file.of(ReviewRequested)
        if file.standing_number(request.decision) == decision
    ]


def _told_without_the_right(file: CaseFile) -> Iterator[tuple[int, Decision, Told]]:
    """Per victim and decision, the first notice, where it gave no word of a right there was."""
    seen: set[tuple[int, int]] = set()
    for _, told in file.of(Told):
        number = file.standing_number(told.decision)
        decision = file.named(number, Decision)
        if decision is None or (told.victim, number) in seen:
            continue
        seen.add((told.victim, number))
        right = right_told_on(file, told.victim, number)
        in_time = right is not None and right <= told.on
        if not in_time and entitlement(file, number, told.victim).is_entitled:
            yield number, decision, told
