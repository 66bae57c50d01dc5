"""The case whose victim withdrew and came back, and those in which little has happened yet."""

from __future__ import annotations

from answerable.records.codes.characteristics import Characteristic
from answerable.records.codes.withdrawal import Reason
from answerable.records.kinds.advice import AdviceConsidered, AdviceRequested
from answerable.records.kinds.support import Answer, SupportOffered
from answerable.records.kinds.telling import Method
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ReEngaged, Statement, Withdrawal
from answerable.records.stages import Stage
from answerable_site.config.demonstration import beginning
from answerable_site.config.demonstration.recording import InventedCase
from answerable_site.config.demonstration.stories import Story

WITHDRAWN, BACK, INTERVIEWED = 20, 40, 50
"""Days of the case, which is 88 days old."""


def withdrawn(one: InventedCase) -> Story:
    """The victim waits too long for news, withdraws, and comes back."""
    county = one.county
    yield from beginning.report(one, method=Method.IN_PERSON)
    yield from beginning.first_days(one)
    yield from one.record(
        one.act(county.investigator, 1, 11),
        beginning.not_asked(one, 1, Characteristic.RELIGION),
        _offer(one, 1, Stage.BEFORE_ACCOUNT, Answer.DEFERRED, "Ask me when I have slept."),
    )
    yield from beginning.investigation(one, day=9)
    (withdrawal,) = yield from one.record(
        one.act(county.investigator, WITHDRAWN, 10),
        Withdrawal(
            on=one.day(WITHDRAWN),
            victim=1,
            victims_words="I have heard nothing for two weeks. I cannot wait like this.",
            stage=Stage.BEFORE_SUSPECT,
            reasons=(Reason.LENGTH, Reason.NOT_INFORMED),
            through=Through.THEMSELVES,
            statement=Statement.OFFICER_NOTE,
            support_present=False,
        ),
    )
    yield from beginning.review(one, day=WITHDRAWN + 5)
    yield from one.record(
        one.act(county.investigator, BACK, 10),
        ReEngaged(
            on=one.day(BACK),
            victim=1,
            withdrawal=withdrawal,
            victims_words="You rang as you said you would. I want to go on.",
        ),
        _offer(one, BACK, Stage.BEFORE_SUSPECT, Answer.DECLINED, "I have somebody to talk to."),
    )
    yield from beginning.suspect(one, day=INTERVIEWED, method=Method.IN_PERSON)


def advised(one: InventedCase) -> Story:
    """Early advice is asked for, and waits for an answer."""
    on = one.day(26)
    yield from one.record(
        one.act(one.county.investigator, 26, 10),
        AdviceConsidered(on=on, is_sought=True),
        AdviceRequested(on=on, question="May the account alone be enough to refer?"),
    )


def accepted(one: InventedCase) -> Story:
    """A younger case: support was accepted, and nobody has referred the victim yet."""
    yield from beginning.report(one, method=Method.EMAIL)
    yield from beginning.first_days(one)
    yield from one.record(
        one.act(one.county.investigator, 1, 11),
        _offer(one, 1, Stage.BEFORE_ACCOUNT, Answer.ACCEPTED),
    )
    yield from beginning.investigation(one, day=7)


def _offer(
    one: InventedCase, day: int, stage: Stage, answer: Answer, reason: str = ""
) -> SupportOffered:
    return SupportOffered(on=one.day(day), victim=1, stage=stage, answer=answer, reason=reason)
