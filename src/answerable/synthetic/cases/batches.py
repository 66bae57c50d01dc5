"""Invented cases as the batches from which a cut is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answerable.cuts.batches import Batch, Rows
from answerable.cuts.columns import Column, Holds
from answerable.cuts.organisations import organisation_rows
from answerable.cuts.tables import (
    CASES,
    CORRECTIONS,
    EVENT_TABLES,
    GROUPING_TABLE,
    GROUPINGS,
    OF_EVERY_EVENT,
    event_table,
    several,
    several_table,
    singular,
)
from answerable.records.codes.characteristics import RESTRICTED, Characteristic
from answerable.records.event import Side
from answerable.records.kinds import KINDS
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.decision import Maker
from answerable.synthetic.cases.chance import Numbers
from answerable.synthetic.cases.forces import AREAS_FROM
from answerable.synthetic.cases.invent import Invention, Part
from answerable.synthetic.cases.organisations import of_organisations
from answerable.synthetic.cases.recording import Events
from answerable.synthetic.cases.shapes import NONE

_SIDES = list(Side)
_TAGS = tuple(kind.kind() for kind in KINDS)
_RESTRICTED = [list(Characteristic).index(one) for one in RESTRICTED]
_LENGTH, _NAMED = "_length", "_named"
_FIRST_TARGET = "first_target_on"


def rows(invention: Invention) -> Rows:
    """All batches of the cut of some invented cases, part after part, and of their forces."""
    for part in invention.parts():
        yield from batches(part)
    yield from organisation_rows(of_organisations(invention), invention.known_until)


def batches(part: Part) -> Iterator[tuple[str, Batch]]:
    """The batches of one part."""
    case = np.arange(len(part.force), dtype=np.int32) + part.first_case
    yield CASES.name, {"case_number": case, "reported_on": part.life.reported}
    yield GROUPING_TABLE.name, _groupings(part, case)
    for kind, wrong in part.replaced.items():
        yield CORRECTIONS.name, _corrections(part.events[kind], wrong, part.first_case)
    for kind, events in part.events.items():
        yield event_table(kind), _of_events(events, part.first_case)
        for fact in several(kind):
            yield several_table(kind, fact), _named(events, fact, part.first_case)


def _groupings(part: Part, case: Numbers) -> Batch:
    """The force of each case, and the prosecutors’ Area of those that went there."""
    with_area = np.flatnonzero(part.life.submitted <= part.life.last_day)
    force, area = (GROUPINGS.index(one) for one in ("force", "cps_area"))
    return {
        "case_number": np.concatenate([case, case[with_area]]),
        "grouping": np.repeat([force, area], [len(case), len(with_area)]).astype(np.uint8),
        "organisation": np.concatenate([part.force, AREAS_FROM + part.force[with_area]]),
    }


def _of_events(events: Events, first_case: int) -> Batch:
    size = len(events)
    given = {
        "case_number": events.row + first_case,
        "event_number": events.number,
        "happened_on": events.on,
        "recorded_on": events.recorded_on,
        "recorded_by": recorded_by(events),
        "breach_reason_length": np.zeros(size, np.int32),
    }
    hidden = _hidden(events)
    table = EVENT_TABLES[event_table(events.kind)]
    for column in table.columns[len(OF_EVERY_EVENT) :]:
        given[column.name] = _cells(events, column, hidden)
    return given


def _corrections(standing: Events, wrong: Events, first_case: int) -> Batch:
    """What took the place of what."""
    right = standing.those(standing.replaces != NONE)
    by_number = np.argsort(_key(wrong.row, wrong.number))
    keys = _key(wrong.row, wrong.number)[by_number]
    wrong = wrong.those(by_number[np.searchsorted(keys, _key(right.row, right.replaces))])
    kind = np.full(len(right), _TAGS.index(right.kind.kind()), np.uint8)
    return {
        "case_number": right.row + first_case,
        "event_number": right.number,
        "kind": kind,
        "happened_on": right.on,
        "recorded_on": right.recorded_on,
        "replaced": right.replaces,
        "replaced_kind": kind,
        "replaced_happened_on": wrong.on,
        "replaced_recorded_on": wrong.recorded_on,
    }


def _key(row: Numbers, number: Numbers) -> NDArray[np.int64]:
    return row.astype(np.int64) << 32 | number


def recorded_by(events: Events) -> Numbers:
    """The side whose people recorded each event, as its place in `Side`.

    Who made a decision records it; of anything else the first side that may.
    """
    if "maker" in events.facts:
        by_cps = events.facts["maker"] == list(Maker).index(Maker.CPS)
        by_cps &= Side.CPS in events.kind.RECORDED_BY
        found = np.where(by_cps, _SIDES.index(Side.CPS), _SIDES.index(Side.POLICE))
        return found.astype(np.uint8)
    first = next(place for place, one in enumerate(_SIDES) if one in events.kind.RECORDED_BY)
    return np.full(len(events), first, np.uint8)


def _hidden(events: Events) -> Any:
    """Answers that only named roles read, and that no cut holds."""
    if events.kind is not CharacteristicRecorded:
        return np.zeros(len(events), np.bool_)
    return np.isin(events.facts["characteristic"], _RESTRICTED)


def _cells(events: Events, column: Column, hidden: Any) -> Any:
    if column.name == _FIRST_TARGET:
        return _masked(events.facts["target_on"], np.int32)
    if column.holds is Holds.OPEN_CODE:
        return _texts(events, column.name, hidden)
    if column.name in events.facts:
        types = {Holds.CODE: np.uint8, Holds.FLAG: np.bool_}
        return _masked(events.facts[column.name], types.get(column.holds, np.int32))
    if column.name.endswith(_LENGTH):
        fact = column.name.removesuffix(_LENGTH)
        lengths = np.array([len(text) for text in events.texts[fact]], np.int32)
        return lengths[events.facts[fact]]
    return events.facts[column.name.removesuffix(_NAMED)] != NONE


def _masked(values: Numbers, kind: Any) -> Any:
    empty = values == NONE
    if not empty.any():
        return values.astype(kind)
    return np.ma.masked_array(np.where(empty, 0, values).astype(kind), mask=empty)


def _texts(events: Events, fact: str, hidden: Any) -> Any:
    place = events.facts[fact]
    empty = (place == 0) | hidden
    texts = np.array(events.texts[fact], dtype=object)[np.where(empty, 0, place)]
    return np.ma.masked_array(texts, mask=empty) if empty.any() else texts


def _named(events: Events, fact: str, first_case: int) -> Batch:
    """One row for each thing that a fact with several names."""
    values = events.facts[fact]
    event, which = np.nonzero(values != NONE)
    codes = EVENT_TABLES[several_table(events.kind, fact)].column(singular(fact)).codes
    return {
        "case_number": events.row[event] + first_case,
        "event_number": events.number[event],
        singular(fact): values[event, which].astype(np.uint8 if codes else np.int32),
    }
