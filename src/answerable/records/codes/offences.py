"""Offences: the Home Office’s classes of rape, and the codes of the criminal justice system.

“Adult” means 16 and over in these classes; the prosecutors’ flag says 18 and over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.records.kinds.report import Inchoate
from answerable.statute import Confidence

CITATION = "Home Office offence classification of rape, as a force publishes it"
SOURCE = (
    "https://www.met.police.uk/foi-ai/metropolitan-police/disclosure-2023/november-2023/"
    "data-concerning-rape-april2017-2022/"
)
CONFIDENCE = Confidence.CONFIRMED
IN_FORCE_FROM = date(2004, 5, 1)


@dataclass(frozen=True, slots=True)
class RapeClass:
    """One of the Home Office’s classes of rape. An attempt counts in the same class."""

    code: str
    label: str
    sex: str
    """“female” or “male”; empty where the class does not say."""
    age_from: int | None = None
    """The youngest age of a victim in the class, in whole years; None: no lower end."""
    age_below: int | None = None
    """The age that a victim has not reached; None: no upper end."""

    def fits_age(self, age: int) -> bool:
        """Whether a victim of this age at the offence can be in the class."""
        return (self.age_from is None or age >= self.age_from) and (
            self.age_below is None or age < self.age_below
        )


RAPE: Mapping[str, RapeClass] = {
    one.code: one
    for one in (
        RapeClass("19C", "Rape of a female aged 16 and over", "female", age_from=16),
        RapeClass("19D", "Rape of a female aged under 16", "female", age_below=16),
        RapeClass("19E", "Rape of a female aged under 13", "female", age_below=13),
        RapeClass("19F", "Rape of a male aged 16 and over", "male", age_from=16),
        RapeClass("19G", "Rape of a male aged under 16", "male", age_below=16),
        RapeClass("19H", "Rape of a male aged under 13", "male", age_below=13),
        RapeClass("19J", "Rape by several undefined offenders", ""),
        RapeClass("19K", "Rape by several undefined offenders", ""),
    )
}
"""The classes by code."""

_CJS = re.compile(r"[A-Z]{2}[0-9]{5}([ABCI]?)")
_ROLES = {
    "": Inchoate.COMPLETED,
    "A": Inchoate.ATTEMPT,
    "B": Inchoate.AIDING,
    "C": Inchoate.CONSPIRACY,
    "I": Inchoate.INCITEMENT,
}


def is_rape(code: str) -> bool:
    """Whether a code is one of the Home Office’s classes of rape."""
    return code in RAPE


def is_offence_code(code: str) -> bool:
    """Whether a code is a class of rape, or has the shape of a code of the criminal justice
    system: two letters and five figures, with at most a letter for an inchoate offence."""
    return code in RAPE or _CJS.fullmatch(code) is not None


def inchoate_of(code: str) -> Inchoate | None:
    """What the last letter of a code of the criminal justice system says; None of other codes."""
    found = _CJS.fullmatch(code)
    return _ROLES[found[1]] if found else None
