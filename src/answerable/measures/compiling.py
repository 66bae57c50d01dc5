"""A definition becomes a query: the one place where conditions and standings meet an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, reduce
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

import ibis
from ibis.expr.operations import UnboundTable

from answerable.cuts.built import LISTED
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
from answerable.measures.deadlines import DUE_DAYS, LIMIT_OWNERS, with_deadline
from answerable.measures.definition import Clock, Definition, DueOn
from answerable.measures.groups import TIMES
from answerable.measures.programme import Drop, Keep, Programme, Question, planned, within
from answerable.measures.standing import Standing
from answerable.measures.subjects import PREPARED, SUBJECTS, rows_of
from answerable.measures.subjects.relations import beside, table, truly

if TYPE_CHECKING:
    from ibis.expr.types import Table, Value

    Cell: TypeAlias = Callable[[str], Value]


class Dialect(StrEnum):
    """The engines that a definition is compiled for."""

    DUCKDB = "duckdb"
    SPARK = "spark"
    DATAFUSION = "datafusion"
    CLICKHOUSE = "clickhouse"


_PREPARED = PREPARED | {one.name: one for one in (LIMIT_OWNERS, DUE_DAYS)}
ROWS = "rows"
"""The last column of an answer: how many rows stand so."""


@cache
def compiled(
    definitions: tuple[Definition, ...],
    by: tuple[str, ...],
    as_of: date,
    dialect: Dialect = Dialect.DUCKDB,
) -> Programme:
    """What an engine does to answer measures, in its SQL, over tables that are named as in a cut.

    Args:
        by: names of `groups.possible`, of every one of the definitions.
        as_of: the last day of which the cut holds what happened.
    """
    asked = _asked(definitions)
    relations = [counted(some, by, as_of) for some in asked]
    plan = planned([_read_by(one) for one in relations], _reads())
    steps: list[Keep | Question | Drop] = []
    for some, relation, new, gone in zip(asked, relations, plan.before, plan.after, strict=True):
        steps += [_kept(name, plan.kept, dialect) for name in new]
        steps.append(Question(some, _alone(relation, plan.kept, dialect)))
        steps += [Drop(name) for name in gone if _is_of_cases(name)]
    once = [one for one in steps if isinstance(one, Keep) and not _is_of_cases(one.name)]
    return Programme(tuple(once), tuple(one for one in steps if one not in once))


@cache
def explained(
    definition: Definition, by: tuple[str, ...], as_of: date, dialect: Dialect = Dialect.DUCKDB
) -> str:
    """A measure as one query: what is kept where several are asked stands in it by name."""
    return _alone(counted((definition,), by, as_of), frozenset(), dialect)


def _asked(definitions: Iterable[Definition]) -> list[tuple[Definition, ...]]:
    """Definitions that one query can answer together, in the order of their subjects."""
    order = list(SUBJECTS)
    ordered = sorted(definitions, key=lambda one: (order.index(one.subject), one.dated_by))
    return [tuple(some) for _, some in groupby(ordered, lambda one: (one.subject, one.dated_by))]


def _read_by(relation: Table) -> frozenset[str]:
    """The prepared relations that a relation reads."""
    names = {one.name for one in relation.op().find(UnboundTable)}
    return frozenset(names & set(_PREPARED))


@cache
def _reads() -> dict[str, frozenset[str]]:
    return {name: _read_by(one.relation()) for name, one in _PREPARED.items()}


@cache
def _is_of_cases(name: str) -> bool:
    """Whether a prepared relation says something of cases, and not of lists alone."""
    tables = {one.name for one in _PREPARED[name].relation().op().find(UnboundTable)}
    return any(
        _is_of_cases(one) if one in _PREPARED else one not in LISTED for one in sorted(tables)
    )


def _kept(name: str, kept: frozenset[str], dialect: Dialect) -> Keep:
    return Keep(name, _alone(_PREPARED[name].relation(), kept, dialect))


def _alone(relation: Table, kept: frozenset[str], dialect: Dialect) -> str:
    """The query of a relation, with everything that it reads and that is kept nowhere."""
    inside = within(_read_by(relation), _reads(), kept)
    query = written(relation, dialect)
    if not inside:
        return query
    named = ",\n".join(
        f"{name} AS (\n{written(_PREPARED[name].relation(), dialect)}\n)" for name in inside
    )
    return f"WITH {named}\nSELECT * FROM (\n{query}\n) AS found"


_OF_IBIS = {Dialect.SPARK: "pyspark"}
"""What Ibis calls a dialect, where otherwise."""


def written(relation: Table, dialect: Dialect) -> str:
    """A relation as a query."""
    return str(ibis.to_sql(relation, dialect=_OF_IBIS.get(dialect, dialect.value)))


def counted(definitions: Sequence[Definition], by: Sequence[str], as_of: date) -> Table:
    """How many rows of each group stand in each way in measures that share subject and day."""
    subject, dated_by = definitions[0].subject, definitions[0].dated_by
    rows = _with_limits(rows_of(SUBJECTS[subject]).table(), definitions)
    stood = rows.mutate(
        **{
            one.name: _standing(_cells(rows, one.clock), one, day_number(as_of))
            for one in definitions
        }
    )
    placed = in_time(stood, dated_by, by)
    grouped = placed.group_by([*by, *(one.name for one in definitions)])
    return grouped.aggregate(placed.count().name(ROWS))


def _with_limits(rows: Table, definitions: Iterable[Definition]) -> Table:
    """With the last day in time under each limit that a clock names."""
    clocks = [one.clock for one in definitions if isinstance(one.clock, Clock)]
    named = {(code, one.starts): None for one in clocks for code in _limits(one)}
    for code, starts in named:
        rows = with_deadline(rows, code, starts, _due(code, starts))
    return rows


def _limits(clock: Clock) -> tuple[str, ...]:
    return (clock.limit, *(one.limit for one in clock.otherwise))


def _due(code: str, starts: str) -> str:
    return f"{code}_from_{starts}"


def _cells(rows: Table, clock: Clock | DueOn | None) -> Cell:
    """The cells of rows by the names that conditions know, `due_on` among them."""
    match clock:
        case None:
            return lambda name: rows[name]
        case DueOn(due):
            return lambda name: rows[due if name == "due_on" else name]
        case Clock(starts, _, limit, otherwise):
            due_on = rows[_due(limit, starts)]
            for one in reversed(otherwise):
                holds = _holds(lambda name: rows[name], one.condition)
                due_on = ibis.cases((holds, rows[_due(one.limit, starts)]), else_=due_on)
            return lambda name: due_on if name == "due_on" else rows[name]


def _standing(cell: Cell, definition: Definition, as_of: int) -> Value:
    """In the order that `definition` lays down."""
    clock = definition.clock
    branches: list[tuple[Value, Standing]] = []
    if definition.applies:
        branches.append((~_holds(cell, definition.applies), Standing.NOT_APPLICABLE))
    if definition.fails:
        branches.append((_holds(cell, definition.fails), Standing.MISSED))
    if isinstance(clock, Clock):
        branches.append((cell(clock.starts).isnull(), Standing.UNKNOWN))
    if clock:
        branches.append((cell("due_on").isnull(), Standing.NOT_APPLICABLE))
        branches.append((cell("due_on") >= as_of, Standing.PENDING))
    if definition.unknown:
        branches.append((_holds(cell, definition.unknown), Standing.UNKNOWN))
    wanted = [
        *([OnOrBefore(clock.done, "due_on")] if clock else []),
        *([definition.met] if definition.met else []),
    ]
    branches.append((_holds(cell, Every(tuple(wanted))), Standing.MET))
    return ibis.cases(
        *((condition, one.value) for condition, one in branches), else_=Standing.MISSED.value
    )


def _holds(cell: Cell, condition: Condition) -> Value:
    """A condition over rows: true or false, never empty."""
    match condition:
        case Missing(column):
            return cell(column).isnull()
        case Holds(column):
            return truly(cell(column))
        case Denied(column):
            return truly(~cell(column))
        case IsOneOf(column, codes):
            return truly(cell(column).isin(codes))
        case AtLeast(column, number):
            return truly(cell(column) >= number)
        case OnOrBefore(day, other):
            return truly(cell(day) <= cell(other))
        case Same(column, other):
            return truly(cell(column) == cell(other))
        case Every(some_of):
            return _joined(cell, some_of, every=True)
        case Some(some_of):
            return _joined(cell, some_of, every=False)
        case Not(inner):
            return ~_holds(cell, inner)


def _joined(cell: Cell, some_of: tuple[Condition, ...], *, every: bool) -> Value:
    found = [_holds(cell, one) for one in some_of]
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
