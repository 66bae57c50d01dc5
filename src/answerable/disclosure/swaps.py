"""Witnesses that need no solver: people moved between the cells of one table, totals kept.

One person more in a cell, one less in another of its row, and the same the other way round in a
second row: no total has changed. Where a total is rounded or hidden it may take part instead. For
one whole table this finds a witness for nearly every figure, much faster than a programme does;
what it does not find says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

from answerable.disclosure.relations import Counts

Grid = NDArray[np.int64]
"""The figures of one table, a direction for each column; the last along each is the total."""
_MOST_SWAPS = 8


@dataclass(frozen=True)
class Swaps:
    """Moves in one table that start from counts which fit everything shown."""

    grid: Grid
    counts: Counts

    def reach(
        self, place: tuple[int, ...], goal: float, lower: Counts, upper: Counts
    ) -> Counts | None:
        """Counts that fit the bounds, and in which a figure is at its goal; None: not found.

        Args:
            place: where the figure stands in the grid.
        """
        counts = self.counts[self.grid].astype(float)
        lower, upper = lower[self.grid], upper[self.grid]
        for _ in range(_MOST_SWAPS):
            left = goal - counts[place]
            if abs(left) < 0.5:
                found = self.counts.copy()
                found[self.grid.ravel()] = counts.ravel()
                return found
            if not self._swap(counts, place, left, lower, upper):
                return None
        return None

    def _swap(
        self, counts: Counts, place: tuple[int, ...], left: float, lower: Counts, upper: Counts
    ) -> bool:
        """The one swap that brings the figure nearest to its goal; whether there was any."""
        rise, fall = np.floor(upper - counts), np.floor(counts - lower)
        if left < 0:
            rise, fall = fall, rise
        signs = [self._signs(axis, place[axis]) for axis in range(counts.ndim)]
        room = np.full(counts.shape, abs(left))
        for axes in _subsets(counts.ndim):
            at = tuple(slice(None) if axis in axes else one for axis, one in enumerate(place))
            sign = np.ones(counts[at].shape)
            for number, axis in enumerate(axes):
                along = [1] * len(axes)
                along[number] = -1
                sign = sign * signs[axis].reshape(along)
            limit = np.where(sign > 0, rise[at], fall[at])
            wide = [counts.shape[axis] if axis in axes else 1 for axis in range(counts.ndim)]
            room = np.minimum(room, limit.reshape(wide))
        for axis, one in enumerate(place):
            room[(slice(None),) * axis + (one,)] = 0
        partner = tuple(int(one) for one in np.unravel_index(int(room.argmax()), room.shape))
        amount = room[partner] * np.sign(left)
        for axes in _subsets(counts.ndim):
            moved = 1.0
            for axis in axes:
                moved *= signs[axis][partner[axis]]
            at = tuple(partner[axis] if axis in axes else one for axis, one in enumerate(place))
            counts[at] += amount * moved
        return bool(amount)

    def _signs(self, axis: int, at: int) -> Counts:
        """For each partner along a direction whether it moves with the figure or against it."""
        total = self.grid.shape[axis] - 1
        signs = np.full(total + 1, 1.0 if at == total else -1.0)
        signs[total] = 1.0
        return signs


def _subsets(count: int) -> list[tuple[int, ...]]:
    every = range(count)
    return list(chain.from_iterable(combinations(every, some) for some in range(count + 1)))
