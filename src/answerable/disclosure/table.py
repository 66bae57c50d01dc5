"""A table of counts, and every total that can be made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, product

from answerable.disclosure.policy import Policy

ALL = "*"
"""What stands for all values of a column."""
MOST_CELLS = 60_000
"""Cells with totals that one table may have; beyond it, a coarser one says more."""

Labels = tuple[str, ...]


class UnusableTable(ValueError):
    """The table cannot be protected as it is; the message says what to do."""


@dataclass(frozen=True)
class CountTable:
    """Counts of people, cases or events, by one to three columns.

    Values that do not occur together count as nought: that they do not is hidden like any nought.
    """

    by: tuple[str, ...]
    counts: Mapping[Labels, int]
    """The counts by the values of the columns, in their order."""
    of: Mapping[str, str] = field(default_factory=dict)
    """Of what they are: the cut, measure or place that all rows have in common."""

    def values(self, column: str) -> list[str]:
        """The values of a column, in the order in which they first stand."""
        at = self.by.index(column)
        return list(dict.fromkeys(labels[at] for labels in self.counts))


@dataclass(frozen=True)
class _Axis:
    """Columns that lie within one another, outermost first, and every level of their values."""

    columns: tuple[str, ...]
    levels: tuple[Labels, ...]
    """Values of the columns, with `ALL` from some column on: all first, the finest last."""

    def above(self, values: Labels) -> Iterator[Labels]:
        """These values and every total in which they count."""
        for kept in range(len(values) + 1):
            yield values[:kept] + (ALL,) * (len(values) - kept)


def with_totals(table: CountTable, policy: Policy) -> dict[Labels, int]:
    """Every cell of the table with every total, by labels in the order of `table.by`.

    Raises:
        UnusableTable: it has no row, or more cells than can be protected together.
    """
    if not table.counts:
        raise UnusableTable("The table has no rows.")
    axes = _axes(table, policy)
    size = 1
    for axis in axes:
        size *= len(axis.levels)
    if size > MOST_CELLS:
        raise UnusableTable(
            f"The table would have {size:,} cells with its totals, more than {MOST_CELLS:,}. "
            "Coarsen it first: leave out a column, or put values together."
        )
    order = [column for axis in axes for column in axis.columns]
    placed = [order.index(column) for column in table.by]
    totals = {
        _in_order(chain(*levels), placed): 0 for levels in product(*(one.levels for one in axes))
    }
    for labels, count in table.counts.items():
        named = dict(zip(table.by, labels, strict=True))
        each = (axis.above(tuple(named[one] for one in axis.columns)) for axis in axes)
        for levels in product(*each):
            totals[_in_order(chain(*levels), placed)] += count
    return totals


def _in_order(levels: Iterable[str], placed: list[int]) -> Labels:
    values = tuple(levels)
    return tuple(values[at] for at in placed)


def _axes(table: CountTable, policy: Policy) -> list[_Axis]:
    inner = {name: policy.within[name] for name in table.by if policy.within.get(name) in table.by}
    ends = [name for name in table.by if name not in inner.values()]
    taken: set[str] = set()
    found = []
    for end in ends:
        columns = [end]
        while columns[0] in inner and inner[columns[0]] not in taken:
            columns.insert(0, inner[columns[0]])
        taken.update(columns)
        found.append(_axis(table, tuple(columns)))
    return found


def _axis(table: CountTable, columns: tuple[str, ...]) -> _Axis:
    at = [table.by.index(column) for column in columns]
    levels: dict[Labels, None] = {(ALL,) * len(columns): None}
    for labels in table.counts:
        values = tuple(labels[place] for place in at)
        for kept in range(1, len(columns) + 1):
            levels[values[:kept] + (ALL,) * (len(columns) - kept)] = None
    return _Axis(columns, tuple(levels))
