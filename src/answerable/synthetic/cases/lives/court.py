"""Charge and court: hearings, pleas, verdicts for each suspect, sentences, and what is stopped."""

from __future__ import annotations

import numpy as np

from answerable.records.kinds.court import (
    Charged,
    CourtResult,
    HearingHeld,
    HearingKind,
    How,
    Plea,
    PleaOf,
    Sentenced,
    SentenceKind,
    Verdict,
)
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.synthetic.cases.chance import FAR, Numbers, Truths, whole
from answerable.synthetic.cases.happenings import NONE, Block, Said
from answerable.synthetic.cases.lives.life import Life
from answerable.synthetic.cases.lives.police import rationales
from answerable.synthetic.cases.lives.report import OFFENCES, offences
from answerable.synthetic.cases.parameters import number

_HOWS, _PLEAS, _VERDICTS, _SENTENCES = list(How), list(PleaOf), list(Verdict), list(SentenceKind)
_ENDED_BEFORE_TRIAL = [
    _VERDICTS.index(one) for one in (Verdict.NO_EVIDENCE_OFFERED, Verdict.DISCONTINUED)
]
_TERMS = [
    _SENTENCES.index(one)
    for one in (SentenceKind.IMPRISONMENT, SentenceKind.EXTENDED, SentenceKind.LIFE)
]


def add(life: Life) -> Block:
    """From the charge to the sentence. Decisions to stop are handed back."""
    chance, suspects = life.chance, life.suspects
    of = np.flatnonzero(life.charged[suspects.row] < FAR).astype(np.int32)
    _charge(life, of)
    row = np.flatnonzero(life.charged < FAR).astype(np.int32)
    first = life.charged[row] + chance.between(1, 2 * int(number("first_hearing_days")), len(row))
    plea = first + chance.between(14, 2 * int(number("plea_hearing_days")) - 14, len(row))
    life.plea[row] = plea
    guilty = chance.happens("guilty_plea", len(row))
    verdict = chance.answer("verdict", Verdict, len(row))
    stops = ~guilty & np.isin(verdict, _ENDED_BEFORE_TRIAL)
    waits = 14 + whole(chance.days("trial_days", "trial_spread", len(row)))
    trial = plea + waits
    life.trial[row] = np.where(guilty | stops, FAR, trial)
    _hearing(life, HearingKind.FIRST, row, first)
    _hearing(life, HearingKind.PLEA, row, plea)
    _pleas(life, of, plea[np.searchsorted(row, suspects.row[of])], row, guilty)
    _hearing(life, HearingKind.TRIAL, row[~(guilty | stops)], trial[~(guilty | stops)])
    halfway = plea + waits // 2
    stopped = _stop(life, row[stops], halfway[stops])
    result_on = np.where(
        guilty, plea, np.where(stops, halfway, trial + chance.between(2, 9, len(row)))
    )
    _results(
        life,
        of,
        row,
        np.where(guilty, _VERDICTS.index(Verdict.CONVICTED_ON_PLEA), verdict),
        result_on,
    )
    return stopped


def _charge(life: Life, of: Numbers) -> None:
    suspects = life.suspects
    row = suspects.row[of]
    posted = life.charged[row] > life.closed[row]
    of_first_victims = offences(life)[: len(life)]
    life.happened.add(
        Charged,
        of,
        row,
        life.charged[row],
        suspect=suspects.number[of],
        how=np.where(posted, _HOWS.index(How.POSTAL_REQUISITION), _HOWS.index(How.CHARGE)),
        offence=Said(of_first_victims[row], OFFENCES),
    )


def _hearing(life: Life, kind: HearingKind, row: Numbers, on: Numbers) -> None:
    life.happened.add(HearingHeld, row, row, on, hearing=kind)


def _pleas(life: Life, of: Numbers, on: Numbers, row: Numbers, guilty: Truths) -> None:
    suspects = life.suspects
    pleads_guilty = guilty[np.searchsorted(row, suspects.row[of])]
    life.happened.add(
        Plea,
        of,
        suspects.row[of],
        on,
        suspect=suspects.number[of],
        plea=np.where(pleads_guilty, _PLEAS.index(PleaOf.GUILTY), _PLEAS.index(PleaOf.NOT_GUILTY)),
    )


def _stop(life: Life, row: Numbers, on: Numbers) -> Block:
    """The prosecutors stop the case, often after the victim withdrew."""
    return life.happened.add(
        Decision,
        row,
        row,
        on,
        maker=Maker.CPS,
        made=What.NO_EVIDENCE_OFFERED,
        rationale=rationales(life, len(row)),
    )


def _results(life: Life, of: Numbers, row: Numbers, verdict: Numbers, on: Numbers) -> None:
    suspects, chance = life.suspects, life.chance
    place = np.searchsorted(row, suspects.row[of])
    life.happened.add(
        CourtResult,
        of,
        suspects.row[of],
        on[place],
        suspect=suspects.number[of],
        verdict=verdict[place],
    )
    convictions = [n for n, one in enumerate(_VERDICTS) if one.is_conviction]
    convicted = np.isin(verdict[place], convictions)
    guilty, place = of[convicted], place[convicted]
    sentence = chance.answer("sentence", SentenceKind, len(guilty))
    months = chance.between(36, 180, len(guilty))
    life.happened.add(
        Sentenced,
        guilty,
        suspects.row[guilty],
        on[place] + chance.between(14, 60, len(guilty)),
        suspect=suspects.number[guilty],
        sentence=sentence,
        months=np.where(np.isin(sentence, _TERMS), months, NONE),
    )
