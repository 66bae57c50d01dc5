"""Batches as they arrive: checked column by column, and staged for sorting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from answerable.cuts.batches import Batch, Rows
from answerable.cuts.columns import Column, Holds, Table
from answerable.cuts.engine import quoted
from answerable.cuts.tables import GIVEN

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_STAGED = {"int32": "INTEGER", "uint8": "UTINYINT", "bool": "BOOLEAN", "str": "VARCHAR"}
_KINDS = {"int32": "iu", "uint8": "iu", "bool": "b", "str": "UO"}
_A_BATCH = "_batch"


class RowsRefused(ValueError):
    """The rows are not those of a cut; the message says which and why. Nothing is written."""


def staged_type(column: Column) -> str:
    """The type of a column while it is staged: codes are positions until they are written."""
    return _STAGED[column.holds.batch]


def make_room(database: DuckDBPyConnection) -> None:
    """An empty table for each that is handed in."""
    for table in GIVEN.values():
        columns = ", ".join(f"{quoted(one.name)} {staged_type(one)}" for one in table.columns)
        database.execute(f"CREATE TABLE {quoted(staged(table))} ({columns})")


def staged(table: Table) -> str:
    """What a table is called while it is staged."""
    return f"staged_{table.name}"


def stage(
    database: DuckDBPyConnection, rows: Rows, progress: Callable[[int], None] = lambda _: None
) -> dict[str, int]:
    """Take in all batches.

    Args:
        progress: told how many rows there are so far.

    Returns:
        How many rows each table has.

    Raises:
        RowsRefused: a table is unknown, or a batch is not of its table.
    """
    counts = dict.fromkeys(GIVEN, 0)
    total = 0
    for name, batch in rows:
        if name not in GIVEN:
            raise RowsRefused(f"A cut takes no table {name!r}. It takes: {', '.join(GIVEN)}.")
        added = _stage_batch(database, GIVEN[name], batch)
        counts[name] += added
        total += added
        progress(total)
    return counts


def _stage_batch(database: DuckDBPyConnection, table: Table, batch: Batch) -> int:
    if set(batch) != set(table.names):
        wrong = ", ".join(sorted(set(batch) ^ set(table.names)))
        raise RowsRefused(f"Table {table.name}: a batch lacks columns or has others: {wrong}.")
    lengths = {len(cells) for cells in batch.values()}
    if len(lengths) != 1:
        raise RowsRefused(f"Table {table.name}: the columns of a batch are not of one length.")
    for column in table.columns:
        _check(table, column, batch[column.name])
    cells = ", ".join(f"{quoted(one.name)}::{staged_type(one)}" for one in table.columns)
    database.register(_A_BATCH, dict(batch))
    database.execute(f"INSERT INTO {quoted(staged(table))} SELECT {cells} FROM {_A_BATCH}")
    database.unregister(_A_BATCH)
    return lengths.pop()


def _check(table: Table, column: Column, cells: Any) -> None:
    import numpy

    where = f"Table {table.name}, column {column.name}"
    if cells.dtype.kind not in _KINDS[column.holds.batch]:
        raise RowsRefused(f"{where}: holds {cells.dtype} and not {column.holds.batch}.")
    if not column.may_be_empty and numpy.ma.is_masked(cells):
        raise RowsRefused(f"{where}: a cell is empty, and none may be.")
    if column.holds.batch == "str" or column.holds is Holds.FLAG or not len(cells):
        return
    least, most = cells.min(), cells.max()
    if least is numpy.ma.masked:
        return
    if column.codes and not 0 <= least <= most < len(column.codes):
        raise RowsRefused(f"{where}: a position is not within its list of {len(column.codes)}.")
    bounds = numpy.iinfo(numpy.int32)
    if not bounds.min <= least <= most <= bounds.max:
        raise RowsRefused(f"{where}: a number does not fit into 32 bits.")
