"""The case that went to the prosecutors and came back with an action plan, which is open."""

from __future__ import annotations

from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.advice import (
    AdviceAnswered,
    AdviceConsidered,
    AdviceGiven,
    AdviceRequested,
)
from answerable.records.kinds.characteristics import Asker, CharacteristicRecorded, State
from answerable.records.kinds.communication import Communicated, Direction, Form
from answerable.records.kinds.decision import Decision, LegalTest, Maker, What
from answerable.records.kinds.first_response import PersonalStatement, StatementStep
from answerable.records.kinds.pilot import PilotEnrolled
from answerable.records.kinds.plan import (
    Answer,
    ItemAnswered,
    ItemChased,
    ItemEscalated,
    ItemMoved,
    ItemSet,
    Plan,
)
from answerable.records.kinds.submission import SubmissionTriaged, Submitted
from answerable.records.kinds.support import Answer as SupportAnswer
from answerable.records.kinds.support import (
    SupportAcknowledged,
    SupportContact,
    SupportOffered,
    SupportReferred,
)
from answerable.records.kinds.telling import Method
from answerable.records.kinds.voice import Subject, Through, VictimFeedback, VictimPreference
from answerable.records.stages import Stage
from answerable_site.config.demonstration import beginning
from answerable_site.config.demonstration.recording import InventedCase
from answerable_site.config.demonstration.stories import Story

TOUCH = range(4, 160, 26)
"""Days on which the support service is in touch."""
REVIEWS = range(30, 160, 27)
"""Days on which the supervisor looks at it."""
ADVISED, REFERRED, SENT_BACK = 18, 62, 70
FIRST_TARGET, NEW_TARGET, LAST_TARGET = 98, 165, 170
"""Days by which items of the action plan are wanted; the case is 160 days old."""


def supported(one: InventedCase) -> Story:
    """The victim wants support, and the service stays in touch and hands on what they say."""
    county = one.county
    yield from beginning.report(one, method=Method.TELEPHONE)
    yield from beginning.first_days(one)
    on, act = one.day(1), one.act(county.investigator, 1, 11)
    (offer,) = yield from one.record(
        act,
        SupportOffered(
            on=on,
            victim=1,
            stage=Stage.BEFORE_ACCOUNT,
            service=county.service.pk,
            answer=SupportAnswer.ACCEPTED,
        ),
    )
    (referral,) = yield from one.record(
        act,
        SupportReferred(on=on, victim=1, service=county.service.pk, offer=offer, has_consent=True),
    )
    yield from one.record(
        one.act(county.investigator, 1, 15),
        SupportAcknowledged(on=on, victim=1, referral=referral),
    )
    for day in TOUCH:
        yield from one.record(
            one.act(county.worker, day, 11),
            SupportContact(on=one.day(day), victim=1, referral=referral),
        )
        if day == TOUCH[1]:
            yield from _says(one, day)


def investigated(one: InventedCase) -> Story:
    """From the account to early advice, in the pilot."""
    county = one.county
    yield from beginning.investigation(one, day=6)
    yield from one.record(
        one.act(county.investigator, 6, 16),
        PersonalStatement(on=one.day(6), victim=1, what=StatementStep.OFFERED),
    )
    yield from beginning.suspect(one, day=12, method=Method.TELEPHONE)
    yield from one.record(one.act(county.investigator, 15, 10), *_characteristics(one, 15))
    on = one.day(ADVISED)
    *_, request = yield from one.record(
        one.act(county.investigator, ADVISED, 10),
        PilotEnrolled(on=on, reason="Every case reported in that month is in it."),
        AdviceConsidered(on=on, is_sought=True),
        AdviceRequested(on=on, question="How much of the messages is needed?"),
    )
    yield from one.record(
        one.act(county.prosecutor, ADVISED + 3, 10),
        AdviceAnswered(on=one.day(ADVISED + 3), request=request, is_accepted=True),
    )
    yield from one.record(
        one.act(county.prosecutor, ADVISED + 7, 10),
        AdviceGiven(
            on=one.day(ADVISED + 7),
            request=request,
            parameters="Messages of two weeks, between these two people alone.",
            strategy="Look at what the suspect did and said.",
            advice="Ask for the recordings of the bus line before they are wiped.",
        ),
    )


def reviewed(one: InventedCase) -> Story:
    """The supervisor looks at it within every four weeks."""
    for day in REVIEWS:
        yield from beginning.review(one, day=day)


def referred(one: InventedCase) -> Story:
    """A gatekeeper lets it go to the prosecutors, who send it back with an action plan."""
    county = one.county
    yield from one.record(
        one.act(county.gatekeeper, REFERRED, 10),
        Decision(
            on=one.day(REFERRED),
            maker=Maker.POLICE,
            made=What.REFER,
            test=LegalTest.REFERRAL,
            rationale="The account, the recordings and the messages support each other.",
        ),
        opens=True,
    )
    on = one.day(REFERRED + 1)
    (submission,) = yield from one.record(
        one.act(county.investigator, REFERRED + 1, 10), Submitted(on=on, suspects=(1,))
    )
    yield from one.record(
        one.act(county.prosecutor, REFERRED + 4, 10),
        SubmissionTriaged(
            on=one.day(REFERRED + 4), submission=submission, is_accepted=True, is_full_file=True
        ),
    )
    on = one.day(SENT_BACK)
    _, *items = yield from one.record(
        one.act(county.prosecutor, SENT_BACK, 10),
        Decision(on=on, maker=Maker.CPS, made=What.FURTHER_WORK, suspects=(1,)),
        *(
            ItemSet(
                on=on,
                plan=Plan.ACTION,
                asked=asked,
                owner=county.investigator.pk,
                target_on=one.day(target),
            )
            for asked, target in (
                ("Take a statement of whoever answered the first call.", FIRST_TARGET),
                ("Have the messages of two weeks put on one timeline.", FIRST_TARGET),
                ("Ask the laboratory for its full report.", LAST_TARGET),
            )
        ),
    )
    yield from _work_on(one, *items)


def _work_on(one: InventedCase, done: int, late: int, _open: int) -> Story:
    """One item is done in time; one is given another day, chased and taken further up."""
    county = one.county
    yield from one.record(
        one.act(county.investigator, 90, 10),
        ItemAnswered(on=one.day(90), item=done, answer=Answer.DONE, words="It was taken."),
        Communicated(
            on=one.day(90),
            direction=Direction.POLICE_TO_CPS,
            form=Form.EMAIL,
            subject="The first item of the action plan",
            investigator_named=True,
            investigator_telephone=True,
            investigator_email=True,
            prosecutor_named=True,
            prosecutor_telephone=True,
            prosecutor_email=True,
        ),
    )
    yield from one.record(
        one.act(county.investigator, 95, 10),
        ItemMoved(
            on=one.day(95),
            item=late,
            target_on=one.day(NEW_TARGET),
            reason="The unit that reads telephones has a queue of ten weeks.",
            agreed_with_other_side=True,
        ),
    )
    yield from one.record(
        one.act(county.prosecutor, 109, 10),
        ItemChased(on=one.day(109), item=late, words="Still in the queue."),
        ItemEscalated(on=one.day(109), item=late, level=1, reason="Ten weeks are too long."),
    )


def _says(one: InventedCase, day: int) -> Story:
    yield from one.record(
        one.act(one.county.worker, day, 12),
        VictimPreference(
            on=one.day(day),
            victim=1,
            stage=Stage.BEFORE_REFERRAL,
            subject=Subject.CONTACT,
            words="Ring me on Fridays, also when there is no news.",
            through=Through.SUPPORT_WORKER,
        ),
        VictimFeedback(
            on=one.day(day),
            victim=1,
            stage=Stage.BEFORE_ACCOUNT,
            subject=Subject.TREATMENT,
            words="The officer told me what would happen next. That helped.",
            through=Through.SUPPORT_WORKER,
        ),
    )


def _characteristics(one: InventedCase, day: int) -> list[CharacteristicRecorded]:
    """What the victim says of the others; one was not asked."""
    said = [
        beginning.answered(one, day, characteristic, value)
        for characteristic, value in (
            (Characteristic.DISABILITY, "no"),
            (Characteristic.MARRIAGE, "never"),
            (Characteristic.PREGNANCY, "neither"),
            (Characteristic.RACE, "W9"),
        )
    ]
    kept = [
        CharacteristicRecorded(
            on=one.day(day),
            victim=1,
            characteristic=characteristic,
            state=State.PREFER_NOT_TO_SAY,
            asked_by=Asker.SPECIALIST_OFFICER,
        )
        for characteristic in (
            Characteristic.GENDER_REASSIGNMENT,
            Characteristic.SEXUAL_ORIENTATION,
        )
    ]
    return [*said, *kept, beginning.not_asked(one, day, Characteristic.RELIGION)]
