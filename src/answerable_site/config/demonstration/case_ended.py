"""The case that the prosecutors ended without meeting the police. The victim was told late, and
asks for a review."""

from __future__ import annotations

from answerable.records.kinds.advice import AdviceConsidered
from answerable.records.kinds.decision import Decision, LegalTest, Maker, What
from answerable.records.kinds.review import ReviewAcknowledged, ReviewRequested
from answerable.records.kinds.submission import SubmissionTriaged, Submitted
from answerable.records.kinds.support import Answer, SupportOffered
from answerable.records.kinds.telling import Method, Teller, Told
from answerable.records.stages import Stage
from answerable_site.config.demonstration import beginning
from answerable_site.config.demonstration.recording import InventedCase
from answerable_site.config.demonstration.stories import Story

REVIEWS = (30, 57, 84)
"""Days on which the supervisor looks at it."""
REFERRED, ENDED, TOLD, ASKED = 69, 94, 103, 111
"""Days of the case, which is 121 days old."""


def investigated(one: InventedCase) -> Story:
    """From the report to the file that goes to the prosecutors, without early advice."""
    county = one.county
    yield from beginning.report(one, method=Method.LETTER)
    yield from beginning.first_days(one)
    yield from one.record(
        one.act(county.investigator, 1, 11),
        SupportOffered(
            on=one.day(1),
            victim=1,
            stage=Stage.BEFORE_ACCOUNT,
            answer=Answer.DECLINED,
            reason="My sister is with me.",
        ),
    )
    yield from beginning.investigation(one, day=5)
    yield from beginning.suspect(one, day=9, method=Method.LETTER)
    yield from one.record(
        one.act(county.investigator, 14, 10),
        AdviceConsidered(
            on=one.day(14),
            is_sought=False,
            why_not="Only one question is open, and the guidance answers it.",
            supervisor=county.supervisor.pk,
        ),
    )
    for day in REVIEWS[:2]:
        yield from beginning.review(one, day=day)


def ended(one: InventedCase) -> Story:
    """The decision without a meeting, the late letter, the request."""
    county = one.county
    yield from one.record(
        one.act(county.gatekeeper, REFERRED, 11),
        Decision(
            on=one.day(REFERRED),
            maker=Maker.POLICE,
            made=What.REFER,
            test=LegalTest.REFERRAL,
            rationale="The account is detailed and the recordings fit it.",
        ),
        opens=True,
    )
    (submission,) = yield from one.record(
        one.act(county.investigator, REFERRED + 1, 11),
        Submitted(on=one.day(REFERRED + 1), suspects=(1,)),
    )
    yield from one.record(
        one.act(county.prosecutor, REFERRED + 4, 11),
        SubmissionTriaged(
            on=one.day(REFERRED + 4), submission=submission, is_accepted=True, is_full_file=True
        ),
    )
    yield from beginning.review(one, day=REVIEWS[2])
    (decision,) = yield from one.record(
        one.act(county.prosecutor, ENDED, 11),
        Decision(
            on=one.day(ENDED),
            maker=Maker.CPS,
            made=What.NO_FURTHER_ACTION,
            suspects=(1,),
            test=LegalTest.EVIDENTIAL,
            rationale="The recordings do not show what happened after the bus.",
        ),
        why="The meeting was fixed for the week after, and was not waited for.",
    )
    yield from one.record(
        one.act(county.prosecutor, TOLD, 11),
        Told(
            on=one.day(TOLD),
            victim=1,
            decision=decision,
            method=Method.LETTER,
            teller=Teller.PROSECUTOR,
            explained=True,
            review_right_offered=True,
            support_offered=True,
        ),
        why="The letter lay with another unit for a week.",
    )
    (request,) = yield from one.record(
        one.act(county.prosecutor, ASKED, 11),
        ReviewRequested(
            on=one.day(ASKED),
            victim=1,
            decision=decision,
            victims_words="Nobody asked the driver.",
        ),
    )
    yield from one.record(
        one.act(county.prosecutor, ASKED + 3, 11),
        ReviewAcknowledged(on=one.day(ASKED + 3), request=request, method=Method.LETTER),
    )
