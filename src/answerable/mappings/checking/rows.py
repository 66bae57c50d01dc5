"""Doubts about rows as they stand among others: totals, repeats, contradictions, gaps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from answerable.cuts.engine import literal
from answerable.mappings.checking import cells
from answerable.mappings.checking.engine import listed
from answerable.mappings.checking.telling import happened, needed_columns
from answerable.mappings.doubts import KINDS
from answerable.mappings.profiles import Blank, EventFrom, Holds, Level, Profile

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WORKBOOKS: Final = ("xlsx", "xls", "ods")
_TOTALS: Final = r"(grand |sub-?\s?)?totals?\s*:?( .{0,40})?"
_COMPARED_HEADINGS: Final = 3


def find_doubts(engine: DuckDBPyConnection, profile: Profile, kind: str, as_at: date) -> None:
    """Fills `typed` (a column `t_` for each of the profile) and `doubts` from `raw`.

    `doubts` has `row`, `code`, `col` (null for the row as a whole), `cell` and `more`. What the
    events of a case say against one another is not asked here (`possible`).

    Args:
        kind: of file; workbooks have troubles of their own.
        as_at: the day of the extract.
    """
    engine.execute(
        "create table doubts (row bigint, code varchar, col varchar, cell varchar, more varchar)"
    )
    engine.execute("insert into doubts (row, code) select row, why from raw where why is not null")
    _type(engine, profile, as_at)
    if kind in _WORKBOOKS:
        _swapped_dates(engine, profile)
    _no_records(engine, profile)
    _rows_twice(engine, profile)
    _keys_twice(engine, profile)
    for level in (Level.CASE, Level.VICTIM, Level.SUSPECT, Level.SUBMISSION):
        _contradictions(engine, profile, level)
    for event in profile.events:
        _gaps(engine, profile, event)


def _type(engine: DuckDBPyConnection, profile: Profile, as_at: date) -> None:
    columns = profile.columns.items()
    clean = ", ".join(
        f"{cells.cleaned(name, column)} as c_{name}, {cells.trimmed(name)} is null as b_{name}"
        for name, column in columns
    )
    typed = ", ".join(f"{cells.value(name, column)} as t_{name}" for name, column in columns)
    found = ", ".join(f"{cells.doubt(name, column, as_at)} as d_{name}" for name, column in columns)
    values = ", ".join(f"t_{name}" for name in profile.columns)
    engine.execute(
        f"create table typed as select row, {values}, {found} from "
        f"(select *, {typed} from (select row, {clean} from raw where why is null))"
    )
    counts = ", ".join(f"count(d_{name})" for name in profile.columns)
    times = engine.execute(f"select {counts} from typed").fetchone() or ()
    for (name, column), doubtful in zip(columns, times, strict=True):
        if not doubtful:
            continue
        engine.execute(
            f"insert into doubts select row, d_{name}, {literal(name)}, r_{name}, "
            f"{cells.more(name, column, as_at)} "
            f"from typed join raw using (row) where d_{name} is not null"
        )


def _swapped_dates(engine: DuckDBPyConnection, profile: Profile) -> None:
    """A program that takes some dates of a column for its own swaps day and month where it can."""
    for name, column in profile.columns.items():
        if column.holds is not Holds.DATE:
            continue
        own = f"trim(r_{name}) like '____-__-__%'"
        engine.execute(
            f"insert into doubts select row, 'swapped_date', {literal(name)}, r_{name}, null "
            f"from typed join raw using (row) "
            f"where d_{name} is null and t_{name} is not null and {own} and day(t_{name}) <= 12 "
            f"and exists (select 1 from typed join raw using (row) "
            f"where t_{name} is not null and not {own})"
        )


def _no_records(engine: DuckDBPyConnection, profile: Profile) -> None:
    """Rows that are headings or totals are that, whatever else is doubtful about them."""
    first = list(profile.columns.items())[:_COMPARED_HEADINGS]
    is_heading = " and ".join(
        f"coalesce(lower(trim(r_{name})) in {listed(one.casefold() for one in column.headings)}, "
        "false)"
        for name, column in first
    )
    is_total = " or ".join(
        f"coalesce(regexp_full_match(lower(trim(r_{name})), {literal(_TOTALS)}), false)"
        for name, _ in first
    )
    engine.execute(
        "create temp table no_records as select row, "
        f"case when {is_heading} then 'headings_again' else 'totals_row' end as code "
        "from (select * from raw semi join doubts using (row) where why is null) "
        f"where ({is_heading}) or ({is_total})"
    )
    engine.execute("delete from doubts where row in (select row from no_records)")
    engine.execute("insert into doubts (row, code) select row, code from no_records")


def _rows_twice(engine: DuckDBPyConnection, profile: Profile) -> None:
    """Later rows that are the same in every cell that is read."""
    same = " and ".join(
        f"one.r_{name} is not distinct from other.r_{name}" for name in profile.columns
    )
    every = ", ".join(f"r_{name}" for name in profile.columns)
    engine.execute(
        "insert into doubts (row, code, more) "
        f"with hashed as (select row, hash({every}) as digest from raw where why is null "
        f"and row not in (select row from no_records)), "
        "first as (select digest, min(row) as row from hashed group by digest having count(*) > 1) "
        "select other.row, 'same_row_twice', one.row from hashed "
        "join first on hashed.digest = first.digest and hashed.row > first.row "
        "join raw one on one.row = first.row join raw other on other.row = hashed.row "
        f"where {same}"
    )


def _alone() -> str:
    return listed(kind.code for kind in KINDS.values() if kind.is_of_row_alone)


def _keys_twice(engine: DuckDBPyConnection, profile: Profile) -> None:
    keys = ", ".join(f"t_{name}" for name in profile.grain.unique)
    sure = " and ".join(f"d_{name} is null" for name in profile.grain.unique)
    same = " and ".join(
        f"sure.t_{name} is not distinct from twice.t_{name}" for name in profile.grain.unique
    )
    engine.execute(
        "insert into doubts (row, code, more) "
        f"with sure as (select row, {keys} from typed where {sure} "
        f"and row not in (select row from doubts where code in {_alone()})), "
        f"twice as (select {keys}, min(row) as first, max(row) as last from sure "
        f"group by {keys} having count(*) > 1) "
        "select row, 'same_key_differs', case when row = first then last else first end "
        f"from sure join twice on {same}"
    )


def _contradictions(engine: DuckDBPyConnection, profile: Profile, level: Level) -> None:
    """Facts of a case, a victim or another thing that are not the same on all of its rows."""
    keys = profile.key_of(level)
    facts = [
        name for name, column in profile.columns.items() if column.of is level and name not in keys
    ]
    if not keys or not facts or (level is not Level.CASE and len(keys) < 2):
        return
    sure = " and ".join(f"t_{name} is not null" for name in keys)
    by = ", ".join(f"t_{name}" for name in keys)
    every = ", ".join(f"t_{name}" for name in facts)
    engine.execute(
        f"create or replace temp table differing as with sound as (select * from typed "
        f"where {sure} and row not in (select row from doubts)), "
        f"several as (select {by} from sound group by {by} having count(*) > 1), "
        f"groups as (select {by} from sound semi join several using ({by}) group by {by} "
        f"having min(hash({every})) <> max(hash({every}))) "
        f"select row, {by}, {every} from sound semi join groups using ({by})"
    )
    found = engine.execute("select count(*) from differing").fetchone()
    for name in facts if found and found[0] else ():
        engine.execute(
            "insert into doubts "
            f"select row, 'contradicts_row', {literal(name)}, r_{name}, "
            f"case when row = first then other else first end from (select row, "
            f"min(row) over same as first, "
            f"max(row) filter (where t_{name} is distinct from a_value) over same as other, "
            f"bool_or(t_{name} is distinct from a_value) over same as differs from (select *, "
            f"first_value(t_{name}) over (partition by {by} order by row) as a_value "
            f"from differing) window same as (partition by {by})) "
            "join raw using (row) where differs"
        )


def _gaps(engine: DuckDBPyConnection, profile: Profile, event: EventFrom) -> None:
    """Facts without which an event cannot be, blank on rows that say that it happened."""
    for name in needed_columns(profile, event):
        if profile.columns[name].blank is Blank.NEVER or name == event.on:
            continue
        dated = literal(f"“{profile.heading(event.on)}”")
        engine.execute(
            f"insert into doubts select row, 'needed_for_event', {literal(name)}, null, {dated} "
            f"from typed where {happened(event)} and t_{name} is null and d_{name} is null"
        )
