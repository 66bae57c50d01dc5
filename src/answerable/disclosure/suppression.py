"""Which further figures are hidden, as few as can be, so that the small ones stay hidden.

The choice is a covering problem. For each small figure that is not safe, linear duality says which
figures would have to give way and by how much: an inequality that every safe choice satisfies
(Fischetti and Salazar, Models and algorithms for optimizing cell suppression in tabular data with
linear constraints, Journal of the American Statistical Association 95, 2000). HiGHS chooses the
fewest figures that satisfy all inequalities found so far, and the attack is made again, until it
finds nothing. The choice is then the best there is, and proven to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from time import monotonic
from typing import Any

import numpy as np

from answerable.disclosure.attack import Attack, Goals, Short
from answerable.disclosure.relations import Counts, Places, Relations, Sum
from answerable.disclosure.solver import TOLERANCE, Covering, NotSolved
from answerable.disclosure.swaps import Swaps

SECONDS = 40.0
"""How long the search for the fewest goes on; after it, what was found is made safe."""


@dataclass(frozen=True)
class Task:
    """What is known, and what may be done about it."""

    relations: Relations
    counts: Counts
    """The true counts, of the known figures alone."""
    lower: Counts
    upper: Counts
    """Bounds of each figure while no further one is hidden."""
    freed_lower: Counts
    freed_upper: Counts
    """Bounds of each figure once it is hidden; as before where it may not be."""
    goals: Goals
    swaps: Swaps | None

    @property
    def is_free(self) -> Any:
        """For each figure whether hiding it would help anything."""
        return (self.freed_upper > self.upper) | (self.freed_lower < self.lower)

    def bounds(self, hidden: Collection[int]) -> tuple[Counts, Counts]:
        """The bounds of each figure when these are hidden too."""
        lower, upper = self.lower.copy(), self.upper.copy()
        at = np.array(sorted(hidden), np.int64)
        lower[at], upper[at] = self.freed_lower[at], self.freed_upper[at]
        return lower, upper


@dataclass(frozen=True, slots=True)
class Choice:
    """What is hidden beyond the small figures."""

    hidden: frozenset[int]
    is_fewest: bool
    """Whether it was proven that fewer would not do."""


def chosen(task: Task, *, seconds: float = SECONDS) -> Choice:
    """The fewest figures to hide so that every goal can be reached.

    Args:
        seconds: of the clock, for the search; what it found by then is made safe, and says so.

    Raises:
        NotSolved: the solver failed, or no choice would do.
    """
    end = monotonic() + seconds
    covering, attack = Covering(), Attack(task.relations, task.goals, task.swaps)
    for one in _along_sums(task):
        covering.add(*one)
    best: set[int] | None = None
    while True:
        fewest, is_proven = covering.fewest(max(1.0, end - monotonic()))
        safe = _made_safe(task, attack, covering, fewest)
        if best is None or len(safe) < len(best):
            best = safe
        if is_proven and len(best) == len(fewest):
            return Choice(frozenset(best), is_fewest=True)
        if monotonic() > end:
            return Choice(frozenset(best), is_fewest=False)


def _made_safe(task: Task, attack: Attack, covering: Covering, hidden: set[int]) -> set[int]:
    """These figures and as many more as it takes, chosen by what helps most at once.

    Every inequality that it comes by is added to the covering.
    """
    hidden = set(hidden)
    while found := attack.short(*task.bounds(hidden)):
        inequalities = [_inequality(task, one) for one in found]
        for one in inequalities:
            covering.add(*one)
        more = _hit(inequalities, hidden)
        if not more:
            raise NotSolved("The solver’s prices do not explain why a goal is not reached.")
        hidden |= more
    return hidden


def _hit(inequalities: list[tuple[Places, Counts]], hidden: set[int]) -> set[int]:
    """Places that satisfy all these inequalities beside the hidden, the most helpful first."""
    chosen: set[int] = set()
    every = [dict(zip(one.tolist(), shares.tolist(), strict=True)) for one, shares in inequalities]
    while left := [shares for shares in every if not _is_satisfied(shares, chosen | hidden)]:
        helps: dict[int, float] = defaultdict(float)
        for shares in left:
            for place in shares.keys() - chosen - hidden:
                helps[place] += shares[place]
        chosen.add(max(sorted(helps), key=lambda one: helps[one]))
    return chosen


def _is_satisfied(shares: dict[int, float], hidden: set[int]) -> bool:
    return sum(shares[one] for one in shares.keys() & hidden) >= 1 - TOLERANCE


def _inequality(task: Task, found: Short) -> tuple[Places, Counts]:
    """Which figures could give way for a goal that cannot be reached, and by what share each."""
    held, gains = 0.0, np.zeros(len(task.lower))
    for prices in found.prices:
        up, down = np.where(prices > TOLERANCE, prices, 0), np.where(prices < -TOLERANCE, prices, 0)
        held += float(up @ task.upper + down @ task.lower)
        gains += up * (task.freed_upper - task.upper) + down * (task.freed_lower - task.lower)
    return _shares(gains, found.goal - held)


def _shares(gains: Counts, missing: float) -> tuple[Places, Counts]:
    if missing <= TOLERANCE:
        raise NotSolved("The solver’s prices do not explain why a goal is not reached.")
    places = np.flatnonzero(gains > TOLERANCE)
    if not len(places):
        raise NotSolved("A hidden figure is pinned whatever else is hidden.")
    return places, np.minimum(gains[places] / missing, 1.0)


def _along_sums(task: Task) -> list[tuple[Places, Counts]]:
    """The inequalities that one sum alone gives: what is seen at a glance along a row."""
    found = []
    for one in task.relations.sums:
        found += _along(task, one)
    return found


def _along(task: Task, one: Sum) -> list[tuple[Places, Counts]]:
    cells = np.array([*one.parts, one.total], np.int64)
    signs = np.array([*[1.0] * len(one.parts), -1.0])
    counts = task.counts[cells]
    rise, fall = task.upper[cells] - counts, counts - task.lower[cells]
    more = (task.freed_upper - task.upper)[cells], (task.lower - task.freed_lower)[cells]
    low, high = _goals_by_place(task)
    found = []
    for upwards in (True, False):
        need = high[cells] - counts if upwards else counts - low[cells]
        for side in (1.0, -1.0):
            # A figure on this side of the sum moves; those on its side must go the other way.
            against = np.where(signs == side, fall if upwards else rise, rise if upwards else fall)
            gains = np.where(signs == side, more[1] if upwards else more[0], 0) + np.where(
                signs == side, 0, more[0] if upwards else more[1]
            )
            missing = np.where(signs == side, need - (against.sum() - against), -np.inf)
            worst = int(missing.argmax())
            if missing[worst] > TOLERANCE:
                others = np.where(np.arange(len(cells)) == worst, 0, gains)
                places, shares = _shares(others, float(missing[worst]))
                found.append((cells[places], shares))
    return found


def _goals_by_place(task: Task) -> tuple[Counts, Counts]:
    low, high = np.full(len(task.counts), np.inf), np.full(len(task.counts), -np.inf)
    low[task.goals.places], high[task.goals.places] = task.goals.low, task.goals.high
    return low, high
