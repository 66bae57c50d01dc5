"""Rows that are right, and wait because what they belong to is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.cuts.engine import literal
from answerable.mappings.checking.engine import listed
from answerable.mappings.checking.telling import happened
from answerable.mappings.doubts import KINDS
from answerable.mappings.profiles import Profile

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def find_missing_entries(engine: DuckDBPyConnection, profile: Profile) -> None:
    """Entries that name one which is not in the file for their case, or is of another kind."""
    case, entry = profile.grain.case, profile.grain.entry
    for event in profile.events:
        for fact in event.facts.values():
            if fact.entry is None or fact.event is None:
                continue
            meant = happened(profile.events_by_name[fact.event])
            engine.execute(
                f"insert into doubts select one.row, 'no_such_entry', {literal(fact.entry)}, "
                f"one.t_{fact.entry}::varchar, null "
                f"from (select * from sound where {happened(event)}) one "
                f"anti join (select * from typed where {meant}) other "
                f"on one.t_{fact.entry} = other.t_{entry} and one.t_{case} = other.t_{case} "
                f"where one.t_{fact.entry} is not null"
            )


def let_entries_wait(engine: DuckDBPyConnection, profile: Profile) -> None:
    """Adds to `doubts` the entries that name one which is set aside, and those that name them."""
    names = [
        (happened(event), fact.entry)
        for event in profile.events
        for fact in event.facts.values()
        if fact.entry is not None
    ]
    case, entry = profile.grain.case, profile.grain.entry
    while names:
        before = _count(engine)
        for said, named in names:
            engine.execute(
                f"insert into doubts select distinct one.row, 'names_set_aside', {literal(named)}, "
                f"one.t_{named}::varchar, null from (select * from typed where {said}) one "
                f"join typed other on one.t_{named} = other.t_{entry} "
                f"and one.t_{case} = other.t_{case} "
                "where one.row not in (select row from doubts) "
                "and not exists (select 1 from typed twin where "
                f"twin.t_{entry} = other.t_{entry} and twin.t_{case} = other.t_{case} "
                "and twin.row not in (select row from doubts))"
            )
        if _count(engine) == before:
            return


def let_cases_wait(engine: DuckDBPyConnection, profile: Profile) -> None:
    """Adds to `doubts` the other rows of cases that go on together or not at all."""
    if not profile.grain.goes_on_together:
        return
    case = f"t_{profile.grain.case}"
    alone = listed(kind.code for kind in KINDS.values() if kind.is_of_row_alone)
    engine.execute(
        "insert into doubts with doubtful as "
        f"(select {case} as held, min(row) as first from typed join doubts using (row) "
        f"where code not in {alone} and {case} is not null group by 1) "
        "select row, 'waits_for_row', null, null, first from typed join doubtful "
        f"on {case} = held where row not in (select row from doubts)"
    )


def _count(engine: DuckDBPyConnection) -> int:
    found = engine.execute("select count(*) from doubts").fetchone()
    return int(found[0]) if found else 0
