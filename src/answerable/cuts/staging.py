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
WORTH_A_STATEMENT = 30_000
"""Rows of a table that are taken in at once: fewer cost as much as these."""


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


class Staging:
    """What was taken in so far: how many rows of each table, and whether they came in order.

    Small batches wait until they are worth a statement.
    """

    def __init__(self, database: DuckDBPyConnection) -> None:
        self._database = database
        self._waiting: dict[str, list[Batch]] = {name: [] for name in GIVEN}
        self._rows_waiting = dict.fromkeys(GIVEN, 0)
        self._last: dict[str, tuple[int, ...]] = {}
        self._mixed: set[str] = set()
        self.counts = dict.fromkeys(GIVEN, 0)

    def take(self, name: str, batch: Batch) -> int:
        """Take in a batch; returns how many rows it has.

        Raises:
            RowsRefused: the table is unknown, or the batch is not of it.
        """
        if name not in GIVEN:
            raise RowsRefused(f"A cut takes no table {name!r}. It takes: {', '.join(GIVEN)}.")
        rows = _checked(GIVEN[name], batch)
        self._waiting[name].append(batch)
        self._rows_waiting[name] += rows
        if self._rows_waiting[name] >= WORTH_A_STATEMENT:
            self._insert(GIVEN[name])
        return rows

    def finish(self) -> None:
        """Take in what still waits."""
        for table in GIVEN.values():
            if self._rows_waiting[table.name]:
                self._insert(table)

    def is_sorted(self, table: Table) -> bool:
        """Whether all rows of a table are in its order as they were taken in."""
        return table.name not in self._mixed

    def _insert(self, table: Table) -> None:
        batch = _sorted(table, _joined(self._waiting[table.name]))
        self._note_order(table, batch)
        cells = ", ".join(f"{quoted(one.name)}::{staged_type(one)}" for one in table.columns)
        self._database.register(_A_BATCH, dict(batch))
        self._database.execute(
            f"INSERT INTO {quoted(staged(table))} SELECT {cells} FROM {_A_BATCH}"
        )
        self._database.unregister(_A_BATCH)
        self.counts[table.name] += self._rows_waiting[table.name]
        self._waiting[table.name] = []
        self._rows_waiting[table.name] = 0

    def _note_order(self, table: Table, batch: Batch) -> None:
        first, last = (tuple(int(batch[one][place]) for one in table.order) for place in (0, -1))
        if first < self._last.get(table.name, first):
            self._mixed.add(table.name)
        self._last[table.name] = last


def stage(
    database: DuckDBPyConnection, rows: Rows, progress: Callable[[int], None] = lambda _: None
) -> Staging:
    """Take in all batches.

    Args:
        progress: told how many rows there are so far.

    Raises:
        RowsRefused: a table is unknown, or a batch is not of its table.
    """
    staging, total = Staging(database), 0
    database.execute("BEGIN")
    for name, batch in rows:
        total += staging.take(name, batch)
        progress(total)
    staging.finish()
    database.execute("COMMIT")
    return staging


def _joined(batches: list[Batch]) -> Batch:
    import numpy

    if len(batches) == 1:
        return batches[0]
    return {
        name: numpy.ma.concatenate(cells) if _any_masked(cells) else numpy.concatenate(cells)
        for name in batches[0]
        for cells in [[one[name] for one in batches]]
    }


def _any_masked(cells: list[Any]) -> bool:
    import numpy

    return any(isinstance(one, numpy.ma.MaskedArray) for one in cells)


def _checked(table: Table, batch: Batch) -> int:
    """How many rows a batch has, if it is of its table."""
    if set(batch) != set(table.names):
        wrong = ", ".join(sorted(set(batch) ^ set(table.names)))
        raise RowsRefused(f"Table {table.name}: a batch lacks columns or has others: {wrong}.")
    lengths = {len(cells) for cells in batch.values()}
    if len(lengths) != 1:
        raise RowsRefused(f"Table {table.name}: the columns of a batch are not of one length.")
    for column in table.columns:
        _check(table, column, batch[column.name])
    return lengths.pop()


def _sorted(table: Table, batch: Batch) -> Batch:
    """The same rows in the order of the table: sorting some at once costs far less than all."""
    import numpy

    order = numpy.lexsort([numpy.asarray(batch[one]) for one in reversed(table.order)])
    if (order[1:] > order[:-1]).all():
        return batch
    return {name: cells[order] for name, cells in batch.items()}


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
