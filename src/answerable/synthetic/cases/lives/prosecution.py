"""Cases with the prosecutors: referred, submitted once or twice, decided, disagreed about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from answerable.records.event import Side
from answerable.records.kinds.communication import Communicated, Direction, Form
from answerable.records.kinds.decision import Decision, LegalTest, Maker, What
from answerable.records.kinds.disagreement import DisagreementRaised, DisagreementResolved, Result
from answerable.records.kinds.meeting import MeetingHeld, Mode
from answerable.records.kinds.plan import Plan
from answerable.records.kinds.submission import (
    Consulted,
    Purpose,
    SubmissionTriaged,
    Submitted,
    Track,
)
from answerable.synthetic.cases.chance import FAR, Numbers, Truths
from answerable.synthetic.cases.happenings import Block, Said
from answerable.synthetic.cases.lives.life import Ending, Life
from answerable.synthetic.cases.lives.phrases import LETTERS, WHY_DISAGREED, WHY_RETURNED
from answerable.synthetic.cases.lives.plan import add_items
from answerable.synthetic.cases.lives.police import OUTCOMES, rationales, record_outcome
from answerable.synthetic.cases.parameters import answers

_TESTS, _MADE = list(LegalTest), list(What)
_LONG_ENOUGH = 8
"""Days with the prosecutors within which a file can come back a second time."""
_PUBLIC_INTEREST = 9
_FORTNIGHT = 14
_WRITTEN = {"letter": 0.2, "email": 0.6, "system_message": 0.2}
_DETAILS = (
    *("investigator_named", "investigator_telephone", "investigator_email"),
    *("prosecutor_named", "prosecutor_telephone", "prosecutor_email"),
)


@dataclass(frozen=True, slots=True)
class _Course:
    """How each case that goes to the prosecutors fares with them."""

    row: Numbers
    submitted: Numbers
    decided: Numbers
    returned: Truths
    """At the first triage."""
    sent_back: Truths
    """For further work, after it was accepted."""

    def part(self, share: float) -> Numbers:
        """The day when a share of the days to the decision has passed."""
        return (self.submitted + (self.decided - self.submitted) * share).astype(np.int32)


def add(life: Life) -> Block:
    """From the referral to the prosecutors’ decision, which is handed back."""
    course = _course(life)
    _refer(life, course)
    first = _submit(life, course, np.ones(len(course.row), np.bool_), course.submitted)
    _triage(life, course, first, course.part(0.15), ~course.returned)
    _further_work(life, course)
    again = course.returned | course.sent_back
    second = _submit(life, course, again, course.part(0.7))
    accepted = np.ones(len(course.row), np.bool_)
    _triage(life, course, second, course.part(0.75), accepted)
    _consult(life, course, first, ~again)
    _consult(life, course, second, again)
    _meet(life, course)
    _write(life, course)
    decided = _decide(life, course)
    _disagree(life, decided)
    return decided


def _course(life: Life) -> _Course:
    chance = life.chance
    row = np.flatnonzero(life.submitted < FAR).astype(np.int32)
    submitted, decided = life.submitted[row], life.closed[row]
    long_enough = decided - submitted >= _LONG_ENOUGH
    returned = long_enough & chance.happens("submission_returned", len(row))
    sent_back = long_enough & ~returned & chance.happens("further_work", len(row))
    return _Course(row, submitted, decided, returned, sent_back)


def _refer(life: Life, course: _Course) -> None:
    ahead = life.chance.between(0, 7, len(course.row))
    earliest = life.recorded[course.row]
    suspects = life.suspects
    known = np.full(len(life), FAR, np.int32)
    np.minimum.at(known, suspects.row, suspects.identified)
    earliest = np.maximum(earliest, known[course.row])
    life.happened.add(
        Decision,
        course.row,
        course.row,
        np.clip(course.submitted - ahead, earliest, course.submitted),
        maker=Maker.POLICE,
        made=What.REFER,
        test=LegalTest.REFERRAL,
        rationale=rationales(life, len(course.row)),
    )


def _submit(life: Life, course: _Course, which: Truths, on: Numbers) -> Block:
    chance = life.chance
    row = course.row[which]
    threshold = chance.happens("threshold", len(row))
    purposes, tracks = list(Purpose), list(Track)
    return life.happened.add(
        Submitted,
        row,
        row,
        on[which],
        purpose=np.where(
            threshold, purposes.index(Purpose.THRESHOLD), purposes.index(Purpose.FULL_CODE)
        ),
        track=np.where(threshold, tracks.index(Track.DAYS_5), tracks.index(Track.DAYS_28)),
        in_custody=threshold,
        is_full_file=~threshold & chance.happens("full_file", len(row)),
    )


def _triage(life: Life, course: _Course, submissions: Block, on: Numbers, accepted: Truths) -> None:
    """Most are looked at; what is returned is looked at always."""
    chance = life.chance
    place = np.searchsorted(course.row, submissions.row)
    looked_at = chance.happens("submission_triaged", len(place)) | ~accepted[place]
    row, place = submissions.row[looked_at], place[looked_at]
    taken = accepted[place]
    drawn = chance.between(0, len(WHY_RETURNED) - 1, len(row))
    life.happened.add(
        SubmissionTriaged,
        row,
        row,
        on[place],
        names={"submission": (submissions, submissions.place_of(row))},
        is_accepted=taken,
        is_full_file=taken & chance.happens("full_file", len(row)),
        reason=Said(np.where(taken, 0, drawn + 1), ("", *WHY_RETURNED)),
    )


def _further_work(life: Life, course: _Course) -> None:
    """The prosecutors ask for more: a decision, and items of the action plan until the file is
    sent again."""
    row = course.row[course.sent_back]
    on, until = course.part(0.3)[course.sent_back], course.part(0.7)[course.sent_back]
    life.happened.add(
        Decision,
        row,
        row,
        on,
        maker=Maker.CPS,
        made=What.FURTHER_WORK,
        rationale=rationales(life, len(row)),
    )
    add_items(life, row, on, until, Plan.ACTION)


def _consult(life: Life, course: _Course, submissions: Block, which: Truths) -> None:
    place = np.searchsorted(course.row, submissions.row)
    held = which[place] & life.chance.happens("consulted", len(place))
    row = submissions.row[held]
    life.happened.add(
        Consulted,
        row,
        row,
        course.part(0.85)[place[held]],
        names={"submission": (submissions, submissions.place_of(row))},
    )


def _meet(life: Life, course: _Course) -> None:
    """Before no further action, for some."""
    chance = life.chance
    dropped = life.ends_as(Ending.CPS_NFA)[course.row]
    met = np.flatnonzero(dropped & chance.happens("meeting_held", len(dropped)))
    row = course.row[met]
    on = np.maximum(course.decided[met] - chance.between(0, 10, len(met)), course.part(0.8)[met])
    life.happened.add(
        MeetingHeld,
        row,
        row,
        on,
        mode=chance.answer("meeting_mode", Mode, len(met)),
        police_present=True,
        prosecutor_present=True,
    )


def _write(life: Life, course: _Course) -> None:
    """Letters between the two sides, with or without whom to ask."""
    chance = life.chance
    counts = tuple(answers("letters"))
    count = np.array([int(one) for one in counts])[
        chance.answer("letters", counts, len(course.row))
    ]
    row, first, last = (
        np.repeat(one, count) for one in (course.row, course.submitted, course.decided)
    )
    size = len(row)
    whole = chance.happens("contact_details", size)
    details = {name: whole | (chance.even(size) < _HALF) for name in _DETAILS}
    life.happened.add(
        Communicated,
        np.arange(size, dtype=np.int32),
        row,
        chance.between(first, last, size),
        direction=chance.weighted({"police_to_cps": 1, "cps_to_police": 1}, Direction, size),
        form=chance.weighted(_WRITTEN, Form, size),
        subject=Said(chance.between(0, len(LETTERS) - 1, size), LETTERS),
        **details,
    )


_HALF = 0.5


def _decide(life: Life, course: _Course) -> Block:
    row = course.row
    charging = life.ends_as(Ending.CHARGE)[row]
    public = life.outcome[row] == _PUBLIC_INTEREST
    against = np.where(
        public, _TESTS.index(LegalTest.PUBLIC_INTEREST), _TESTS.index(LegalTest.EVIDENTIAL)
    )
    decided = life.happened.add(
        Decision,
        row,
        row,
        course.decided,
        maker=Maker.CPS,
        made=np.where(charging, _MADE.index(What.CHARGE), _MADE.index(What.NO_FURTHER_ACTION)),
        test=np.where(charging, _TESTS.index(LegalTest.FULL_CODE), against),
        rationale=rationales(life, len(row)),
        outcome=Said(life.outcome[row], OUTCOMES),
    )
    record_outcome(life, row, course.decided, Maker.CPS)
    return decided


def _disagree(life: Life, decided: Block) -> None:
    """The police disagree with some decisions of no further action; none is changed."""
    chance = life.chance
    dropped = life.ends_as(Ending.CPS_NFA)[decided.row]
    place = np.flatnonzero(dropped & chance.happens("disagreement", len(dropped)))
    row = decided.row[place]
    raised = life.happened.add(
        DisagreementRaised,
        row,
        row,
        decided.on[place] + chance.between(0, 5, len(row)),
        names={"decision": (decided, place)},
        raised_by=Side.POLICE,
        reason=WHY_DISAGREED[0],
    )
    in_time = chance.happens("disagreement_in_time", len(row))
    lasts = np.where(
        in_time,
        chance.between(0, _FORTNIGHT, len(row)),
        chance.between(_FORTNIGHT + 1, 6 * _FORTNIGHT, len(row)),
    )
    life.happened.add(
        DisagreementResolved,
        row,
        row,
        raised.on + lasts,
        names={"disagreement": (raised, raised.place_of(row))},
        level=chance.between(1, 2, len(row)),
        result=chance.weighted({"agreed": 0.6, "side_gave_way": 0.4}, Result, len(row)),
        decision_changed=False,
    )
