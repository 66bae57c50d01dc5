"""Batches of rows: how they are handed to whoever writes a cut, and made from plain rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from answerable.cuts.columns import Column, Holds, Table

if TYPE_CHECKING:
    import numpy

Batch: TypeAlias = "Mapping[str, numpy.ndarray[Any, Any]]"
"""Some rows of one table: for each column an array, all of one length, in the numpy type that
`Holds.batch` names. Of a closed list it holds positions in `Column.codes`; the text of a code never
stands in a batch. A column with empty cells is a masked array (`numpy.ma`) whose mask says which.
"""

Rows: TypeAlias = "Iterable[tuple[str, Batch]]"
"""What a cut is written from: the name of a table with some of its rows, tables in any order and
each as often as is convenient, rows in any order; rows by case, and cases in order, are written
fastest. An array is not changed once it was handed over."""


def batch_of(table: Table, rows: Sequence[Sequence[Any]]) -> Batch:
    """Plain rows as a batch: None is an empty cell, and a code of a closed list is its text.

    Raises:
        ValueError: a code is none of its list. `OverflowError`: a number is too large.
    """
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    return {
        column.name: _array(column, values)
        for column, values in zip(table.columns, cells, strict=True)
    }


def _array(column: Column, values: Sequence[Any]) -> numpy.ndarray[Any, Any]:
    import numpy

    if column.holds is Holds.CODE:
        values = [None if one is None else column.codes.index(one) for one in values]
    empty = [one is None for one in values]
    if not any(empty):
        return numpy.array(values, dtype=column.holds.batch)
    zero = "" if column.holds.batch == "str" else 0
    filled = [zero if one is None else one for one in values]
    return numpy.ma.masked_array(
        numpy.array(filled, dtype=column.holds.batch), mask=numpy.array(empty)
    )
