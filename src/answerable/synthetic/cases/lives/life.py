"""Many cases while they are lived through: who is in them, and the days that the rest hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from answerable.synthetic.cases.chance import FAR, Chance, Numbers, Truths
from answerable.synthetic.cases.happenings import Happenings

FIRST = 1
"""The number of the first victim and of the first suspect."""


class Ending(StrEnum):
    """How a case ends, were it followed to its end."""

    WITHDRAWN_16 = "withdrawn_16"
    WITHDRAWN_14 = "withdrawn_14"
    EVIDENCE_15 = "evidence_15"
    NO_SUSPECT_18 = "no_suspect_18"
    CPS_NFA = "cps_nfa"
    CHARGE = "charge"
    OTHER = "other"
    NO_CRIME = "no_crime"


@dataclass(slots=True)
class Victims:
    """The victims of the cases; a place in each column is one victim."""

    row: Numbers
    number: Numbers
    age: Numbers
    """At the offence."""
    age_now: Numbers
    """At the report."""
    is_female: Truths
    delay: Numbers
    """Days from the offence to the report."""
    preference: Numbers
    """How they would like to be told, whether anybody asks or not: places in `Method`."""
    withdrew: Numbers
    """The day on which they withdraw, FAR where they never do."""

    def __len__(self) -> int:
        return len(self.row)


@dataclass(slots=True)
class Suspects:
    """The suspects who are identified."""

    row: Numbers
    number: Numbers
    identified: Numbers
    interviewed: Numbers
    """The day of the interview under caution, FAR where there is none."""

    def __len__(self) -> int:
        return len(self.row)


@dataclass(slots=True)
class Life:
    """Some cases. Days are since 1970; a day that never comes is FAR."""

    chance: Chance
    happened: Happenings
    last_day: int
    force: Numbers
    reported: Numbers
    recorded: Numbers
    """The crime, as such."""
    pace: NDArray[np.float64]
    """How much longer than usual work takes."""
    ending: Numbers
    """Places in `Ending`."""
    outcome: Numbers
    """Home Office code that the case is closed with; 0 where it is made no crime."""
    no_crime: Numbers
    """The day on which it is made no crime."""
    submitted: Numbers
    """To the prosecutors, for the first time."""
    closed: Numbers
    """The decision with which the investigation ends: of the police, or the prosecutors’ last."""
    victims: Victims
    suspects: Suspects
    account: Numbers
    """The first account of a victim that is more than notes."""
    spoken_to: Numbers
    """The first interview of a suspect."""
    charged: Numbers
    plea: Numbers
    trial: Numbers

    def __len__(self) -> int:
        return len(self.force)

    def ends_as(self, *endings: Ending) -> Truths:
        """Which cases end in one of some ways."""
        return np.isin(self.ending, [list(Ending).index(one) for one in endings])

    @property
    def worked_until(self) -> Numbers:
        """The last day on which the police work on a case by themselves."""
        return np.minimum(self.closed, self.submitted)

    def stage(self, row: Numbers, on: Numbers) -> Numbers:
        """How far cases had come by some days, as places in `stages.Stage`."""
        account, spoken_to = self.account[row] <= on, self.spoken_to[row] <= on
        found = np.where(spoken_to, 2, np.where(account, 1, 0))
        for place, milestone in (
            (3, self.submitted),
            (7, np.where(self.charged < FAR, FAR, self.closed)),
            (4, self.charged),
            (5, self.plea),
            (6, self.trial),
        ):
            found = np.where(milestone[row] <= on, place, found)
        return found.astype(np.int32)
