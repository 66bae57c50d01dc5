"""Which events the rows tell: views over all rows that go on, made when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import msgspec

from answerable.cuts.engine import literal
from answerable.mappings.checking.engine import listed
from answerable.mappings.profiles import Constant, EventFrom, FactFrom, Holds, Level, Profile
from answerable.mappings.profiles.faults import field_type, is_told
from answerable.records.kinds import BY_TAG

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LEVELS: Final = (Level.CASE, Level.VICTIM, Level.SUSPECT, Level.SUBMISSION)
_PERSONS: Final = (Level.VICTIM, Level.SUSPECT)
_BETWEEN: Final = "\x1f"


def happened(event: EventFrom, of: str = "") -> str:
    """When a row says that an event happened.

    Args:
        of: the table of the row and a full stop, where there are several.
    """
    conditions = [f"{of}t_{event.on} is not null"]
    for column, values in event.when.items():
        conditions.append(f"{of}t_{column}::varchar in {listed(values)}")
    conditions += [f"{of}t_{column} is not null" for column in event.if_filled]
    return " and ".join(conditions)


def needed_columns(profile: Profile, event: EventFrom) -> list[str]:
    """The columns without whose value there can be no event, such as the method of telling."""
    required = {one.name for one in msgspec.structs.fields(BY_TAG[event.kind]) if one.required}
    columns = []
    for name, fact in event.facts.items():
        if name not in required:
            continue
        if fact.column is not None:
            columns.append(fact.column)
        elif fact.entry is not None:
            columns.append(fact.entry)
        elif fact.event is not None:
            columns.append(profile.events_by_name[fact.event].on)
    for person in _PERSONS:
        column = profile.grain.victim if person is Level.VICTIM else profile.grain.suspect
        if person in required and column is not None:
            columns.append(column)
    return columns


def make_sound_rows(engine: DuckDBPyConnection, profile: Profile) -> None:
    """Fills `sound`: rows without a doubt, with the first row of each thing that they are of.

    `first_case` and so on hold the number of that row, null where the row is of no such thing;
    `victim` and `suspect` the number of the person within the case.
    """
    parts = ["good as (select * from typed where row not in (select row from doubts))"]
    joins, columns = [], []
    for level in LEVELS:
        keys = _keys_of_first_rows(profile, level)
        if not keys:
            columns.append(f"null::bigint as first_{level}")
            continue
        by = ", ".join(f"t_{name}" for name in keys)
        there = f"where t_{keys[-1]} is not null group by {by}"
        parts.append(f"of_{level} as (select {by}, min(row) as first_{level} from good {there})")
        joins.append(f"left join of_{level} using ({by})")
        columns.append(f"first_{level}")
    placed = f"select good.*, {', '.join(columns)} from good {' '.join(joins)}"
    parts.append(f"placed as ({placed})")
    numbered, ranks = [], []
    for person in _PERSONS:
        rank = _ranks(profile, person)
        numbered.append(f"{_number(profile, person)} as {person}")
        if rank:
            parts.append(rank)
            ranks.append(f"left join rank_{person} using (t_{profile.grain.case}, first_{person})")
    everything = f"select placed.*, {', '.join(numbered)} from placed {' '.join(ranks)}"
    engine.execute(f"create or replace table sound as with {', '.join(parts)} {everything}")


def _keys_of_first_rows(profile: Profile, level: Level) -> tuple[str, ...]:
    """The columns by which rows are of the same thing, where somebody asks for its first row."""
    keys = profile.key_of(level)
    if level not in {event.each for event in profile.events} | {Level.CASE, *_PERSONS}:
        return ()
    return keys if level is Level.CASE or len(keys) > 1 else ()


def _own_number(profile: Profile, person: Level) -> str | None:
    """The source’s own number of a person within the case, where it has one."""
    name = profile.grain.victim if person is Level.VICTIM else profile.grain.suspect
    if name is None:
        return "1" if person is Level.VICTIM and profile.grain.one_victim else "null::integer"
    return f"t_{name}" if profile.columns[name].holds is Holds.WHOLE else None


def _number(profile: Profile, person: Level) -> str:
    """The number of a person within the case: the source’s own, else by order of appearance."""
    own = _own_number(profile, person)
    if own is not None:
        return own
    return f"case when first_{person} is not null then coalesce(rank_of_{person}, 1) end"


def _ranks(profile: Profile, person: Level) -> str | None:
    """The order of appearance in cases of several; where there is one, it is the first."""
    if _own_number(profile, person) is not None:
        return None
    case = f"t_{profile.grain.case}"
    return (
        f"rank_{person} as (select {case}, first_{person}, row_number() over (partition by {case} "
        f"order by first_{person}) as rank_of_{person} from (select {case}, first_{person} "
        f"from of_{person} semi join (select {case} from of_{person} group by 1 "
        f"having count(*) > 1) using ({case})))"
    )


def events_sql(profile: Profile, *, of_cases: str | None = None) -> str:
    """Every event of the sound rows, as a query.

    Its columns: `case_key`, `number` (within the case, by day), `name` and `kind`, `day`, `victim`,
    `suspect`, `row` that tells it, and `facts`: JSON as `records.kinds.to_stored` writes it. For
    whoever puts them beside what is there already: `identity`, which is the same in every file of
    the source for the same event of a case, whatever it says; `own_facts`, the facts without an
    event that they name; `about_fact` and `about`, the name of that fact and the number of that
    event; `about_identity`. And `first_case`, the first row of the case.

    Args:
        of_cases: a table with the column `case_key`; None: every case.
    """
    told = " union all ".join(
        _event_sql(profile, event, position) for position, event in enumerate(profile.events)
    )
    chosen = f"semi join {of_cases} using (case_key)" if of_cases else ""
    return (
        f"with told as ({told}), numbered as (select *, row_number() over "
        f"(partition by first_case order by day, position, row) as number from told {chosen}) "
        "select one.case_key, one.number, one.name, one.kind, one.day, one.victim, one.suspect, "
        "one.row, case when one.about_fact is null then one.facts "
        "else json_merge_patch(one.facts, json_object(one.about_fact, other.number)) end as facts, "
        "one.identity, one.facts as own_facts, one.about_fact, other.number as about, "
        "other.identity as about_identity, one.first_case from numbered one "
        "left join numbered other "
        "on one.about_position = other.position and one.about_row = other.row"
    )


def _event_sql(profile: Profile, event: EventFrom, position: int) -> str:
    about_fact, about = next(
        ((name, fact) for name, fact in event.facts.items() if fact.event is not None),
        (None, None),
    )
    about_row, about_position = "null::bigint", "null::integer"
    source = "sound"
    if about is not None and about.event is not None:
        meant = profile.events_by_name[about.event]
        about_position = str(profile.events.index(meant))
        about_row = _row_of(meant, about, "sound.")
        if about.entry is not None:
            source = _with_entries(profile, about)
    victim = _person(profile, event, Level.VICTIM)
    suspect = _person(profile, event, Level.SUSPECT)
    return (
        f"select sound.t_{profile.grain.case} as case_key, sound.first_case, "
        f"{position} as position, "
        f"{literal(event.name)} as name, {literal(event.kind)} as kind, "
        f"sound.t_{event.on} as day, {victim} as victim, {suspect} as suspect, sound.row as row, "
        f"{literal(about_fact) if about_fact else 'null::varchar'} as about_fact, "
        f"{about_position} as about_position, {about_row} as about_row, "
        f"{_facts(profile, event)} as facts, {_identity(profile, event)} as identity "
        f"from {source} where {tells(event, 'sound.')}"
    )


def _identity(profile: Profile, event: EventFrom) -> str:
    """What an event is within its case: its name, and of what it is told once."""
    grain = profile.grain
    persons = {grain.victim: "victim", grain.suspect: "suspect"}
    once = {
        Level.CASE: (),
        Level.VICTIM: (grain.victim,),
        Level.SUSPECT: (grain.suspect,),
        Level.SUBMISSION: (grain.submission,),
        Level.ROW: tuple(name for name in grain.unique if name != grain.case),
    }[event.each]
    parts = [f"sound.{persons.get(name, f't_{name}')}::varchar" for name in once if name]
    return (
        f"concat_ws({literal(_BETWEEN)}, {', '.join([literal(event.name), *map(_or_none, parts)])})"
    )


def _or_none(text: str) -> str:
    return f"coalesce({text}, '')"


def tells(event: EventFrom, of: str = "") -> str:
    """When a row tells an event: it happened, and the row is the first of what it is of."""
    said = happened(event, of)
    if event.each is Level.ROW:
        return said
    return f"{said} and {of}row = {of}first_{event.each}"


def _row_of(meant: EventFrom, fact: FactFrom, of: str) -> str:
    if fact.entry is not None:
        return "entries.row"
    return f"{of}row" if meant.each is Level.ROW else f"{of}first_{meant.each}"


def _with_entries(profile: Profile, fact: FactFrom) -> str:
    entry = profile.grain.entry
    case = profile.grain.case
    return (
        f"sound left join sound entries on sound.t_{fact.entry} = entries.t_{entry} "
        f"and sound.t_{case} = entries.t_{case}"
    )


def _person(profile: Profile, event: EventFrom, person: Level) -> str:
    fields = BY_TAG[event.kind].__struct_fields__
    is_of = person in fields or f"{person}s" in fields
    return f"sound.{person}" if is_of and is_told(profile, event, person) else "null::integer"


def plain_facts_sql(profile: Profile, event: EventFrom) -> str:
    """The facts of each event of one kind without days, people and events that it names: `row` and
    `facts` in JSON. Few sets of facts are different."""
    facts = json_object(
        (name, _fact(event, name, fact))
        for name, fact in event.facts.items()
        if fact.event is None and not is_date(profile, fact)
    )
    return f"select row, {facts}::varchar as facts from sound where {tells(event)}"


def is_date(profile: Profile, fact: FactFrom) -> bool:
    """Whether a fact is a day."""
    return fact.column is not None and profile.columns[fact.column].holds is Holds.DATE


def json_object(pairs: Iterable[tuple[str, str]]) -> str:
    """An object in JSON without what is null, from names and expressions, by name.

    To take nulls out costs twice as much as to write it: only where there is one.
    """
    pairs = sorted(pairs)
    inside = ", ".join(f"{literal(name)}, {expression}" for name, expression in pairs)
    lacking = " or ".join(f"({expression}) is null" for _, expression in pairs)
    return (
        f"case when {lacking} then json_merge_patch('{{}}', json_object({inside})) "
        f"else json_object({inside}) end"
    )


def _facts(profile: Profile, event: EventFrom) -> str:
    kind = BY_TAG[event.kind]
    pairs = [("kind", literal(event.kind)), ("on", f"sound.t_{event.on}::varchar")]
    for person in _PERSONS:
        number = _person(profile, event, person)
        if number.startswith("null"):
            continue
        if person in kind.__struct_fields__:
            pairs.append((person, number))
        else:
            pairs.append((f"{person}s", f"case when {number} is not null then [{number}] end"))
    for name, fact in event.facts.items():
        if fact.event is None:
            pairs.append((name, _fact(event, name, fact)))
    return json_object(pairs)


def _fact(event: EventFrom, name: str, fact: FactFrom) -> str:
    wanted = field_type(BY_TAG[event.kind], name)
    if fact.column is None:
        return _literal(fact.value)
    cell = f"sound.t_{fact.column}"
    if fact.meanings or fact.otherwise is not None:
        cases = " ".join(
            [
                *(f"when {literal(value)} then null" for value in fact.but_not),
                *(
                    f"when {literal(value)} then {_literal(meaning)}"
                    for value, meaning in fact.meanings.items()
                ),
            ]
        )
        other = f" else {_literal(fact.otherwise)}" if fact.otherwise is not None else ""
        return (
            f"case when {cell} is null then null else case {cell}::varchar {cases}{other} end end"
        )
    if fact.but_not:
        cell = f"case when {cell}::varchar not in {listed(fact.but_not)} then {cell} end"
    if wanted is bool:
        return f"({cell})::boolean"
    if wanted is int:
        return f"({cell})::bigint"
    if wanted is list:
        return f"to_json({cell})"
    return f"({cell})::varchar"


def _literal(value: Constant) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else literal(str(value))
