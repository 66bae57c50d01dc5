"""What rows have to keep to among themselves, asked before any of them is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from answerable.cuts.columns import Column, Holds, Table
from answerable.cuts.engine import first_row, names, quoted
from answerable.cuts.listed import day_number
from answerable.cuts.open_codes import IS_CODE
from answerable.cuts.staging import RowsRefused, staged
from answerable.cuts.tables import (
    EVENT_TABLES,
    EVENTS,
    GIVEN,
    IN_POST,
    NOT_IN_LIST,
    OF_ORGANISATIONS,
    PATHWAY_REVIEWS,
    event_table,
)
from answerable.records.codes.characteristics import Characteristic, characteristic_restricted
from answerable.records.event import Event

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_DAYS = {
    "cases": "reported_on",
    IN_POST.name: "month_end_on",
    PATHWAY_REVIEWS.name: "held_on",
}
"""The day of a row in the tables that are of no event."""


def check_days(database: DuckDBPyConnection, table: Table, as_of: date) -> None:
    """Nothing happened after the as-of day.

    Raises:
        RowsRefused: something did.
    """
    is_of_events = table.names[2:3] == ("happened_on",)
    day = "happened_on" if is_of_events else _DAYS.get(table.name)
    if day is None:
        return
    found = first_row(
        database,
        f"SELECT {quoted(table.names[0])} FROM {quoted(staged(table))} WHERE {day} > ? LIMIT 1",
        [day_number(as_of)],
    )
    if found:
        where = f" in case {found[0]}" if table.is_of_cases else ""
        raise RowsRefused(
            f"Table {table.name}:{where} something happened after {as_of}, the as-of "
            "date. Leave it out, or give a later date."
        )


def check_organisations(database: DuckDBPyConnection) -> None:
    """In the tables of organisations each row has its own key, and its days are possible.

    Raises:
        RowsRefused: one is doubled, a month ends within it, or a review names no later day.
    """
    for table in OF_ORGANISATIONS:
        _check_key(database, table, staged(table))
    first = f"SELECT 1 FROM {quoted(staged(IN_POST))} WHERE {_FOLLOWING_DAY} <> 1 LIMIT 1"
    if first_row(database, first):
        raise RowsRefused(
            f"Table {IN_POST.name}: a month_end_on is not the last day of its month. Give those "
            "who were in post at the end of that day."
        )
    late = f"SELECT 1 FROM {quoted(staged(PATHWAY_REVIEWS))} WHERE next_due_on <= held_on LIMIT 1"
    if first_row(database, late):
        raise RowsRefused(
            f"Table {PATHWAY_REVIEWS.name}: a next_due_on is not after the held_on of its row. "
            "Give the day by which the next review is held."
        )


_FOLLOWING_DAY = "day(DATE '1970-01-01' + month_end_on + 1)"


def check_open_codes(database: DuckDBPyConnection, table: Table) -> None:
    """No short text is anything but a code of its list.

    Raises:
        RowsRefused: one is; the message does not repeat it, for it may be anything.
    """
    for column in table.columns:
        if column.holds is Holds.OPEN_CODE:
            _check_open_column(database, table, column)


def _check_open_column(database: DuckDBPyConnection, table: Table, column: Column) -> None:
    found = database.execute(
        f"SELECT DISTINCT {quoted(column.name)} FROM {quoted(staged(table))} "
        f"WHERE {quoted(column.name)} IS NOT NULL"
    ).fetchall()
    is_code = IS_CODE[column.code_list]
    wrong = [code for (code,) in found if code != NOT_IN_LIST and not is_code(code)]
    if wrong:
        raise RowsRefused(
            f"Table {table.name}, column {column.name}: {len(wrong)} texts are no codes of "
            f"{column.code_list}. Put {NOT_IN_LIST!r} in their place."
        )


def check_restricted(database: DuckDBPyConnection) -> None:
    """No answer is there about a characteristic that only named roles read.

    Raises:
        RowsRefused: one is.
    """
    table = GIVEN["event_characteristic_recorded"]
    positions = [
        str(position)
        for position, code in enumerate(table.column("characteristic").codes)
        if characteristic_restricted(Characteristic(code))
    ]
    found = first_row(
        database,
        f"SELECT case_number FROM {quoted(staged(table))} "
        f"WHERE characteristic IN ({', '.join(positions)}) "
        "AND (value IS NOT NULL OR code_list IS NOT NULL) LIMIT 1",
    )
    if found:
        raise RowsRefused(
            f"Table {table.name}: in case {found[0]} a row holds an answer that only named roles "
            "may read. Leave the value and its list empty; the state stays."
        )


def check_part(database: DuckDBPyConnection) -> None:
    """In the part of the cut that is looked at: each row has its own key, each event its case,
    and what a row names is there.

    Raises:
        RowsRefused: something is doubled or missing.
    """
    _check_numbers(database)
    for table in (GIVEN["cases"], GIVEN["groupings"], GIVEN["corrections"]):
        _check_key(database, table, table.name)
    for name in ("groupings", "corrections"):
        _check_there(database, GIVEN[name], ("case_number",), "cases", ("case_number",))
    for kind in EVENTS:
        _check_kind(database, kind)


def _check_numbers(database: DuckDBPyConnection) -> None:
    """No two events of a case have the same number, whatever their kinds."""
    tables = [event_table(kind) for kind in EVENTS]
    pairs = " UNION ALL ".join(
        f"SELECT (case_number::BIGINT << 32) + event_number AS one FROM {quoted(name)}"
        for name in tables
    )
    import numpy

    numbers = database.execute(pairs).fetchnumpy()["one"]
    numbers.sort()
    doubled = numbers[1:][numbers[1:] == numbers[:-1]]
    if len(doubled):
        raise RowsRefused(
            f"In case {int(doubled[0]) >> 32} two events have the number "
            f"{int(doubled[0]) & 0xFFFFFFFF}. Give each event of a case its own."
        )
    cases = database.execute("SELECT case_number FROM cases").fetchnumpy()["case_number"]
    of_events = numpy.unique(numbers >> 32)
    strange = of_events[~numpy.isin(of_events, cases)]
    if len(strange):
        raise RowsRefused(
            f"Case {int(strange[0])} has events and no row in the table cases. Add one."
        )


def _check_key(database: DuckDBPyConnection, table: Table, rows: str) -> None:
    """No two rows of a table have the same key.

    Args:
        rows: what holds them now.
    """
    found = first_row(
        database,
        f"SELECT {quoted(table.key[0])} FROM {quoted(rows)} GROUP BY {names(table.key)} "
        "HAVING count(*) > 1 LIMIT 1",
    )
    if found:
        where = f" in case {found[0]}" if table.is_of_cases else ""
        raise RowsRefused(
            f"Table {table.name}:{where} two rows have the same {', '.join(table.key)}. Keep one."
        )


def _check_kind(database: DuckDBPyConnection, kind: type[Event]) -> None:
    table = EVENT_TABLES[event_table(kind)]
    pair = ("case_number", "event_number")
    for name in kind.REFERS:
        _check_there(database, table, ("case_number", name), event_table(kind.REFERS[name]), pair)
    for name, other in EVENT_TABLES.items():
        if name.startswith(f"{table.name}_") and other.names[:2] == pair and len(other.names) == 3:
            _check_key(database, other, other.name)
            _check_there(database, other, pair, table.name, pair)


def _check_there(
    database: DuckDBPyConnection,
    table: Table,
    columns: tuple[str, ...],
    other: str,
    theirs: tuple[str, ...],
) -> None:
    same = " AND ".join(
        f"a.{quoted(mine)} = b.{quoted(its)}" for mine, its in zip(columns, theirs, strict=True)
    )
    named = quoted(columns[-1])
    found = first_row(
        database,
        f"SELECT a.case_number, a.{named} FROM {quoted(table.name)} AS a "
        f"ANTI JOIN {quoted(other)} AS b ON {same} WHERE a.{named} IS NOT NULL LIMIT 1",
    )
    if found:
        raise RowsRefused(
            f"Table {table.name}: in case {found[0]} the {columns[-1]} {found[1]} is not in the "
            f"table {other}."
        )
