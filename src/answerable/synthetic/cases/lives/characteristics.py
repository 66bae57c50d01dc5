"""What is recorded of the nine protected characteristics of each victim, and what is not."""

from __future__ import annotations

import numpy as np

from answerable.records.codes.characteristics import LISTS, Characteristic
from answerable.records.codes.ethnicity import CJS_18, Observed
from answerable.records.kinds.characteristics import (
    Asker,
    CharacteristicRecorded,
    EthnicityObserved,
    State,
    WhyNotAsked,
)
from answerable.synthetic.cases.chance import Numbers, Truths
from answerable.synthetic.cases.happenings import NONE, Said
from answerable.synthetic.cases.lives.life import Life
from answerable.synthetic.cases.parameters import answers, number

_AGES = tuple(str(years) for years in range(121))
_SEXES = ("female", "male")
_OTHERS = (
    (Characteristic.RACE, "ethnicity", "ethnicity_self_defined"),
    (Characteristic.DISABILITY, "disability", "disability_recorded"),
    (Characteristic.RELIGION, "religion", "religion_recorded"),
    (Characteristic.SEXUAL_ORIENTATION, "orientation", "orientation_recorded"),
    (Characteristic.MARRIAGE, "marriage", "marriage_recorded"),
    (Characteristic.PREGNANCY, "pregnancy", "pregnancy_recorded"),
    (Characteristic.GENDER_REASSIGNMENT, "reassignment", "reassignment_recorded"),
)
"""With the parameter of their answers, and of how often one is recorded."""
_MARRIED_FROM = 16
_PREGNANT_FROM, _PREGNANT_TO = 13, 50
_NOBODY = list(Asker).index(Asker.NOT_KNOWN)
_SPECIALIST = list(Asker).index(Asker.SPECIALIST_OFFICER)
_FOUR_WEEKS = 28
_LATEST = 90


def add(life: Life) -> None:
    """Age and sex on the first day or the second; the others on one later day, some never."""
    victims, chance = life.victims, life.chance
    basics = np.flatnonzero(chance.happens("characteristics_basics", len(victims)))
    _basics(life, basics.astype(np.int32))
    size = len(victims)
    in_time = chance.happens("characteristics_in_time", size)
    after = chance.between(0, np.where(in_time, _FOUR_WEEKS, _LATEST).astype(np.int32), size)
    asked_on = life.reported[victims.row] + after
    for characteristic, answer, share in _OTHERS:
        _other(life, characteristic, answer, number(share), asked_on)
    seen = np.flatnonzero(chance.happens("ethnicity_observed", size)).astype(np.int32)
    life.happened.add(
        EthnicityObserved,
        seen,
        victims.row[seen],
        life.reported[victims.row[seen]],
        victim=victims.number[seen],
        observed=chance.answer("observed", Observed, len(seen)),
    )


def _basics(life: Life, of: Numbers) -> None:
    victims = life.victims
    row = victims.row[of]
    on = life.reported[row] + life.chance.between(0, 1, len(of))
    for characteristic, value in (
        (Characteristic.AGE, Said(victims.age_now[of], _AGES)),
        (Characteristic.SEX, Said(np.where(victims.is_female[of], 0, 1), _SEXES)),
    ):
        life.happened.add(
            CharacteristicRecorded,
            of,
            row,
            on,
            victim=victims.number[of],
            characteristic=characteristic,
            state=State.RECORDED,
            value=value,
            code_list=LISTS[characteristic][0].code,
            asked_by=Asker.FIRST_OFFICER,
        )


def _other(
    life: Life, characteristic: Characteristic, answer: str, share: float, asked_on: Numbers
) -> None:
    """One characteristic: recorded, answered otherwise, not asked for a reason, or no record."""
    victims, chance = life.victims, life.chance
    drawn = chance.even(len(victims))
    not_said, unknown, unasked = (
        number(name) for name in ("prefer_not_to_say", "does_not_know", "not_asked_with_reason")
    )
    bounds = np.cumsum([share, not_said, unknown, unasked])
    order = [State.RECORDED, State.PREFER_NOT_TO_SAY, State.NOT_KNOWN, State.NOT_ASKED]
    found = np.searchsorted(bounds, drawn, side="right")
    of = np.flatnonzero((found < len(order)) & _makes_sense(life, characteristic)).astype(np.int32)
    states = np.array([list(State).index(one) for one in order])[found[of]]
    is_recorded, is_unasked = found[of] == 0, found[of] == order.index(State.NOT_ASKED)
    values = tuple(answers(answer))
    code_list = CJS_18 if characteristic is Characteristic.RACE else LISTS[characteristic][0]
    chosen = chance.answer(answer, values, len(of))
    why = chance.answer("why_not_asked", WhyNotAsked, len(of))
    life.happened.add(
        CharacteristicRecorded,
        of,
        victims.row[of],
        asked_on[of],
        victim=victims.number[of],
        characteristic=characteristic,
        state=states,
        value=Said(np.where(is_recorded, chosen + 1, 0), ("", *values)),
        code_list=Said(is_recorded.astype(np.int32), ("", code_list.code)),
        asked_by=np.where(is_unasked, _NOBODY, _SPECIALIST),
        why_not_asked=np.where(is_unasked, why, NONE),
    )


def _makes_sense(life: Life, characteristic: Characteristic) -> Truths:
    """Whom one asks: nobody of twelve whether they are married, no man whether he is pregnant."""
    victims = life.victims
    if characteristic is Characteristic.MARRIAGE:
        return victims.age_now >= _MARRIED_FROM
    if characteristic is Characteristic.PREGNANCY:
        fertile = (victims.age_now >= _PREGNANT_FROM) & (victims.age_now <= _PREGNANT_TO)
        return victims.is_female & fertile
    return np.ones(len(victims), dtype=np.bool_)
