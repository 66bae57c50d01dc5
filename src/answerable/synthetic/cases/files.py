"""Invented cases as case files with typed events, for demonstrations and for checking them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

import numpy as np

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.synthetic.cases.batches import recorded_by
from answerable.synthetic.cases.happenings import NONE, Events, FactShape, Shape, shapes_of
from answerable.synthetic.cases.invent import Part
from answerable.synthetic.cases.lives.beginning import EPOCH

_NOON = time(12, tzinfo=UTC)


def case_files(part: Part, *, first: int, last: int) -> Iterator[CaseFile]:
    """The files of some cases of a part, from one case number to another, both included."""
    found: dict[int, list[Recorded]] = {}
    for events in part.events.values():
        chosen = np.flatnonzero(
            (events.row + part.first_case >= first) & (events.row + part.first_case <= last)
        )
        sides = recorded_by(events)
        for place in chosen.tolist():
            case = int(events.row[place]) + part.first_case
            found.setdefault(case, []).append(_recorded(events, place, int(sides[place])))
    for case in range(first, last + 1):
        reported = EPOCH + timedelta(days=int(part.life.reported[case - part.first_case]))
        yield CaseFile(case, reported, tuple(sorted(found.get(case, ()), key=_number)))


def _number(one: Recorded) -> int:
    return one.number


def _recorded(events: Events, place: int, side: int) -> Recorded:
    recorded_on = EPOCH + timedelta(days=int(events.recorded_on[place]))
    return Recorded(
        number=int(events.number[place]),
        event=event_at(events, place),
        recorded_at=datetime.combine(recorded_on, _NOON),
        side=list(Side)[side],
    )


def event_at(events: Events, place: int) -> Event:
    """The typed event in a row of the events of a kind."""
    facts = {
        name: _fact(events, name, shape, place) for name, shape in shapes_of(events.kind).items()
    }
    return events.kind(on=EPOCH + timedelta(days=int(events.on[place])), **facts)


def _fact(events: Events, name: str, shape: FactShape, place: int) -> Any:
    value = events.facts[name][place]
    if shape.shape is Shape.SEVERAL:
        return tuple(
            shape.codes[one] if shape.codes else one for one in value.tolist() if one != NONE
        )
    if shape.shape is Shape.WORDS:
        return events.texts[name][value]
    if value == NONE:
        return None
    if shape.shape is Shape.CODE:
        return shape.codes[value]
    if shape.shape is Shape.FLAG:
        return bool(value)
    if shape.shape is Shape.DAY:
        return EPOCH + timedelta(days=int(value))
    return int(value)
