"""What contradicts itself in a profile: each fault with its place and what to do."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, get_args, get_origin

import msgspec

from answerable.documents.extracts import plain_heading
from answerable.mappings.code_lists import ACCEPTED
from answerable.mappings.dates import FORMATS, has_two_digit_year
from answerable.mappings.profiles.model import (
    Column,
    EventFrom,
    FactFrom,
    Holds,
    Level,
    Profile,
    RowIs,
)
from answerable.records.event import Event
from answerable.records.kinds import BY_TAG, UnusableEvent, from_stored

_DAY: Final = "2024-03-01"
_PEOPLE: Final = {"victim": Level.VICTIM, "suspect": Level.SUSPECT}


def faults(profile: Profile) -> Iterator[str]:
    """Every fault of a profile, as a sentence that begins with its place."""
    yield from _faults_of_grain(profile)
    yield from _faults_of_headings(profile)
    if profile.encoding and not _is_encoding(profile.encoding):
        yield f"encoding: there is no encoding {profile.encoding!r}. Write such as utf-8 or cp1252."
    for name, column in profile.columns.items():
        for fault in _faults_of_column(column):
            yield f"columns.{name}.{fault}"
    names = Counter(event.name for event in profile.events)
    for event in profile.events:
        if names[event.name] > 1:
            yield f"events.{event.name}: two events have this name. Give each its own."
        for fault in _faults_of_event(profile, event):
            yield f"events.{event.name}: {fault}"
    for position, sample in enumerate(profile.samples, start=1):
        unknown = {name for row in sample.rows for name in row} - set(profile.columns)
        for name in sorted(unknown):
            yield f"samples {position}: there is no column {name}. Name one of the profile."


def _faults_of_grain(profile: Profile) -> Iterator[str]:
    grain = profile.grain
    named = {
        "case": grain.case,
        "reported_on": grain.reported_on,
        "victim": grain.victim,
        "suspect": grain.suspect,
        "submission": grain.submission,
        "entry": grain.entry,
    }
    for place, name in [*named.items(), *(("unique", name) for name in grain.unique)]:
        if name is not None and name not in profile.columns:
            yield f"grain.{place}: there is no column {name}. Describe it under columns."
    if grain.row is RowIs.COUNT:
        if profile.events:
            yield "events: rows that are counts tell no events. Leave them out."
    elif grain.case is None:
        yield "grain.case: name the column of the reference by which rows belong to a case."
    if grain.goes_on_together and grain.case is None:
        yield "grain.goes_on_together: without a case there is nothing that goes on together."
    reported = profile.columns.get(grain.reported_on or "")
    if reported and reported.holds is not Holds.DATE:
        yield "grain.reported_on: the day of the report is a date."


def _faults_of_headings(profile: Profile) -> Iterator[str]:
    every = [
        *(
            one
            for column in profile.columns.values()
            for one in map(plain_heading, column.headings)
        ),
        *map(plain_heading, profile.unread),
    ]
    for heading, times in Counter(every).items():
        if times > 1:
            yield f"headings: “{heading}” is said of two columns. Leave one out."
        if not heading:
            yield "headings: a heading needs a letter or a figure."


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _faults_of_column(column: Column) -> Iterator[str]:
    for name in column.formats:
        if name not in FORMATS:
            yield f"formats: there is no format {name!r}. There are {', '.join(FORMATS)}."
    two = any(name in FORMATS and has_two_digit_year(name) for name in column.formats)
    if two and column.century_from is None:
        yield "century_from: say the first year that a two-digit year can mean, such as 1950."
    if column.holds in (Holds.CODE, Holds.CODES) and not (column.codes or column.code_list):
        yield "codes: say what each code means, or name a code_list."
    if column.code_list and column.code_list not in ACCEPTED:
        yield f"code_list: there is no list {column.code_list!r}. There are {', '.join(ACCEPTED)}."
    folded = Counter(word.strip().casefold() for word in column.codes)
    for word in (word for word, times in folded.items() if times > 1):
        yield f"codes: “{word}” stands twice; capital letters make no difference."
    if column.pattern:
        try:
            re.compile(column.pattern)
        except re.error as error:
            yield f"pattern: this is no regular expression: {error}."
    for given, holds in _only_for(column):
        if column.holds not in holds:
            yield f"{given}: this is of columns that hold {' or '.join(holds)}."


def _only_for(column: Column) -> Iterator[tuple[str, tuple[Holds, ...]]]:
    if column.formats:
        yield "formats", (Holds.DATE,)
    if column.codes or column.code_list:
        yield "codes", (Holds.CODE, Holds.CODES)
    if column.pattern:
        yield "pattern", (Holds.REFERENCE,)
    if column.least is not None or column.most is not None:
        yield "least", (Holds.WHOLE,)


def _faults_of_event(profile: Profile, event: EventFrom) -> Iterator[str]:
    kind = BY_TAG.get(event.kind)
    if kind is None:
        yield f"there is no kind of event {event.kind!r}. answerable kinds-of-event lists them."
        return
    if event.each is not Level.ROW and len(profile.key_of(event.each)) < _depth(event.each):
        yield f"each: the grain names no column of a {event.each}."
    on = profile.columns.get(event.on)
    if on is None or on.holds is not Holds.DATE:
        yield f"on: {event.on} is no column of dates."
    for column in (*event.when, *event.if_filled):
        if column not in profile.columns:
            yield f"when, if_filled: there is no column {column}."
    if sum(fact.event is not None for fact in event.facts.values()) > 1:
        yield "facts: an event can name one other event, not several."
    yield from _faults_of_people(profile, event, kind)
    broken = False
    for name, fact in event.facts.items():
        for fault in _faults_of_fact(profile, kind, name, fact):
            broken = True
            yield f"facts.{name}: {fault}"
    if not broken:
        yield from _faults_of_values(profile, event, kind)


def _depth(level: Level) -> int:
    return 1 if level is Level.CASE else 2


def _faults_of_people(profile: Profile, event: EventFrom, kind: type[Event]) -> Iterator[str]:
    for person in _PEOPLE:
        if person in _required(kind) and not is_told(profile, event, person):
            yield (
                f"each: an event of this kind is of a {person}. Say each = “{person}” or “row”, "
                f"and name the column of the {person} in the grain."
            )


def is_told(profile: Profile, event: EventFrom, person: str) -> bool:
    """Whether the rows of an event say which victim or suspect it is of."""
    column = profile.grain.victim if person == "victim" else profile.grain.suspect
    if person == "victim" and profile.grain.one_victim:
        return True
    return column is not None and event.each in (Level.ROW, _PEOPLE[person])


@cache
def _required(kind: type[Event]) -> frozenset[str]:
    return frozenset(
        field.name
        for field in msgspec.structs.fields(kind)
        if field.required and field.name != "on"
    )


def _faults_of_fact(
    profile: Profile, kind: type[Event], name: str, fact: FactFrom
) -> Iterator[str]:
    if name not in kind.__struct_fields__:
        yield "there is no such fact of this kind."
    given = [one for one in (fact.column, fact.value, fact.event) if one is not None]
    if len(given) != 1:
        yield "say one of column, value and event."
    if fact.column is not None and fact.column not in profile.columns:
        yield f"there is no column {fact.column}."
    if (fact.meanings or fact.but_not) and fact.column is None:
        yield "meanings and but_not belong to a column."
    if fact.otherwise is not None and not (fact.meanings or fact.but_not):
        yield "otherwise stands beside meanings or but_not. For what is always the same, say value."
    if fact.entry is not None and (fact.event is None or fact.entry not in profile.columns):
        yield "entry names a column, beside the event whose entry it is."
    if fact.entry is not None and profile.grain.entry is None:
        yield "entry: the grain names no column that numbers the entries."
    if fact.event is not None:
        meant = profile.events_by_name.get(fact.event)
        wanted = kind.REFERS.get(name)
        if meant is None:
            yield f"there is no event {fact.event} in the profile."
        elif wanted is None or BY_TAG.get(meant.kind) is not wanted:
            yield f"{fact.event} is of another kind than this fact names."


def _faults_of_values(profile: Profile, event: EventFrom, kind: type[Event]) -> Iterator[str]:
    """What the kind itself says against the values that the facts can have."""
    told = {name: _values(profile, fact) for name, fact in event.facts.items()}
    sample: dict[str, Any] = {"kind": event.kind, "on": _DAY}
    sample |= {name: _as_fact(kind, name, values[0]) for name, values in told.items() if values}
    for person in _PEOPLE:
        if person in kind.__struct_fields__ and is_told(profile, event, person):
            sample[person] = 1
    try:
        from_stored(sample)
    except UnusableEvent as error:
        yield f"{error}. Say under facts where it comes from."
        return
    for name, values in told.items():
        for value in values[1:]:
            try:
                from_stored({**sample, name: _as_fact(kind, name, value)})
            except UnusableEvent:
                yield f"facts.{name}: {value!r} is no value that it can have."


def _values(profile: Profile, fact: FactFrom) -> list[Any]:
    """Values that a fact can have: all where they are listed, else one of the right type."""
    if fact.value is not None:
        return [fact.value]
    if fact.event is not None:
        return [1]
    if fact.meanings or fact.otherwise is not None:
        other = [fact.otherwise] if fact.otherwise is not None else []
        return [*fact.meanings.values(), *other]
    column = profile.columns[fact.column or ""]
    return [one for one in _of_column(column) if one not in fact.but_not]


def _of_column(column: Column) -> list[Any]:
    match column.holds:
        case Holds.DATE:
            return [_DAY]
        case Holds.YES_NO:
            return [True, False]
        case Holds.WHOLE:
            return [column.least if column.least is not None else 1]
        case Holds.CODE | Holds.CODES:
            listed = ACCEPTED[column.code_list].examples if column.code_list in ACCEPTED else ()
            every = [*listed, *column.codes.values()]
            return [[one] for one in every] if column.holds is Holds.CODES else list(every)
        case _:
            return ["words"]


def _as_fact(kind: type[Event], name: str, value: Any) -> Any:
    """A value as the fact takes it: words of a code that are a yes or a no, figures as text."""
    wanted = field_type(kind, name)
    if wanted is bool and isinstance(value, str):
        return {"true": True, "false": False}.get(value, value)
    if wanted is str and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


@cache
def field_type(kind: type[Event], name: str) -> type:
    """The plain type that a fact of a kind has in storage: bool, int, list or str."""
    annotation = {field.name: field.type for field in msgspec.structs.fields(kind)}[name]
    options = [one for one in (get_args(annotation) or (annotation,)) if one is not type(None)]
    if get_origin(annotation) is tuple:
        return list
    first = options[0]
    if get_origin(first) is tuple:
        return list
    while get_args(first):
        first = get_args(first)[0]
    if first is bool:
        return bool
    return int if isinstance(first, type) and issubclass(first, int) else str
