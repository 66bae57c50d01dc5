"""The report, the crime as recorded, and who is in the case."""

from __future__ import annotations

import numpy as np

from answerable.records.codes.not_crimes import NOT_CRIMES
from answerable.records.kinds.people import Relationship, SuspectIdentified, VictimIdentified
from answerable.records.kinds.report import (
    Channel,
    CrimeRecorded,
    Inchoate,
    NotACrime,
    OffenceAlleged,
    Reported,
    Reporter,
)
from answerable.synthetic.cases.chance import FAR, Numbers
from answerable.synthetic.cases.happenings import Said
from answerable.synthetic.cases.lives.life import Life
from answerable.synthetic.cases.lives.phrases import WHY_NO_CRIME
from answerable.synthetic.cases.parameters import answers

OFFENCES = ("19C", "19D", "19E", "19F", "19G", "19H")
_SIXTEEN, _THIRTEEN = 16, 13
_YEAR = 365
_STAYS_REPORT = "N"
"""With these codes it never was a recorded crime; with the others it was, and is cancelled."""


def add(life: Life) -> None:
    """Report, victims, offences, the crime, suspects, and what is made no crime."""
    chance, size = life.chance, len(life)
    everybody = np.arange(size, dtype=np.int32)
    life.happened.add(
        Reported,
        everybody,
        everybody,
        life.reported,
        channel=chance.answer("channel", Channel, size),
        reporter=chance.answer("reporter", Reporter, size),
    )
    _victims(life)
    codes = tuple(answers("no_crime_code"))
    code = chance.answer("no_crime_code", codes, size)
    stays = np.array([one.startswith(_STAYS_REPORT) for one in codes])[code]
    recorded = np.flatnonzero((life.no_crime == FAR) | ~stays).astype(np.int32)
    life.happened.add(CrimeRecorded, recorded, recorded, life.recorded[recorded])
    _suspects(life)
    no_crime = np.flatnonzero(life.no_crime < FAR).astype(np.int32)
    life.happened.add(
        NotACrime,
        no_crime,
        no_crime,
        life.no_crime[no_crime],
        code=Said(code[no_crime], tuple(one for one in codes if one in NOT_CRIMES)),
        reason=WHY_NO_CRIME[0],
    )


def _victims(life: Life) -> None:
    victims, chance = life.victims, life.chance
    all_of_them = np.arange(len(victims), dtype=np.int32)
    reported = life.reported[victims.row]
    life.happened.add(
        VictimIdentified,
        all_of_them,
        victims.row,
        reported,
        victim=victims.number,
        age=victims.age,
        enhanced_rights=chance.happens("enhanced_rights", len(victims)),
    )
    last = reported - victims.delay
    span = np.where(victims.delay > _YEAR, chance.between(0, _YEAR, len(victims)), 0)
    attempt = chance.happens("attempt", len(victims))
    inchoate = tuple(Inchoate)
    life.happened.add(
        OffenceAlleged,
        all_of_them,
        victims.row,
        reported,
        victim=victims.number,
        offence=Said(offences(life), OFFENCES),
        inchoate=np.where(
            attempt, inchoate.index(Inchoate.ATTEMPT), inchoate.index(Inchoate.COMPLETED)
        ),
        from_on=last - span,
        to_on=last,
    )


def offences(life: Life) -> Numbers:
    """The class by the victim’s sex and age, as a place in `OFFENCES`."""
    victims = life.victims
    by_age = np.where(victims.age >= _SIXTEEN, 0, np.where(victims.age >= _THIRTEEN, 1, 2))
    return (by_age + np.where(victims.is_female, 0, 3)).astype(np.int32)


def _suspects(life: Life) -> None:
    suspects = life.suspects
    everybody = np.arange(len(suspects), dtype=np.int32)
    life.happened.add(
        SuspectIdentified,
        everybody,
        suspects.row,
        suspects.identified,
        suspect=suspects.number,
        relationship=life.chance.answer("relationship", Relationship, len(suspects)),
    )
