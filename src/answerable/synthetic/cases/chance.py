"""Chance, a column at a time: what happens, which answer, how long.

The same seed gives the same draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from answerable.synthetic.cases.parameters import answers, number

Numbers: TypeAlias = NDArray[np.int32]
Truths: TypeAlias = NDArray[np.bool_]


class Chance:
    """A source of draws that depends on a seed and a part alone."""

    def __init__(self, seed: int, part: int) -> None:
        self._draws = np.random.Generator(np.random.PCG64([seed, part]))

    def even(self, size: int) -> NDArray[np.float64]:
        """Evenly from 0 to below 1."""
        return self._draws.random(size)

    def happens(self, share: str | NDArray[np.float64], size: int) -> Truths:
        """Which of so many it happens to, by a parameter or by a share for each."""
        drawn = self._draws.random(size)
        return drawn < (number(share) if isinstance(share, str) else share)

    def answer(self, parameter: str, codes: type[StrEnum] | tuple[str, ...], size: int) -> Numbers:
        """For each an answer of a parameter, as its place in the codes."""
        return self.weighted(answers(parameter), codes, size)

    def weighted(
        self, weights: Mapping[str, float], codes: type[StrEnum] | tuple[str, ...], size: int
    ) -> Numbers:
        """For each an answer by weight, as its place in the codes."""
        known = tuple(codes)
        places = np.array([known.index(code) for code in weights], dtype=np.int32)
        bounds = np.cumsum(np.fromiter(weights.values(), float))
        drawn = self._draws.random(size) * bounds[-1]
        found: Numbers = places[np.searchsorted(bounds, drawn, side="right")]
        return found

    def days(self, median: str, spread: str | float, size: int) -> NDArray[np.float64]:
        """Lengths of time whose logarithm is normal, in days with fractions."""
        sigma = number(spread) if isinstance(spread, str) else spread
        lengths: NDArray[np.float64] = number(median) * np.exp(
            sigma * self._draws.standard_normal(size)
        )
        return lengths

    def between(self, first: Numbers | int, last: Numbers | int, size: int) -> Numbers:
        """Whole days, evenly from the first to the last, both included."""
        drawn = self._draws.random(size)
        return whole(first + drawn * (np.asarray(last) - first + 1))

    def fitted(self, days: Numbers, first: Numbers, last: Numbers) -> Numbers:
        """The days themselves where they are not after the last, else one between first and last.

        Where last is before first, the first.
        """
        last = np.maximum(last, first)
        return np.where(days <= last, days, self.between(first, last, len(days)))


def whole(lengths: NDArray[np.float64]) -> Numbers:
    """Whole days of lengths of time; what is beyond any date becomes FAR."""
    return np.minimum(lengths, FAR).astype(np.int32)


FAR = 2**24
"""Days. A day so late that it never comes within what is known."""
