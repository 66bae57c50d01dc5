"""Telling victims of decisions and of suspects’ steps: in time, late, in vain, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from answerable.records.kinds.telling import (
    Method,
    NoticeAttempt,
    Teller,
    Told,
    ToldOfStep,
    Uncontactable,
)
from answerable.synthetic.cases.chance import FAR, Numbers, Truths, whole
from answerable.synthetic.cases.happenings import NONE, Block
from answerable.synthetic.cases.lives.life import FIRST, Ending, Life
from answerable.synthetic.cases.lives.phrases import WHY_GIVEN_UP
from answerable.synthetic.cases.parameters import answers

_WAYS = tuple(answers("told"))
_TELLERS = {
    "investigator": 0.6,
    "specialist_officer": 0.3,
    "supervisor": 0.05,
    "support_worker": 0.05,
}
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Telling:
    """Who was told of some decisions, and whether they may ask for a review."""

    decisions: Block
    told: Block
    """About victims."""
    may_ask: Truths
    """By victim of all the cases."""


def add(life: Life, decisions: Iterable[Block]) -> tuple[Telling, ...]:
    """Tell the victims of each decision; of some, a few times in vain."""
    return tuple(_tell(life, one) for one in decisions)


def _tell(life: Life, decisions: Block) -> Telling:
    victims, chance = life.victims, life.chance
    of = np.flatnonzero(decisions.has(victims.row)).astype(np.int32)
    place = decisions.place_of(victims.row[of])
    way = chance.answer("told", _WAYS, len(of))
    decided_on = decisions.on[place]
    late = 2 + whole(chance.days("told_late", 1.0, len(of)))
    in_time = chance.between(0, 1, len(of))
    on = decided_on + np.where(way == _WAYS.index("in_time"), in_time, late)
    is_told = way < _WAYS.index("attempts")
    may_ask = _may_ask(life, decisions)
    said = of[is_told]
    right = np.where(chance.happens("told_review_right", len(said)), 1, 0)
    told = life.happened.add(
        Told,
        said,
        victims.row[said],
        on[is_told],
        names={"decision": (decisions, place[is_told])},
        victim=victims.number[said],
        method=_methods(life, said),
        teller=chance.weighted(_TELLERS, Teller, len(said)),
        explained=chance.happens("told_explained", len(said)),
        support_offered=chance.happens("told_support", len(said)),
        review_right_offered=np.where(may_ask[said], right, NONE),
    )
    in_vain = way == _WAYS.index("attempts")
    _attempts(life, decisions, of[in_vain], place[in_vain])
    return Telling(decisions, told, may_ask)


def _methods(life: Life, of: Numbers) -> Numbers:
    """How victims are told: mostly as they would like, else as it comes."""
    chance = life.chance
    as_wished = chance.happens("told_as_wished", len(of))
    other = chance.answer("preference", Method, len(of))
    return np.where(as_wished, life.victims.preference[of], other)


def _may_ask(life: Life, decisions: Block) -> Truths:
    """By victim: a suspect was interviewed, and the victim supports the case to its end."""
    victims = life.victims
    kept = life.ends_as(Ending.EVIDENCE_15, Ending.CPS_NFA)
    heard = life.spoken_to < FAR
    found: Truths = (kept & heard)[victims.row] & decisions.has(victims.row)
    return found


def _attempts(life: Life, decisions: Block, of: Numbers, place: Numbers) -> None:
    victims, chance = life.victims, life.chance
    on = decisions.on[place]
    for _ in range(_ATTEMPTS):
        on = on + chance.between(0, 4, len(of))
        life.happened.add(
            NoticeAttempt,
            of,
            victims.row[of],
            on,
            names={"decision": (decisions, place)},
            victim=victims.number[of],
            method=Method.TELEPHONE,
            teller=Teller.INVESTIGATOR,
        )
    life.happened.add(
        Uncontactable,
        of,
        victims.row[of],
        on + chance.between(0, 3, len(of)),
        names={"decision": (decisions, place)},
        victim=victims.number[of],
        reason=WHY_GIVEN_UP[0],
    )


def add_steps(life: Life, statuses: Iterable[Block]) -> None:
    """Tell the first victim of a case what became of a suspect."""
    chance = life.chance
    for block in statuses:
        place = np.flatnonzero(chance.happens("told_of_step", len(block))).astype(np.int32)
        size = len(place)
        late = 2 + whole(chance.days("told_late", 1.0, size))
        in_time = chance.happens("told_of_step_in_time", size)
        life.happened.add(
            ToldOfStep,
            place,
            block.row[place],
            block.on[place] + np.where(in_time, chance.between(0, 1, size), late),
            names={"status": (block, place)},
            victim=FIRST,
            method=chance.answer("preference", Method, size),
            teller=chance.weighted(_TELLERS, Teller, size),
        )
