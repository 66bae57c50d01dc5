"""Support: offered in time, referred with consent once accepted, in touch without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.support import (
    Answer,
    SupportContact,
    SupportEnded,
    SupportOffered,
    SupportReferred,
)
from answerable.records.progress import current_stage
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked, in_words
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.records.rules.stage import reached
from answerable.records.rules.victims import victims
from answerable.records.stages import Stage
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_RECOMMENDATION = "recommendation 2 of the joint inspection of July 2021"
OFFERED = Rule(
    code="support_offered",
    asks="Offer each victim support once the crime is reported.",
    citation="Right 4 of the Victims’ Code, and recommendation 2 of the joint inspection of 2021",
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=2,
    limit="offer_support",
)
OFFERED_AGAIN = Rule(
    code="support_offered_at_stage",
    asks="Offer support again at every stage to a victim who has none.",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=2,
)
REFERRED = Rule(
    code="support_referred",
    asks="Refer a victim who accepts support to the service.",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=2,
    limit="refer_support",
)
CONSENT = Rule(
    code="support_consent",
    asks="Refer a victim to a service only with their consent.",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=2,
)
IN_TOUCH = Rule(
    code="support_in_touch",
    asks="Stay in touch with a victim who has support, so that there is no gap.",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=2,
    limit="support_gap",
)
RULES = (OFFERED, OFFERED_AGAIN, REFERRED, CONSENT, IN_TOUCH)

_NEEDS_NO_REFERRAL = {Answer.DECLINED, Answer.HAS_SUPPORT}
_NEVER = (None, 0)


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """Support that is still to be offered, arranged or kept up."""
    yield from asked.dues(_asked(file), limits)
    yield from _offers_again(file)


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """Support that came late or had a gap, and referrals that the victim did not consent to."""
    yield from asked.breaches(_asked(file), limits, on)
    for number, referral in file.of(SupportReferred):
        if not referral.has_consent:
            yield Breach(
                CONSENT,
                f"Victim {referral.victim} was referred on {in_words(referral.on)} without "
                "their consent.",
                referral.on,
                About(victim=referral.victim, event=number),
            )


def _asked(file: CaseFile) -> Iterator[Asked]:
    for victim, since in victims(file).items():
        yield _offer(file, victim, since)
        yield from _referral(file, victim)
    yield from _contacts(file)


def _offer(file: CaseFile, victim: int, since: date) -> Asked:
    offers = [event.on for _, event in file.of(SupportOffered) if event.victim == victim]
    referrals = [event.on for _, event in file.of(SupportReferred) if event.victim == victim]
    return Asked(
        OFFERED,
        f"Offer victim {victim} support",
        Side.POLICE,
        since,
        min(offers + referrals, default=None),
        About(victim=victim),
    )


def _offers_again(file: CaseFile) -> Iterator[Due]:
    """One offer at each stage after the first offer, while the case goes on."""
    offers = [(event.victim, event.stage) for _, event in file.of(SupportOffered)]
    now = current_stage(file)
    if now is Stage.ENDED:
        return
    for victim in dict(offers):
        if (victim, now) in offers or _has_support(file, victim, date.max):
            continue
        stage, since = reached(file)
        yield Due(
            OFFERED_AGAIN,
            f"Offer victim {victim} support again (stage: {stage.label})",
            Side.POLICE,
            since,
            None,
            About(victim=victim),
        )


def _referral(file: CaseFile, victim: int) -> Iterator[Asked]:
    """A referral is asked after each acceptance while the victim has no support.

    It is no longer asked once they decline, and acceptances that follow one another ask for one.
    """
    settled_until = date.min
    for number, offer in file.of(SupportOffered):
        if offer.victim != victim or offer.answer is not Answer.ACCEPTED:
            continue
        if offer.on < settled_until or _has_support(file, victim, offer.on):
            continue
        settled_on = _settled_on(file, number, offer)
        yield Asked(
            REFERRED,
            f"Refer victim {victim} to the support that they accepted",
            Side.POLICE,
            offer.on,
            settled_on,
            About(victim=victim, event=number),
        )
        settled_until = settled_on or date.max


def _settled_on(file: CaseFile, number: int, offer: SupportOffered) -> date | None:
    """The day of the referral, or on which the victim declined after all."""
    referrals = [
        (event.on, later)
        for later, event in file.of(SupportReferred)
        if event.victim == offer.victim
    ]
    answers = [
        (event.on, later)
        for later, event in file.of(SupportOffered)
        if event.victim == offer.victim and event.answer in _NEEDS_NO_REFERRAL
    ]
    return min((one for one in referrals + answers if one > (offer.on, number)), default=_NEVER)[0]


def _has_support(file: CaseFile, victim: int, day: date) -> bool:
    """Whether a referral of the victim was made before or on the day, and has not ended by then."""
    ended = {
        file.standing_number(event.referral)
        for _, event in file.of(SupportEnded)
        if event.on <= day
    }
    return any(
        event.victim == victim and event.on <= day and number not in ended
        for number, event in file.of(SupportReferred)
    )


def _contacts(file: CaseFile) -> Iterator[Asked]:
    """From the referral to each contact, and from the last on until support ends."""
    for number, referral in file.of(SupportReferred):
        ended_on = min(_of_referral(file, number, SupportEnded), default=_NEVER)[0]
        contacts = [
            one
            for one in _of_referral(file, number, SupportContact)
            if ended_on is None or one[0] <= ended_on
        ]
        moments = [(referral.on, number), *contacts]
        for (since, event), done_on in [
            *((start, end[0]) for start, end in pairwise(moments)),
            (moments[-1], ended_on),
        ]:
            yield Asked(
                IN_TOUCH,
                f"Be in touch with victim {referral.victim}",
                Side.SUPPORT,
                since,
                done_on,
                About(victim=referral.victim, event=event),
            )


def _of_referral(
    file: CaseFile, referral: int, kind: type[SupportContact] | type[SupportEnded]
) -> list[tuple[date, int]]:
    return [
        (event.on, number)
        for number, event in file.of(kind)
        if file.standing_number(event.referral) == referral
    ]
