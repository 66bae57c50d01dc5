"""A definition becomes a query: the one place where conditions and standings meet an engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import cache, reduce
from typing import TYPE_CHECKING

import ibis

from answerable.cuts.listed import day_number
from answerable.measures.conditions import (
    AtLeast,
    Condition,
    Denied,
    Every,
    Holds,
    IsOneOf,
    Missing,
    Not,
    OnOrBefore,
    Same,
    Some,
)
from answerable.measures.deadlines import with_deadline
from answerable.measures.definition import Clock, Definition, DueOn, Within
from answerable.measures.groups import TIMES
from answerable.measures.standing import Standing
from answerable.measures.subjects import SUBJECTS
from answerable.measures.subjects.relations import beside, table, truly

if TYPE_CHECKING:
    from ibis.expr.types import Table, Value


class Dialect(StrEnum):
    """The engines that a definition is compiled for."""

    DUCKDB = "duckdb"
    SPARK = "pyspark"
    DATAFUSION = "datafusion"
    CLICKHOUSE = "clickhouse"


COUNTS = ("rows", *(one.value for one in Standing))
"""The columns of a result after those that name its group."""


@cache
def compiled(
    definition: Definition,
    by: tuple[str, ...],
    as_of: date,
    dialect: Dialect = Dialect.DUCKDB,
) -> str:
    """The query of a measure in SQL, over tables that are named as in a cut.

    One row a group: the columns of `by`, then those of `COUNTS`. Without `by`, one row.

    Args:
        by: names of `groups.possible`.
        as_of: the last day of which the cut holds what happened.
    """
    return str(ibis.to_sql(counted(definition, by, as_of), dialect=dialect.value))


def counted(definition: Definition, by: Sequence[str], as_of: date) -> Table:
    """How many rows of each group stand in each way."""
    rows = in_time(placed(definition, as_of), definition.dated_by, by)
    counts = {
        "rows": rows.count(),
        **{
            one.value: (rows["standing"] == one.value).sum().fill_null(0).cast("int64")
            for one in Standing
        },
    }
    grouped = rows.group_by(list(by)) if by else rows
    return grouped.aggregate(**counts)


def placed(definition: Definition, as_of: date) -> Table:
    """Every row of the subject with its `standing`, and with `due_on` where there is a clock."""
    subject = SUBJECTS[definition.subject]
    rows = _with_due(subject.relation(), definition.clock)
    if subject.looked_at:
        rows = rows.filter(rows[subject.looked_at] <= day_number(as_of))
    return rows.mutate(standing=_standing(rows, definition, day_number(as_of)))


def _with_due(rows: Table, clock: Clock | DueOn | Within | None) -> Table:
    if clock is None:
        return rows
    if isinstance(clock, Within):
        return rows.mutate(due_on=rows[clock.starts] + clock.days)
    if isinstance(clock, DueOn):
        return rows.mutate(due_on=rows[clock.due])
    codes = dict.fromkeys([clock.limit, *(one.limit for one in clock.otherwise)])
    names = {code: f"due_{place}" for place, code in enumerate(codes)}
    for code, name in names.items():
        rows = with_deadline(rows, code, clock.starts, name)
    due = rows[names[clock.limit]]
    for one in reversed(clock.otherwise):
        due = ibis.cases((_holds(rows, one.condition), rows[names[one.limit]]), else_=due)
    return rows.mutate(due_on=due).drop(*names.values())


def _standing(rows: Table, definition: Definition, as_of: int) -> Value:
    """In the order that `definition` lays down."""
    clock = definition.clock
    branches: list[tuple[Value, Standing]] = []
    if definition.applies:
        branches.append((~_holds(rows, definition.applies), Standing.NOT_APPLICABLE))
    if definition.fails:
        branches.append((_holds(rows, definition.fails), Standing.MISSED))
    if isinstance(clock, Clock | Within):
        branches.append((rows[clock.starts].isnull(), Standing.UNKNOWN))
    if clock:
        branches.append((rows["due_on"].isnull(), Standing.NOT_APPLICABLE))
        branches.append((rows["due_on"] >= as_of, Standing.PENDING))
    if definition.unknown:
        branches.append((_holds(rows, definition.unknown), Standing.UNKNOWN))
    wanted = [
        *([OnOrBefore(clock.done, "due_on")] if clock else []),
        *([definition.met] if definition.met else []),
    ]
    branches.append((_holds(rows, Every(tuple(wanted))), Standing.MET))
    return ibis.cases(
        *((condition, one.value) for condition, one in branches), else_=Standing.MISSED.value
    )


def _holds(rows: Table, condition: Condition) -> Value:
    """A condition over rows: true or false, never empty."""
    match condition:
        case Missing(column):
            return rows[column].isnull()
        case Holds(column):
            return truly(rows[column])
        case Denied(column):
            return truly(~rows[column])
        case IsOneOf(column, codes):
            return truly(rows[column].isin(codes))
        case AtLeast(column, number):
            return truly(rows[column] >= number)
        case OnOrBefore(day, other):
            return truly(rows[day] <= rows[other])
        case Same(column, other):
            return truly(rows[column] == rows[other])
        case Every(some_of):
            return _joined(rows, some_of, every=True)
        case Some(some_of):
            return _joined(rows, some_of, every=False)
        case Not(inner):
            return ~_holds(rows, inner)


def _joined(rows: Table, some_of: tuple[Condition, ...], *, every: bool) -> Value:
    found = [_holds(rows, one) for one in some_of]
    return reduce(lambda one, other: one & other if every else one | other, found)


def in_time(rows: Table, dated_by: str, by: Sequence[str]) -> Table:
    """Rows with the month, quarter or year of the day that dates them, as far as asked for."""
    wanted = [TIMES[name] for name in by if name in TIMES]
    if not wanted:
        return rows
    days = table("calendar")
    named = days.select(
        days["day"].name(dated_by),
        **{one.name: _sum_of(days, one.parts) for one in wanted},
    )
    return beside(rows, named, dated_by)


def _sum_of(days: Table, parts: tuple[tuple[str, int], ...]) -> Value:
    """A number that names a time, from parts of the calendar, each with its factor."""
    return reduce(lambda one, other: one + other, (days[name] * times for name, times in parts))
