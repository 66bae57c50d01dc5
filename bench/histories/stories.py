"""How a case goes from report to end: who is in it, what is decided, what is reviewed."""

from __future__ import annotations

from datetime import timedelta

from answerable.records.codes.review_schemes import Area
from answerable.records.kinds.court import (
    Charged,
    CourtResult,
    HearingHeld,
    HearingKind,
    HearingListed,
    Plea,
    PleaOf,
    Sentenced,
    SentenceKind,
    Verdict,
)
from answerable.records.kinds.decision import Decision, LegalTest, Maker, What
from answerable.records.kinds.first_response import AccountTaken, AccountType
from answerable.records.kinds.meeting import MeetingHeld, Mode
from answerable.records.kinds.people import (
    Authoriser,
    Status,
    SuspectIdentified,
    SuspectStatus,
    VictimIdentified,
)
from answerable.records.kinds.plan import ItemSet, Plan
from answerable.records.kinds.report import Channel, CrimeRecorded, Reported, Reporter
from answerable.records.kinds.review import (
    IndependentReviewAsked,
    Level,
    Result,
    ReviewDecided,
    ReviewRequested,
)
from answerable.records.kinds.submission import SubmissionTriaged, Submitted
from answerable.records.rules.entitlement import entitlement
from bench.histories.actor import WORDS, Actor

ROADS = {"nobody": 3, "police": 3, "cps": 2, "court": 2, "stop": 1}
"""The ways that a case takes, and how often: nobody is identified; ended by the police, by the
prosecutors, in court, or stopped after a charge."""


def live(actor: Actor) -> None:
    """A whole case, lawful as far as the actor is."""
    road = actor.road or actor.lots.choices(list(ROADS), weights=list(ROADS.values()))[0]
    _report(actor)
    suspects = _investigation(actor, [] if road == "nobody" else [1, *actor.lots.choice(([], [2]))])
    if not suspects:
        _decides(actor, Maker.POLICE, What.NO_FURTHER_ACTION, outcome="18")
    elif road == "police":
        _review(actor, _decides(actor, Maker.POLICE, What.NO_FURTHER_ACTION, outcome="15"))
    else:
        _prosecutors(actor)
        _after_submission(actor, suspects, road)
    actor.ends()


def _report(actor: Actor) -> None:
    day = actor.today
    actor.does(Reported(on=day, channel=Channel.CALL, reporter=Reporter.VICTIM))
    actor.does(CrimeRecorded(on=day))
    for number in range(1, 1 + actor.lots.choice((1, 1, 2))):
        enhanced = actor.lots.random() < 0.8
        actor.does(VictimIdentified(on=day, victim=number, enhanced_rights=enhanced))
    actor.waits(actor.lots.randint(0, 12))
    actor.does(AccountTaken(on=actor.today, victim=1, account_type=AccountType.VIDEO))


def _investigation(actor: Actor, suspects: list[int]) -> list[int]:
    for suspect in suspects:
        actor.does(SuspectIdentified(on=actor.today, suspect=suspect))
        actor.waits(actor.lots.randint(0, 5))
        day = actor.today
        for status in (Status.ARRESTED, Status.INTERVIEWED):
            actor.does(SuspectStatus(on=day, suspect=suspect, status=status))
        actor.does(
            SuspectStatus(
                on=day,
                suspect=suspect,
                status=Status.BAILED,
                ends_on=day + timedelta(days=actor.lots.randint(20, 85)),
                has_conditions=True,
                authoriser=Authoriser.CUSTODY_OFFICER,
                victims_views_sought=True,
            )
        )
    actor.waits(actor.lots.randint(5, 120))
    return suspects


def _prosecutors(actor: Actor) -> None:
    _decides(actor, Maker.POLICE, What.REFER)
    number = actor.does(Submitted(on=actor.today))
    actor.waits(actor.lots.randint(0, 5))
    if number:
        triage = SubmissionTriaged(
            on=actor.today, submission=number, is_accepted=True, is_full_file=True
        )
        actor.does(triage)
    target = actor.today + timedelta(days=7)
    actor.does(ItemSet(on=actor.today, plan=Plan.ACTION, asked=WORDS, target_on=target))
    actor.waits(14)
    meeting = MeetingHeld(
        on=actor.today, mode=Mode.VIRTUAL, police_present=True, prosecutor_present=True
    )
    actor.does(meeting)


def _after_submission(actor: Actor, suspects: list[int], road: str) -> None:
    if road == "cps":
        _review(actor, _decides(actor, Maker.CPS, What.NO_FURTHER_ACTION, outcome="15"))
        return
    _decides(actor, Maker.CPS, What.CHARGE, outcome="1")
    for suspect in suspects:
        actor.does(Charged(on=actor.today, suspect=suspect))
    _court(actor, suspects, road)


def _court(actor: Actor, suspects: list[int], road: str) -> None:
    for hearing in (HearingKind.FIRST, HearingKind.PLEA):
        listed_for = actor.today + timedelta(days=28)
        listing = actor.does(HearingListed(on=actor.today, hearing=hearing, listed_for=listed_for))
        actor.until(listed_for)
        actor.does(HearingHeld(on=actor.today, hearing=hearing, listing=listing))
    if road == "stop":
        _stops(actor)
        return
    for suspect in suspects:
        actor.does(Plea(on=actor.today, suspect=suspect, plea=PleaOf.NOT_GUILTY))
    actor.waits(actor.lots.randint(20, 90))
    actor.does(HearingHeld(on=actor.today, hearing=HearingKind.TRIAL))
    for suspect in suspects:
        verdict = actor.lots.choice((Verdict.CONVICTED, Verdict.ACQUITTED))
        actor.does(CourtResult(on=actor.today, suspect=suspect, verdict=verdict))
        if verdict is Verdict.CONVICTED:
            sentence = SentenceKind.IMPRISONMENT
            actor.does(Sentenced(on=actor.today, suspect=suspect, sentence=sentence, months=60))


def _stops(actor: Actor) -> None:
    provisional = _decides(actor, Maker.CPS, What.PROVISIONAL_NO_EVIDENCE, area=Area.NORTH_WEST)
    actor.waits(5)
    _review(actor, provisional)
    number = _decides(actor, Maker.CPS, What.NO_EVIDENCE_OFFERED)
    actor.waits(5)
    _review(actor, number)


def _review(actor: Actor, decision: int | None) -> None:
    if decision is None or (not actor.road and actor.lots.random() < 0.3):
        return
    actor.waits(actor.lots.randint(6, 20))
    if not entitlement(actor.file, decision, 1).is_entitled:
        return
    actor.does(ReviewRequested(on=actor.today, victim=1, decision=decision))
    actor.waits(20)
    last = [
        number
        for number, event in actor.file.of(ReviewDecided)
        if event.level is Level.LOCAL and event.result is Result.DECISION_STOOD
    ]
    if last and (actor.road or actor.lots.random() < 0.5):
        actor.does(IndependentReviewAsked(on=actor.today, result=last[-1]))
    actor.waits(30)


def _decides(
    actor: Actor, maker: Maker, made: What, *, outcome: str = "", area: Area | None = None
) -> int | None:
    actor.brings_forward("consider_advice")
    return actor.does(
        Decision(
            on=actor.today,
            maker=maker,
            made=made,
            test=LegalTest.FULL_CODE,
            rationale=WORDS,
            outcome=outcome,
            area=area,
        )
    )
