"""What cannot have happened, by the rules of records: asked of every case that could break one.

The rules answer one case at a time. So that a million rows are checked in seconds, a question to
all rows at once first finds the cases of which a rule could say something; a test holds that it
leaves none out. What is said of a case is said by the rules alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from answerable.cuts.engine import literal
from answerable.mappings.checking.telling import events_sql, happened, plain_facts_sql
from answerable.mappings.profiles import EventFrom, Holds, Level, Profile
from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import BY_TAG, from_stored
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.court import (
    Charged,
    CourtResult,
    HearingHeld,
    HearingListed,
    Plea,
    Sentenced,
)
from answerable.records.kinds.decision import Decision, What
from answerable.records.kinds.disagreement import DisagreementResolved
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified
from answerable.records.kinds.pilot import PilotLeft
from answerable.records.kinds.plan import ItemSet
from answerable.records.kinds.review import IndependentReviewAsked, ReviewDecided
from answerable.records.kinds.submission import Reopened, SubmissionTriaged
from answerable.records.rules import Impossibilities, characteristics, submission, why_impossible

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AFTER_A_CHARGE: Final = (HearingListed, HearingHeld, Plea, CourtResult)
_ALWAYS_ASKED: Final = (
    *(Sentenced, Reopened, DisagreementResolved, ReviewDecided, IndependentReviewAsked, PilotLeft),
)
"""Kinds of which a rule says something that neither their day nor their facts alone show."""
_CONTRADICT_THEMSELVES: Final[Mapping[type[Event], Impossibilities]] = {
    CharacteristicRecorded: characteristics.impossible,
    SubmissionTriaged: submission.impossible,
}
"""Kinds that can contradict themselves, whatever else is in the case, and the rule that says so."""
_RECORDED_AT: Final = datetime(2000, 1, 1, tzinfo=UTC)
_BEFORE_ALL: Final = date(1900, 1, 1)


def find_impossible(engine: DuckDBPyConnection, profile: Profile) -> None:
    """Adds to `doubts` what cannot be, from the rows in `sound`."""
    if not profile.events:
        return
    case = f"t_{profile.grain.case}"
    contradicting = [
        row for event in profile.events for row in _contradicting_rows(engine, profile, event)
    ]
    questions = [
        f"select {case} as case_key from sound where {condition}"
        for condition in (*_could_be_impossible(profile), "row in (select unnest($rows::bigint[]))")
    ]
    every = " union ".join([*questions, *_before_their_entries(profile)])
    engine.execute(f"create or replace temp table asked as {every}", {"rows": contradicting})
    ons = {event.name: event.on for event in profile.events}
    found = [
        (row, "cannot_be", ons[name], None, reason)
        for rows in _cases(engine, profile)
        for row, name, reason in _reasons(rows, profile)
    ]
    if found:
        engine.executemany("insert into doubts values (?, ?, ?, ?, ?)", found)
        engine.execute(_CELLS.format(cases=_cell_cases(profile)))


_CELLS: Final = (
    "update doubts set cell = (select {cases} from raw where raw.row = doubts.row) "
    "where code = 'cannot_be'"
)


def _cell_cases(profile: Profile) -> str:
    cases = " ".join(f"when {literal(name)} then r_{name}" for name in profile.columns)
    return f"case doubts.col {cases} end"


def _could_be_impossible(profile: Profile) -> Iterator[str]:
    """Conditions on a row, of which one holds for every row that tells something impossible."""
    for event in profile.events:
        kind = BY_TAG[event.kind]
        said = happened(event)
        reported = profile.grain.reported_on
        if reported and reported != event.on:
            yield f"{said} and t_{event.on} < t_{reported}"
        for condition in _of_facts(profile, event, kind):
            yield f"{said} and ({condition})"
        for person, identified in (
            (Level.VICTIM, VictimIdentified),
            (Level.SUSPECT, SuspectIdentified),
        ):
            if kind is not identified and event.each in (person, Level.ROW):
                for one in _of_kind(profile, identified):
                    yield f"{said} and {person} is not null and not ({happened(one)})"
        if kind in _AFTER_A_CHARGE:
            for one in _of_kind(profile, Charged):
                yield f"{said} and (t_{one.on} is null or t_{one.on} > t_{event.on})"
        if kind in _ALWAYS_ASKED:
            yield said


def _of_kind(profile: Profile, kind: type[Event]) -> list[EventFrom]:
    return [event for event in profile.events if BY_TAG[event.kind] is kind]


def _of_facts(profile: Profile, event: EventFrom, kind: type[Event]) -> Iterator[str]:
    dates = {
        name: f"t_{fact.column}"
        for name, fact in event.facts.items()
        if fact.column and profile.columns[fact.column].holds is Holds.DATE
    }
    if "from_on" in dates and "to_on" in dates:
        yield f"{dates['to_on']} < {dates['from_on']}"
    for name, cell in dates.items():
        if name not in {"from_on", "to_on"}:
            yield f"{cell} < t_{event.on}"
    for fact in event.facts.values():
        if fact.event is not None and fact.entry is None:
            meant = profile.events_by_name[fact.event]
            yield f"t_{meant.on} is null or t_{meant.on} > t_{event.on}"
            yield f"not ({happened(meant)})"
    if kind is ItemSet:
        yield f"{dates.get('target_on', 'null')} is null"
    made = event.facts.get("made")
    if kind is Decision and made is not None and made.value in (None, What.CHARGE):
        yield "suspect is null"


def _contradicting_rows(
    engine: DuckDBPyConnection, profile: Profile, event: EventFrom
) -> Iterator[int]:
    """Rows whose event contradicts itself: each set of facts is asked about once."""
    kind = BY_TAG[event.kind]
    rule = _CONTRADICT_THEMSELVES.get(kind)
    if rule is None:
        return
    anybody = dict.fromkeys({"victim", "suspect", *kind.REFERS} & set(kind.__struct_fields__), 1)
    file = CaseFile(1, _BEFORE_ALL)
    each = plain_facts_sql(profile, event)
    contradicting = []
    for (facts,) in engine.execute(f"select distinct facts from ({each})").fetchall():
        told = from_stored(
            {**anybody, **json.loads(facts), "kind": event.kind, "on": _BEFORE_ALL.isoformat()}
        )
        if any(rule(file, _recorded(1, told))):
            contradicting.append(facts)
    if contradicting:
        found = engine.execute(
            f"select row from ({each}) where facts in (select unnest($facts))",
            {"facts": contradicting},
        )
        yield from (row for (row,) in found.fetchall())


def _recorded(number: int, event: Event) -> Recorded:
    return Recorded(number=number, event=event, recorded_at=_RECORDED_AT, side=Side.POLICE)


def _before_their_entries(profile: Profile) -> Iterator[str]:
    """Cases with an entry that is before the one that it names, or of another person."""
    case, entry = profile.grain.case, profile.grain.entry
    for event in profile.events:
        for fact in event.facts.values():
            if fact.entry is None or fact.event is None:
                continue
            meant = profile.events_by_name[fact.event]
            yield (
                f"select one.t_{case} as case_key from sound one join sound other "
                f"on one.t_{fact.entry} = other.t_{entry} and one.t_{case} = other.t_{case} "
                f"where one.t_{event.on} < other.t_{meant.on} "
                "or one.victim <> other.victim or one.suspect <> other.suspect"
            )


def _cases(engine: DuckDBPyConnection, profile: Profile) -> Iterator[list[tuple[Any, ...]]]:
    """The events of each case that is asked about, with the day of its report or None."""
    reported = profile.grain.reported_on
    day = f"t_{reported}" if reported else "null::date"
    case = f"t_{profile.grain.case}"
    rows = engine.execute(
        f"select told.case_key, reported, number, name, row, facts from "
        f"({events_sql(profile, of_cases='asked')}) told "
        f"join (select {case} as case_key, min({day}) as reported from sound group by 1) days "
        "using (case_key) order by told.case_key, number"
    ).fetchall()
    start = 0
    for position in range(1, len(rows) + 1):
        if position == len(rows) or rows[position][0] != rows[start][0]:
            yield rows[start:position]
            start = position


def _reasons(rows: list[tuple[Any, ...]], profile: Profile) -> Iterator[tuple[int, str, str]]:
    """Which row tells which event that cannot be, and why."""
    reported = rows[0][1] or _BEFORE_ALL
    recorded = [
        _recorded(number, from_stored(json.loads(facts))) for _, _, number, _, _, facts in rows
    ]
    file = CaseFile(1, reported, tuple(recorded))
    file = _with_what_others_tell(file, profile)
    for one, (_, _, _, name, row, _) in zip(recorded, rows, strict=True):
        for reason in why_impossible(file.without(one.number), one):
            yield row, name, reason


def _with_what_others_tell(file: CaseFile, profile: Profile) -> CaseFile:
    """The file with what this source never tells and other sources do: who is in the case, and
    charges. What only the sources together can show is asked when they are put together."""
    more: list[Event] = []
    victims, suspects = _named(file, "victim"), _named(file, "suspect")
    first = file.reported_on
    if VictimIdentified.kind() not in profile.kinds:
        more += [VictimIdentified(on=first, victim=number) for number in victims]
    if SuspectIdentified.kind() not in profile.kinds:
        more += [SuspectIdentified(on=first, suspect=number) for number in suspects or {1}]
    if Charged.kind() not in profile.kinds:
        more += [Charged(on=first, suspect=number) for number in suspects or {1}]
    for event in more:
        file = file.with_event(_recorded(file.next_number, event))
    return file


def _named(file: CaseFile, person: str) -> Sequence[int]:
    named = {
        number
        for one in file.recorded
        for number in (
            *getattr(one.event, f"{person}s", ()),
            *filter(None, [getattr(one.event, person, None)]),
        )
    }
    return sorted(named)
