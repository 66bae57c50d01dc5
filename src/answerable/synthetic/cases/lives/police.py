"""The decision with which the police end a case themselves, and its outcome as recorded."""

from __future__ import annotations

import numpy as np

from answerable.records.kinds.decision import Decision, LegalTest, Maker, OutcomeRecorded, What
from answerable.synthetic.cases.chance import Numbers, Truths, whole
from answerable.synthetic.cases.happenings import Block, Said
from answerable.synthetic.cases.lives.life import Ending, Life
from answerable.synthetic.cases.lives.phrases import RATIONALES

OUTCOMES = tuple("" if code == 0 else str(code) for code in range(23))
"""The text of each code by its number."""
_TESTS = list(LegalTest)
_BY_PROSECUTORS = (Ending.CPS_NFA, Ending.CHARGE)


def add(life: Life) -> Block:
    """No further action by the police, on the day on which a case is closed."""
    there = ~life.ends_as(*_BY_PROSECUTORS, Ending.NO_CRIME)
    row = np.flatnonzero(there).astype(np.int32)
    supported = life.ends_as(Ending.EVIDENCE_15)[row]
    closing = life.happened.add(
        Decision,
        row,
        row,
        life.closed[row],
        maker=Maker.POLICE,
        made=What.NO_FURTHER_ACTION,
        test=np.where(supported, _TESTS.index(LegalTest.REFERRAL), _TESTS.index(LegalTest.NONE)),
        rationale=rationales(life, len(row)),
        outcome=Said(life.outcome[row], OUTCOMES),
    )
    record_outcome(life, row, life.closed[row], Maker.POLICE)
    return closing


def record_outcome(life: Life, row: Numbers, decided_on: Numbers, maker: Maker) -> None:
    """The outcome against the crime, on the day of the decision or some days later."""
    chance = life.chance
    later = 1 + whole(chance.days("outcome_recorded_later", 0.8, len(row)))
    same_day: Truths = chance.happens("outcome_recorded_same_day", len(row))
    life.happened.add(
        OutcomeRecorded,
        row,
        row,
        decided_on + np.where(same_day, 0, later),
        outcome=Said(life.outcome[row], OUTCOMES),
        maker=maker,
    )


def rationales(life: Life, size: int) -> Said:
    """The reasons of decisions, empty for some."""
    worded = life.chance.happens("rationale_recorded", size)
    drawn = life.chance.between(1, len(RATIONALES) - 1, size)
    return Said(np.where(worded, drawn, 0), RATIONALES)
