"""What holds between the counts that an attacker does not know: sums, and which is no larger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]
Places = NDArray[np.int64]
Entries = tuple[Places, Places, Counts]
"""A sparse matrix, row by row: the row, the place of the unknown, and its factor."""


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

    @cached_property
    def lean(self) -> Lean:
        """The same with as few unknowns as will do."""
        return _lean(self)

    @cached_property
    def _between_known(self) -> Entries:
        return _entries([_row_of(one) for one in self.sums])

    def hold_of(self, counts: Counts) -> bool:
        """Whether these counts fit every relation between the known.

        Args:
            counts: of the known, or of all.
        """
        rows, places, factors = self._between_known
        sides = np.zeros(len(self.sums))
        np.add.at(sides, rows, factors * counts[places])
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


@dataclass(frozen=True)
class Lean:
    """Relations in which every total of latent cells is put in as the sum of these.

    Its unknowns are few, whatever was released of them; a bound of what was put in is one of a row.
    """

    unknowns: Places
    """Those that stay."""
    put_in: Places
    """The others."""
    equal: int
    """So many of the rows are nought, ..."""
    no_more: int
    """... so many after them nought or less; the rest are what was put in, one by one."""
    entries: Entries

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.equal + self.no_more + len(self.put_in)

    @property
    def first_put_in(self) -> int:
        """The row of the first that was put in."""
        return self.equal + self.no_more

    @cached_property
    def row_of(self) -> Places:
        """The row of each that was put in, by its place among all."""
        found = np.full(int(self.put_in.max(initial=0)) + 1, -1, np.int64)
        found[self.put_in] = np.arange(self.first_put_in, self.rows)
        return found

    @cached_property
    def sums_put_in(self) -> Entries:
        """The entries of what was put in, its rows counted from nought."""
        rows, places, factors = self.entries
        at = rows >= self.first_put_in
        return rows[at] - self.first_put_in, places[at], factors[at]


_Row = dict[int, float]
"""The factor of each unknown."""
_Parts = Mapping[int, tuple[int, ...]]
"""The latent cells of each total that is put in."""


def _lean(whole: Relations) -> Lean:
    parts: dict[int, tuple[int, ...]] = {}
    for one in whole.latent_sums:
        parts.setdefault(one.total, one.parts)
    equal = _different(_put_in(parts, _row_of(one)) for one in (*whole.sums, *whole.latent_sums))
    orders = set(whole.orders)
    no_more = _different(
        _put_in(parts, {smaller: 1.0, larger: -1.0})
        for smaller, larger in whole.orders
        if not _follows(parts.get(smaller, ()), parts.get(larger, ()), orders)
    )
    return Lean(
        unknowns=np.array([one for one in range(whole.size) if one not in parts], np.int64),
        put_in=np.array(list(parts), np.int64),
        equal=len(equal),
        no_more=len(no_more),
        entries=_entries([*equal, *no_more, *(dict.fromkeys(one, 1.0) for one in parts.values())]),
    )


def _row_of(one: Sum) -> _Row:
    return dict.fromkeys(one.parts, 1.0) | {one.total: -1.0}


def _put_in(parts: _Parts, row: _Row) -> _Row:
    if parts.keys().isdisjoint(row):
        return row
    found: _Row = defaultdict(float)
    for place, factor in row.items():
        for one in parts.get(place, (place,)):
            found[one] += factor
    return {place: factor for place, factor in found.items() if factor}


def _follows(
    smaller: tuple[int, ...], larger: tuple[int, ...], orders: Set[tuple[int, int]]
) -> bool:
    """Whether one sum is no larger than another because each of its parts is."""
    return 0 < len(smaller) == len(larger) and all(
        pair in orders for pair in zip(smaller, larger, strict=True)
    )


def _different(rows: Iterable[_Row]) -> list[_Row]:
    """The rows that say anything, each once."""
    return list({tuple(sorted(row.items())): row for row in rows if row}.values())


def _entries(rows: Sequence[_Row]) -> Entries:
    return (
        np.repeat(np.arange(len(rows)), [len(row) for row in rows]).astype(np.int64),
        np.array([place for row in rows for place in row], np.int64),
        np.array([factor for row in rows for factor in row.values()], np.float64),
    )
