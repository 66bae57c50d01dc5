"""What holds between the counts that an attacker does not know: sums, and which is no larger."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Everything that holds between `size` unknown counts.

    The last of them, from `known` on, are those of tables that nobody released: their true counts
    are not known here, only that there are some.
    """

    size: int
    known: int
    sums: tuple[Sum, ...]
    """Between the known alone."""
    latent_sums: tuple[Sum, ...] = ()
    orders: tuple[tuple[int, int], ...] = ()
    """Pairs of which the first is no larger than the second."""

    @property
    def zero_rows(self) -> int:
        """How many rows of `entries` are zero; those after them are zero or less."""
        return len(self.sums) + len(self.latent_sums)

    @property
    def rows(self) -> int:
        """How many rows `entries` has."""
        return self.zero_rows + len(self.orders)

    @cached_property
    def entries(self) -> tuple[Places, Places, Counts]:
        """The relations as a sparse matrix: row, column and value of each entry."""
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for row, one in enumerate((*self.sums, *self.latent_sums)):
            rows += [row] * (len(one.parts) + 1)
            columns += [*one.parts, one.total]
            values += [*[1.0] * len(one.parts), -1.0]
        for row, (smaller, larger) in enumerate(self.orders, start=self.zero_rows):
            rows += [row, row]
            columns += [smaller, larger]
            values += [1.0, -1.0]
        return np.array(rows, np.int64), np.array(columns, np.int64), np.array(values)

    def hold_of(self, counts: Counts) -> bool:
        """Whether these counts fit every relation between the known.

        Args:
            counts: of the known, or of all.
        """
        rows, columns, values = self.entries
        between = rows < len(self.sums)
        sides = np.zeros(len(self.sums))
        np.add.at(sides, rows[between], values[between] * counts[columns[between]])
        ordered = [one for one in self.orders if max(one) < self.known]
        return bool((np.abs(sides) < 0.5).all()) and all(
            counts[smaller] < counts[larger] + 0.5 for smaller, larger in ordered
        )


def relations(
    known: int,
    sums: Iterable[Sum],
    orders: Iterable[tuple[int, int]],
    latent: int,
    latent_sums: Iterable[Sum],
) -> Relations:
    """The relations, each once, between known counts and further, latent ones."""
    return Relations(
        size=known + latent,
        known=known,
        sums=tuple(dict.fromkeys(sums)),
        latent_sums=tuple(dict.fromkeys(latent_sums)),
        orders=tuple(dict.fromkeys(orders)),
    )
