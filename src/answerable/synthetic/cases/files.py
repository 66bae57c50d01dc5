"""Invented cases as case files with typed events, for demonstrations and for checking them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.synthetic.cases.batches import recorded_by
from answerable.synthetic.cases.happenings import NONE, Events, FactShape, Shape, shapes_of
from answerable.synthetic.cases.invent import Part
from answerable.synthetic.cases.lives.beginning import EPOCH

_NOON = time(12, tzinfo=UTC)
_SIDES = list(Side)


def case_files(part: Part, *, first: int, last: int) -> Iterator[CaseFile]:
    """The files of some cases of a part, from one case number to another, both included."""
    found: dict[int, list[Recorded]] = {}
    for events in part.events.values():
        case = events.row + part.first_case
        chosen = np.flatnonzero((case >= first) & (case <= last))
        cases = case[chosen].tolist()
        for number, one in zip(cases, _recorded(events, chosen), strict=True):
            found.setdefault(number, []).append(one)
    for number in range(first, last + 1):
        reported = _day(int(part.life.reported[number - part.first_case]))
        recorded = sorted(found.get(number, ()), key=lambda one: one.number)
        yield CaseFile(number, reported, tuple(recorded))


def _recorded(events: Events, chosen: NDArray[np.intp]) -> Iterator[Recorded]:
    """The events in some rows, typed."""
    facts = [_cells(events, name, shape, chosen) for name, shape in shapes_of(events.kind).items()]
    names = list(shapes_of(events.kind))
    columns = (
        events.number[chosen].tolist(),
        events.on[chosen].tolist(),
        events.recorded_on[chosen].tolist(),
        recorded_by(events)[chosen].tolist(),
    )
    for place, (number, on, recorded_on, side) in enumerate(zip(*columns, strict=True)):
        of_event = {name: cells[place] for name, cells in zip(names, facts, strict=True)}
        yield Recorded(
            number=number,
            event=events.kind(on=_day(on), **of_event),
            recorded_at=datetime.combine(_day(recorded_on), _NOON),
            side=_SIDES[side],
        )


def _cells(events: Events, name: str, shape: FactShape, chosen: NDArray[np.intp]) -> list[Any]:
    """What a fact is in some rows."""
    values = events.facts[name][chosen].tolist()
    match shape.shape:
        case Shape.SEVERAL:
            return [
                tuple(shape.codes[one] if shape.codes else one for one in row if one != NONE)
                for row in values
            ]
        case Shape.WORDS:
            return [events.texts[name][one] for one in values]
        case Shape.CODE:
            return [None if one == NONE else shape.codes[one] for one in values]
        case Shape.FLAG:
            return [None if one == NONE else bool(one) for one in values]
        case Shape.DAY:
            return [None if one == NONE else _day(one) for one in values]
        case Shape.NUMBER:
            return [None if one == NONE else one for one in values]


@cache
def _day(days: int) -> date:
    return EPOCH + timedelta(days=days)
