"""What holds between the counts that an attacker does not know: sums, and which is no larger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sum:
    """One count is the sum of others; all by their place among the unknowns."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True)
class Relations:
    """Everything that holds between `size` unknown counts."""

    size: int
    sums: tuple[Sum, ...]
    orders: tuple[tuple[int, int], ...] = ()
    """Pairs of which the first is no larger than the second."""

    @cached_property
    def entries(self) -> tuple[Places, Places, Counts]:
        """The relations as a sparse matrix: row, column and value of each entry.

        Rows of sums come first and are zero; rows of orders follow and are zero or less.
        """
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for row, one in enumerate(self.sums):
            rows += [row] * (len(one.parts) + 1)
            columns += [*one.parts, one.total]
            values += [*[1.0] * len(one.parts), -1.0]
        for row, (smaller, larger) in enumerate(self.orders, start=len(self.sums)):
            rows += [row, row]
            columns += [smaller, larger]
            values += [1.0, -1.0]
        return np.array(rows, np.int64), np.array(columns, np.int64), np.array(values)

    def hold_of(self, counts: Counts) -> bool:
        """Whether these counts fit every relation."""
        rows, columns, values = self.entries
        sides = np.zeros(len(self.sums) + len(self.orders))
        np.add.at(sides, rows, values * counts[columns])
        summed = np.abs(sides[: len(self.sums)])
        return bool((summed < 0.5).all() and (sides[len(self.sums) :] < 0.5).all())


def relations(
    size: int, sums: Iterable[Sum], orders: Iterable[Sequence[int]] = ()
) -> Relations:
    """The relations, each once."""
    ordered = dict.fromkeys((int(one[0]), int(one[1])) for one in orders)
    return Relations(size, tuple(dict.fromkeys(sums)), tuple(ordered))
