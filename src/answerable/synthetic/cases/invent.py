"""Inventing cases: part after part, each from its own seed, so that any number of them fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from answerable.records.event import Event
from answerable.synthetic.cases.chance import Chance, Numbers
from answerable.synthetic.cases.forces import Force
from answerable.synthetic.cases.happenings import Events
from answerable.synthetic.cases.lives import Life, live
from answerable.synthetic.cases.lives.beginning import EPOCH, backlog

PART = 50_000
"""Cases that are invented at once. With another number the same seed gives other cases."""
_FOR_BACKLOG = 2**32 - 1
"""The part of the seed from which the backlog of all parts is drawn."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some invented cases, and everything that was recorded of them by the last day."""

    first_case: int
    """The number of its first case; the others follow."""
    force: Numbers
    """The number of the force of each case."""
    life: Life
    events: Mapping[type[Event], Events]


@dataclass(frozen=True, slots=True)
class Invention:
    """What is to be invented. The same values give the same cases to the byte."""

    forces: tuple[Force, ...]
    cases: int
    seed: int
    known_until: date
    """The last day of which anything is known, inclusive."""

    def parts(self) -> Iterator[Part]:
        """The cases in parts, numbered from 1 in the order of the parts."""
        last_day = (self.known_until - EPOCH).days
        backlogs = backlog(len(self.forces), last_day, Chance(self.seed, _FOR_BACKLOG))
        for part, first in enumerate(range(1, self.cases + 1, PART)):
            chance = Chance(self.seed, part)
            size = min(PART, self.cases + 1 - first)
            force = self._forces(size, chance)
            life = live(force, backlogs, last_day, chance)
            yield Part(first, force, life, life.happened.recorded_by(last_day, chance))

    def _forces(self, size: int, chance: Chance) -> Numbers:
        shares = np.cumsum([force.share for force in self.forces])
        drawn = chance.even(size) * shares[-1]
        return (np.searchsorted(shares, drawn, side="right") + 1).astype(np.int32)
