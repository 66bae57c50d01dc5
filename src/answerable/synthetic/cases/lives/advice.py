"""Early advice: considered, sought or not, answered, given; and the pilot that some cases join."""

from __future__ import annotations

from datetime import date

import numpy as np

from answerable.records.kinds.advice import (
    AdviceAnswered,
    AdviceConsidered,
    AdviceGiven,
    AdviceRequested,
)
from answerable.records.kinds.pilot import PilotEnrolled
from answerable.synthetic.cases.chance import Numbers, whole
from answerable.synthetic.cases.happenings import NONE, Block, Said
from answerable.synthetic.cases.lives.beginning import EPOCH
from answerable.synthetic.cases.lives.life import Life
from answerable.synthetic.cases.lives.phrases import (
    ADVICE_QUESTIONS,
    ADVICE_STRATEGIES,
    PARAMETERS,
    WHY_ADVICE_REFUSED,
    WHY_NO_ADVICE,
)
from answerable.synthetic.cases.parameters import number

PILOT_FROM = (date(2021, 10, 1) - EPOCH).days
"""The early advice pilot began in October 2021."""
_IN_TEN = 10
_WORDED = len(WHY_NO_ADVICE) - 2


def add(life: Life) -> None:
    """What is considered, asked and answered before the decision."""
    chance, size = life.chance, len(life)
    on = life.reported + whole(chance.days("advice_days", "advice_spread", size))
    on = chance.fitted(on, life.reported, life.worked_until)
    considered = chance.happens("advice_considered", size)
    row = np.flatnonzero(considered).astype(np.int32)
    among = np.full(len(row), number("advice_sought") / number("advice_considered"))
    sought = chance.happens(among, len(row))
    worded = chance.happens("advice_reason", len(row))
    drawn = chance.between(0, 1, len(row))
    why_not = np.where(sought, 0, np.where(worded, _WORDED + drawn, drawn))
    life.happened.add(
        AdviceConsidered,
        row,
        row,
        on[row],
        is_sought=sought,
        why_not=Said(why_not, WHY_NO_ADVICE),
    )
    asked_on = on[row] + chance.between(0, _IN_TEN, len(row))
    asked = sought & chance.happens("advice_requested", len(row))
    asked &= asked_on <= life.worked_until[row]
    row, asked_on = row[asked], asked_on[asked]
    _enrol(life, row, asked_on)
    requests = life.happened.add(AdviceRequested, row, row, asked_on, question=ADVICE_QUESTIONS[0])
    _answers(life, requests)


def _answers(life: Life, requests: Block) -> None:
    chance = life.chance
    row = requests.row[chance.happens("advice_answered", len(requests))]
    asked_on = requests.on[requests.place_of(row)]
    on = asked_on + chance.between(0, 7, len(row))
    accepted = chance.happens("advice_accepted", len(row))
    in_time = on <= life.worked_until[row]
    row, on, accepted = row[in_time], on[in_time], accepted[in_time]
    reasons = np.where(accepted, 0, chance.between(0, 1, len(row)))
    life.happened.add(
        AdviceAnswered,
        row,
        row,
        on,
        names={"request": (requests, requests.place_of(row))},
        is_accepted=accepted,
        reason=Said(reasons, WHY_ADVICE_REFUSED),
        police_told=np.where(accepted, NONE, 1),
    )
    given_on = on + whole(chance.days("advice_wait", 0.7, len(row)))
    given = (
        accepted & chance.happens("advice_given", len(row)) & (given_on <= life.worked_until[row])
    )
    row, given_on = row[given], given_on[given]
    life.happened.add(
        AdviceGiven,
        row,
        row,
        given_on,
        names={"request": (requests, requests.place_of(row))},
        parameters=Said(chance.happens("advice_parameters", len(row)).astype(np.int32), PARAMETERS),
        strategy=Said(
            chance.happens("advice_parameters", len(row)).astype(np.int32), ADVICE_STRATEGIES
        ),
    )


def _enrol(life: Life, row: Numbers, on: Numbers) -> None:
    """Some of those that ask for advice join the pilot, in the forces that take part in it."""
    forces = int(np.ceil(number("pilot_forces") * life.force.max()))
    joins = life.chance.happens("pilot", len(row)) & (on >= PILOT_FROM)
    joins &= life.force[row] <= forces
    life.happened.add(PilotEnrolled, row[joins], row[joins], on[joins])
