"""Victims who withdraw, who come back, and with whom contact is lost: never the same thing."""

from __future__ import annotations

import numpy as np

from answerable.records.codes.withdrawal import Reason
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ContactLost, ReEngaged, Statement, Withdrawal
from answerable.synthetic.cases.chance import FAR, Numbers, whole
from answerable.synthetic.cases.happenings import NONE, Block, Said
from answerable.synthetic.cases.lives.life import Ending, Life
from answerable.synthetic.cases.lives.phrases import TRIED, VICTIMS_WORDS
from answerable.synthetic.cases.parameters import answers

_DECLINED = list(Reason).index(Reason.DECLINED_TO_SAY)
_RECORDED = tuple(answers("closed_as_withdrawn"))
_FIRST = 1


def add(life: Life) -> None:
    """Those for whom a case is closed, those who withdraw all the same, and those who come back."""
    victims, chance = life.victims, life.chance
    size = len(victims)
    recorded = chance.answer("closed_as_withdrawn", _RECORDED, size)
    gone = victims.withdrew < FAR
    lost = np.flatnonzero(gone & (recorded == _RECORDED.index("contact_lost"))).astype(np.int32)
    life.happened.add(
        ContactLost,
        lost,
        victims.row[lost],
        victims.withdrew[lost],
        victim=victims.number[lost],
        attempts=chance.between(1, 6, len(lost)),
        what_was_tried=TRIED[0],
    )
    on = _on(life, gone & (recorded == _RECORDED.index("withdrawal")))
    of = np.flatnonzero(on < FAR).astype(np.int32)
    withdrawals = _withdrawals(life, of, on[of])
    _coming_back(life, withdrawals)


def _on(life: Life, gone: Numbers) -> Numbers:
    """The day on which each victim withdraws, FAR where they do not."""
    victims, chance = life.victims, life.chance
    size = len(victims)
    on = np.where(gone, victims.withdrew, FAR)
    of_case = victims.row
    first = victims.number == _FIRST
    though_15 = chance.happens("withdraws_though_15", size) & first
    though_15 &= life.ends_as(Ending.EVIDENCE_15)[of_case]
    comes_back = chance.happens("comes_back", size) & first & (victims.withdrew == FAR)
    comes_back &= life.closed[of_case] - life.reported[of_case] > _LONG_ENOUGH
    comes_back &= life.ends_as(Ending.EVIDENCE_15, Ending.CPS_NFA, Ending.CHARGE)[of_case]
    halfway = chance.between(life.reported[of_case], life.worked_until[of_case], size)
    return np.where(though_15 | comes_back, halfway, on).astype(np.int32)


def _withdrawals(life: Life, of: Numbers, on: Numbers) -> Block:
    victims, chance = life.victims, life.chance
    size = len(of)
    row = victims.row[of]
    reason = chance.answer("withdrawal_reasons", Reason, size)
    second = chance.answer("withdrawal_reasons", Reason, size)
    several = chance.happens("second_reason", size) & (second != reason)
    several &= (reason != _DECLINED) & (second != _DECLINED)
    known = chance.happens("withdrawal_reason", size)
    reasons = np.stack(
        [np.where(known, reason, NONE), np.where(known & several, second, NONE)], axis=1
    )
    worded = chance.happens("withdrawal_words", size)
    words = np.where(worded, chance.between(1, len(VICTIMS_WORDS) - 1, size), 0)
    return life.happened.add(
        Withdrawal,
        of,
        row,
        on,
        victim=victims.number[of],
        victims_words=Said(words, VICTIMS_WORDS),
        stage=life.stage(row, on),
        reasons=reasons,
        through=chance.answer("withdrawal_through", Through, size),
        statement=chance.answer("withdrawal_held", Statement, size),
    )


def _coming_back(life: Life, withdrawals: Block) -> None:
    """Who withdraws from a case that goes on to the prosecutors comes back, and some others do."""
    chance, victims = life.chance, life.victims
    row = withdrawals.row
    still = life.victims.withdrew[withdrawals.of] == FAR
    back = still & (
        life.ends_as(Ending.CPS_NFA, Ending.CHARGE)[row] | chance.happens("comes_back_15", len(row))
    )
    on = withdrawals.on + 1 + whole(chance.days("comes_back_days", 0.8, len(row)))
    back &= on <= life.worked_until[row]
    place = np.flatnonzero(back).astype(np.int32)
    of = withdrawals.of[place]
    life.happened.add(
        ReEngaged,
        of,
        victims.row[of],
        on[place],
        names={"withdrawal": (withdrawals, place)},
        victim=victims.number[of],
        through=Through.THEMSELVES,
    )


_LONG_ENOUGH = 30
"""Days of a case within which somebody can withdraw and come back."""
