"""A definition becomes a query: the one place where conditions and standings meet an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property, reduce
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

import ibis
from ibis.expr.operations import UnboundTable

from answerable.cuts.built import TABLES
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
    columns_of,
)
from answerable.measures.deadlines import LIMIT_OWNERS, due_days, with_deadline
from answerable.measures.definition import Clock, Definition, DueOn, Within
from answerable.measures.groups import ORGANISATIONS, TIMES
from answerable.measures.programme import (
    Drop,
    Keep,
    Programme,
    Question,
    Reads,
    Step,
    planned,
    within,
)
from answerable.measures.standing import Standing
from answerable.measures.subjects import PREPARED, SUBJECTS, rows_of
from answerable.measures.subjects.relations import Prepared, beside, table, truly

if TYPE_CHECKING:
    from ibis.expr.types import Table, Value

    Cell: TypeAlias = Callable[[str], Value]


class Dialect(StrEnum):
    """The engines that a definition is compiled for."""

    DUCKDB = "duckdb"
    SPARK = "spark"
    DATAFUSION = "datafusion"
    CLICKHOUSE = "clickhouse"


ROWS = "rows"
"""The last column of an answer: how many rows stand so."""
_OF_IBIS = {Dialect.SPARK: "pyspark"}
"""What Ibis calls a dialect, where otherwise."""


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
    prepared = _prepared(definitions, by)
    asked = [(some, counted(some, prepared, by, as_of)) for some in _asked(definitions)]
    return _programme(prepared, asked, dialect)


def _programme(
    prepared: _AllPrepared,
    asked: Sequence[tuple[tuple[Definition, ...], Table]],
    dialect: Dialect,
) -> Programme:
    plan = planned(
        [prepared.read_by(relation) for _, relation in asked], prepared.reads, prepared.of_whole
    )
    once: list[Step] = []
    steps: list[Step] = []
    for (some, relation), new, gone in zip(asked, plan.before, plan.after, strict=True):
        for name in new:
            query = prepared.query(prepared.named[name].relation(), plan.kept, dialect)
            (steps if prepared.is_of_cases(name) else once).append(Keep(name, query))
        question = Question(some, prepared.query(relation, plan.kept, dialect))
        (steps if prepared.asks_of_cases(relation) else once).append(question)
        steps += [Drop(name) for name in gone if prepared.is_of_cases(name)]
    return Programme(tuple(once), tuple(steps))


@cache
def explained(
    definition: Definition, by: tuple[str, ...], as_of: date, dialect: Dialect = Dialect.DUCKDB
) -> str:
    """A measure as one query: what is kept where several are asked stands in it by name."""
    prepared = _prepared((definition,), by)
    return prepared.query(counted((definition,), prepared, by, as_of), frozenset(), dialect)


def _asked(definitions: Iterable[Definition]) -> list[tuple[Definition, ...]]:
    """Definitions that one query can answer together, in the order of their subjects."""
    order = list(SUBJECTS)
    ordered = sorted(definitions, key=lambda one: (order.index(one.subject), one.dated_by))
    return [tuple(some) for _, some in groupby(ordered, lambda one: (one.subject, one.dated_by))]


@dataclass(frozen=True)
class _AllPrepared:
    """Every relation that may be read by name, the rows of subjects among them."""

    named: Mapping[str, Prepared]

    @cached_property
    def reads(self) -> Reads:
        """Of each, the others that it reads."""
        return {name: self.read_by(one.relation()) for name, one in self.named.items()}

    @property
    def of_whole(self) -> frozenset[str]:
        """Those that are worked out over every case."""
        return frozenset(name for name, one in self.named.items() if one.is_of_whole)

    def read_by(self, relation: Table) -> frozenset[str]:
        """Those that a relation reads."""
        return _tables_of(relation) & frozenset(self.named)

    def is_of_cases(self, name: str) -> bool:
        """Whether one says something of some cases, and not of all of them or of none."""
        one = self.named[name]
        return not one.is_of_whole and self.asks_of_cases(one.relation())

    def asks_of_cases(self, relation: Table) -> bool:
        """Whether a relation is worked out case by case, and so may be part by part."""
        return any(
            self.is_of_cases(one) if one in self.named else TABLES[one].is_of_cases
            for one in _tables_of(relation)
        )

    def query(self, relation: Table, kept: frozenset[str], dialect: Dialect) -> str:
        """A relation as a query, with everything that it reads and that is kept nowhere."""
        inside = within(self.read_by(relation), self.reads, kept)
        query = written(relation, dialect)
        if not inside:
            return query
        named = ",\n".join(
            f"{name} AS (\n{written(self.named[name].relation(), dialect)}\n)" for name in inside
        )
        return f"WITH {named}\nSELECT * FROM (\n{query}\n) AS found"


def _prepared(definitions: Iterable[Definition], by: tuple[str, ...]) -> _AllPrepared:
    """What can be kept: of each subject and of the limits as much as somebody asks for."""
    wanted: dict[str, set[str]] = {}
    codes: dict[str, None] = {}
    for one in definitions:
        wanted.setdefault(one.subject, set()).update(_columns(one), by)
        codes |= dict.fromkeys(_limits(one.clock))
    rows = [rows_of(SUBJECTS[name], frozenset(some)) for name, some in wanted.items()]
    shared = (*PREPARED.values(), LIMIT_OWNERS, due_days(*codes))
    return _AllPrepared({one.name: one for one in (*shared, *rows)})


def _columns(definition: Definition) -> set[str]:
    """What a definition asks of a row."""
    clock = definition.clock
    conditions = [definition.applies, definition.fails, definition.unknown, definition.met]
    columns = {definition.dated_by, *ORGANISATIONS}
    match clock:
        case Clock(starts, done, _, otherwise):
            columns |= {starts, done}
            conditions += [one.condition for one in otherwise]
        case DueOn(due, done):
            columns |= {due, done}
        case Within(starts, done):
            columns |= {starts, done}
    return columns.union(*(columns_of(one) for one in conditions if one))


def _tables_of(relation: Table) -> frozenset[str]:
    """The tables that a relation reads, by their names."""
    return frozenset(one.name for one in relation.op().find(UnboundTable))


def written(relation: Table, dialect: Dialect) -> str:
    """A relation as a query."""
    return str(ibis.to_sql(relation, dialect=_OF_IBIS.get(dialect, dialect.value)))


def counted(
    definitions: Sequence[Definition], prepared: _AllPrepared, by: Sequence[str], as_of: date
) -> Table:
    """How many rows of each group stand in each way in measures that share subject and day."""
    placed = in_time(_stood(definitions, prepared, as_of), definitions[0].dated_by, by)
    grouped = placed.group_by([*by, *(one.name for one in definitions)])
    return grouped.aggregate(placed.count().name(ROWS))


def _stood(definitions: Sequence[Definition], prepared: _AllPrepared, as_of: date) -> Table:
    """Every row of a subject with how it stands in measures of it, a column each."""
    subject = SUBJECTS[definitions[0].subject]
    rows = _with_limits(prepared.named[f"subject_{subject.name}"].table(), definitions)
    if subject.looked_at:
        rows = rows.filter(rows[subject.looked_at] <= day_number(as_of))
    return rows.mutate(
        **{
            one.name: _standing(_cells(rows, one.clock), one, day_number(as_of))
            for one in definitions
        }
    )


@cache
def days_of(
    definition: Definition, standing: Standing, by: tuple[str, ...], as_of: date, dialect: Dialect
) -> Programme:
    """What an engine does to say on which days rows of a measure stood in one way.

    Its one question has a row for each day and group: the day, the columns of the breakdown, and
    how many rows those are.

    Args:
        by: breakdowns that are no times.
    """
    prepared = _prepared((definition,), by)
    rows = _stood((definition,), prepared, as_of)
    wanted = rows.filter(rows[definition.name] == standing.value)
    dated = wanted.filter(wanted[definition.dated_by].notnull())
    relation = dated.group_by([definition.dated_by, *by]).aggregate(dated.count().name(ROWS))
    return _programme(prepared, [((definition,), relation)], dialect)


def _with_limits(rows: Table, definitions: Iterable[Definition]) -> Table:
    """With the last day in time under each limit that a clock names."""
    named = {
        (code, one.clock.starts): None
        for one in definitions
        if isinstance(one.clock, Clock)
        for code in _limits(one.clock)
    }
    for code, starts in named:
        rows = with_deadline(rows, code, starts, _due(code, starts))
    return rows


def _limits(clock: Clock | DueOn | Within | None) -> tuple[str, ...]:
    if not isinstance(clock, Clock):
        return ()
    return (clock.limit, *(one.limit for one in clock.otherwise))


def _due(code: str, starts: str) -> str:
    return f"{code}_from_{starts}"


def _cells(rows: Table, clock: Clock | DueOn | Within | None) -> Cell:
    """The cells of rows by the names that conditions know, `due_on` among them."""
    match clock:
        case None:
            return lambda name: rows[name]
        case DueOn(due):
            return lambda name: rows[due if name == "due_on" else name]
        case Within(starts, _, days):
            followed_to = rows[starts] + days
            return lambda name: followed_to if name == "due_on" else rows[name]
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
    if isinstance(clock, Clock | Within):
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
