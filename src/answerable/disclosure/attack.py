"""What somebody can work out from what is shown: the attack that every release has to withstand.

An attack looks for counts that fit everything shown and everything that holds between them. Each
set of counts that fits is a witness: whatever value a hidden figure has in it, nobody can rule
that value out. One witness serves many figures, so that few programmes have to be solved.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from answerable.disclosure.possible import Extreme, Possible
from answerable.disclosure.relations import Counts, Places, Relations
from answerable.disclosure.solver import TOLERANCE
from answerable.disclosure.swaps import Swaps


@dataclass(frozen=True)
class Goals:
    """What must remain possible, for all that anybody can work out."""

    places: Places
    """Figures that must be able to have every value from `low` to `high`."""
    low: Counts
    high: Counts
    pairs: Places
    """Figures by twos, of which the second less the first must be able to have ..."""
    spread: float
    """... values so far apart, wherever they lie, ..."""
    few: float
    """... unless it cannot be one to so many, either way."""
    further: Places
    """Pairs of which the same holds as far as it did before the last release: whoever could tell
    one then, can."""
    before: tuple[Counts, Counts]
    """The least and greatest count of each figure before the last release."""

    @cached_property
    def every_pair(self) -> Places:
        """The pairs of both kinds."""
        return np.concatenate([self.pairs, self.further])


@dataclass(frozen=True, slots=True)
class Short:
    """A goal that cannot be reached."""

    figures: tuple[int, ...]
    """The figure that cannot get as far as it must; or the two between which too little can be."""
    reach: float
    """How far it gets, downwards with its sign turned; or how far apart the differences are."""
    goal: float
    """How far it must get, likewise."""
    prices: tuple[Counts, ...]
    """What would have to give way, as `Extreme.prices`; for two figures in both directions."""


class Attack:
    """An attack on one set of relations, under bounds that may change; it remembers witnesses.

    Args:
        swaps: moves in the one table that there is; None where there are several.
    """

    def __init__(self, relations: Relations, goals: Goals, swaps: Swaps | None) -> None:
        self._relations = relations
        self._goals = goals
        self._swaps = swaps
        self._witnesses: list[Counts] = []
        self._further = set(map(tuple, goals.further.tolist()))
        self._told_before: set[tuple[int, ...]] = set()

    def short(self, lower: Counts, upper: Counts) -> list[Short]:
        """Goals that cannot be reached, with how far one gets; none: everything is safe.

        No more than `AT_MOST` of each kind: what is done about those mends others too.

        Raises:
            NotSolved: the solver gave no answer, so nothing is known to be safe.
        """
        possible = Possible(self._relations, lower, upper)
        under = _Under(possible, lower, upper, self._kept(lower, upper))
        goals = self._goals
        found = [
            *_short_of(under, self._not_swapped(goals.high, lower, upper), 1.0),
            *_short_of(under, _turned(self._not_swapped(goals.low, lower, upper)), -1.0),
            *self._too_close(under),
        ]
        self._witnesses = under.witnesses[-_REMEMBERED:]
        return found

    def _too_close(self, under: _Under) -> list[Short]:
        """The pairs that are too close now, and were not before."""
        every = self._goals.every_pair
        while True:
            left = [
                at for at, pair in enumerate(every.tolist()) if tuple(pair) not in self._told_before
            ]
            found = _too_close(under, self._goals, every[left])
            told = {one.figures for one in found if self._was_told(one.figures)}
            self._told_before |= told
            new = [one for one in found if one.figures not in told]
            # Those that were told before may have taken the room of others.
            if new or not told:
                return new

    def _was_told(self, pair: tuple[int, ...]) -> bool:
        if pair not in self._further:
            return False
        return bool(_too_close(self._before, self._goals, np.array([pair], np.int64)))

    @cached_property
    def _before(self) -> _Under:
        lower, upper = self._goals.before
        return _Under(Possible(self._relations, lower, upper), lower, upper, [])

    def _not_swapped(self, ends: Counts, lower: Counts, upper: Counts) -> dict[int, float]:
        """Each figure with its goal, but those that swaps alone bring there."""
        goals = dict(zip(self._goals.places.tolist(), ends.tolist(), strict=True))
        if not self._swaps:
            return goals
        where = dict(
            zip(self._swaps.grid.ravel().tolist(), np.ndindex(self._swaps.grid.shape), strict=True)
        )
        left = {}
        for place, goal in goals.items():
            found = self._swaps.reach(where[place], goal, lower, upper)
            if found is None or not self._is_witness(found, lower, upper):
                left[place] = goal
        return left

    def _is_witness(self, counts: Counts, lower: Counts, upper: Counts) -> bool:
        """Whether counts, wherever they come from, fit what is shown and all that holds."""
        inside = (counts >= lower - TOLERANCE).all() and (counts <= upper + TOLERANCE).all()
        return bool(inside) and self._relations.hold_of(counts)

    def _kept(self, lower: Counts, upper: Counts) -> list[Counts]:
        """The witnesses of earlier attacks that these bounds allow too."""
        return [one for one in self._witnesses if self._is_witness(one, lower, upper)]


AT_MOST = 40
"""Goals of one kind that an attack says cannot be reached."""
_PAYS = 2
"""A push of many pairs at once has to settle as many; fewer are sooner asked one by one."""
_REMEMBERED = 400
"""Witnesses that are kept from one attack to the next."""


@dataclass
class _Under:
    """The possible counts under some bounds, with the witnesses seen."""

    possible: Possible
    lower: Counts
    upper: Counts
    witnesses: list[Counts]

    def largest(self, weights: Counts) -> Extreme:
        """As `Possible.largest`, and remembered."""
        extreme = self.possible.largest(weights)
        self.witnesses.append(extreme.counts)
        return extreme


def _short_of(under: _Under, goals: dict[int, float], sign: float) -> list[Short]:
    """The figures that do not reach their goal; with the sign, that of the figure turned."""
    left = dict(goals)
    for one in under.witnesses:
        left = _still(one, left, sign)
    left = _pushed_together(under, left, sign)
    found: list[Short] = []
    while left and len(found) < AT_MOST:
        place = next(iter(left))
        extreme = under.largest(_weights(len(under.lower), [place], sign))
        left = _still(extreme.counts, left, sign)
        if place in left:
            reach = sign * float(extreme.counts[place])
            found.append(Short((place,), reach, left.pop(place), (extreme.prices,)))
    return found


def _pushed_together(under: _Under, goals: dict[int, float], sign: float) -> dict[int, float]:
    """Push all of them at once, again and again; the goals that no push reached."""
    lower, upper, left = under.lower, under.upper, dict(goals)
    while left:
        at = np.array([one for one in left if upper[one] - lower[one] > TOLERANCE], np.int64)
        ends = np.array([sign * left[one] for one in at.tolist()])
        if sign > 0:
            under.possible.bind(at, lower[at], np.minimum(upper[at], ends))
        else:
            under.possible.bind(at, np.maximum(lower[at], ends), upper[at])
        counts = under.largest(_weights(len(lower), list(left), sign)).counts
        under.possible.bind(at, lower[at], upper[at])
        still = _still(counts, left, sign)
        if len(still) == len(left):
            break
        left = still
    return left


def _turned(goals: dict[int, float]) -> dict[int, float]:
    return {place: -goal for place, goal in goals.items()}


def _still(counts: Counts, goals: dict[int, float], sign: float) -> dict[int, float]:
    """The goals that these counts do not reach."""
    return {place: goal for place, goal in goals.items() if sign * counts[place] < goal - TOLERANCE}


def _too_close(under: _Under, goals: Goals, pairs: Places) -> list[Short]:
    """The pairs whose differences may be of few, and cannot be far apart."""
    spread = goals.spread
    if not len(pairs):
        return []
    seen = _Seen(under, pairs)
    _push_together(seen, spread)
    found: list[Short] = []
    for one in seen.closer_than(spread).tolist():
        if len(found) >= AT_MOST:
            break
        if not seen.is_closer(one, spread):
            continue
        most = seen.push(np.array([one]), np.ones(1))
        if not seen.is_closer(one, spread):
            continue
        least = seen.push(np.array([one]), -np.ones(1))
        low, high = float(seen.apart(least.counts)[one]), float(seen.apart(most.counts)[one])
        if high - low < spread - TOLERANCE and _may_be_few(low, high, goals.few):
            first, second = pairs[one].tolist()
            found.append(Short((first, second), high - low, spread, (most.prices, least.prices)))
    return found


def _may_be_few(low: float, high: float, few: float) -> bool:
    """Whether a difference between these may be one to a few people, either way."""
    return any(
        start <= few + TOLERANCE and end >= 1 - TOLERANCE
        for start, end in ((low, high), (-high, -low))
    )


def _push_together(seen: _Seen, spread: float) -> None:
    """Push all pairs at once, and again with other halves of them turned round: pairs that pull
    against one another in one push pull together in another."""
    left = seen.closer_than(spread)
    turned = 0
    while len(left) > _PAYS and (turned == 0 or len(left) >> (turned - 1)):
        signs: Counts = 1.0 - 2.0 * ((np.arange(len(left)) >> turned) & 1).astype(np.float64)
        for side in (signs, -signs):
            seen.push(left, side)
        still = seen.closer_than(spread)
        turned = turned + 1 if len(left) - len(still) < _PAYS else turned
        left = still


class _Seen:
    """How far apart the figures of each pair were seen to be, in all witnesses so far."""

    def __init__(self, under: _Under, pairs: Places) -> None:
        self._under, self._pairs = under, pairs
        self._least = np.full(len(pairs), np.inf)
        self._most = np.full(len(pairs), -np.inf)
        for one in under.witnesses:
            self._see(one)

    def apart(self, counts: Counts) -> Counts:
        """For each pair the second less the first."""
        found: Counts = counts[self._pairs[:, 1]] - counts[self._pairs[:, 0]]
        return found

    def closer_than(self, spread: float) -> Places:
        """The pairs whose differences were not seen so far apart."""
        return np.flatnonzero(self._most - self._least < spread - TOLERANCE)

    def is_closer(self, one: int, spread: float) -> bool:
        """Whether the difference of a pair was not seen so far apart."""
        return bool(self._most[one] - self._least[one] < spread - TOLERANCE)

    def push(self, chosen: Places, signs: Counts) -> Extreme:
        """Look for a witness in which the differences of these pairs are large, or small where
        their sign is below nought."""
        weights = np.zeros(len(self._under.lower))
        np.add.at(weights, self._pairs[chosen, 1], signs)
        np.subtract.at(weights, self._pairs[chosen, 0], signs)
        extreme = self._under.largest(weights)
        self._see(extreme.counts)
        return extreme

    def _see(self, counts: Counts) -> None:
        self._least = np.minimum(self._least, self.apart(counts))
        self._most = np.maximum(self._most, self.apart(counts))


def _weights(size: int, places: list[int], sign: float) -> Counts:
    weights = np.zeros(size)
    weights[places] = sign
    return weights
