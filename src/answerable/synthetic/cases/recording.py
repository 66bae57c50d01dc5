"""What was recorded of many cases by a day: in its order, numbered, with what was put right apart.

Everything of a case is ordered by the day on which it was known, within a day by what leads to
what. What lies after the last day falls away, and with it everything that followed from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answerable.records.event import Event
from answerable.synthetic.cases.chance import Chance, Numbers, Truths
from answerable.synthetic.cases.happenings import Block, Happenings, Said
from answerable.synthetic.cases.shapes import NONE, FactShape, Shape, shapes_of

_RECORDED_LATE = 0.1
_TWO_WEEKS = 140
"""Days, for a draw below a tenth."""
_DAYS = 0xFFFFFFFF
"""The lower half of a number of which the upper half is a case."""


@dataclass(frozen=True, slots=True)
class Events:
    """Events of one kind, each in a row."""

    kind: type[Event]
    row: Numbers
    """The place of the case of each."""
    number: Numbers
    on: Numbers
    recorded_on: Numbers
    replaces: Numbers
    """The number of the event whose place it took; NONE where it took none."""
    facts: Mapping[str, Numbers]
    """Every fact by name, in the whole numbers that its shape says; NONE where empty."""
    texts: Mapping[str, tuple[str, ...]]
    """The texts of each fact in words, the empty one first."""

    def __len__(self) -> int:
        return len(self.row)

    def those(self, chosen: NDArray[Any]) -> Events:
        """Some of them, by a mask or by their places."""
        return Events(
            self.kind,
            self.row[chosen],
            self.number[chosen],
            self.on[chosen],
            self.recorded_on[chosen],
            self.replaces[chosen],
            {name: column[chosen] for name, column in self.facts.items()},
            self.texts,
        )


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded by the last day, by kind."""

    standing: Mapping[type[Event], Events]
    replaced: Mapping[type[Event], Events]
    """Of kinds in which something was put right: the events whose places later ones took."""


def recorded_by(happened: Happenings, last_day: int, chance: Chance) -> Recorded:
    """What was recorded by the end of the last day.

    What happened on the day of the report is recorded then. Of the rest, nine in ten events are
    recorded on their day, the others within two weeks; whatever follows in a case is recorded no
    earlier.
    """
    number, recorded_on = _numbered(happened, last_day, chance)
    gone = np.zeros(happened.size, np.bool_)
    for block in happened.blocks:
        if block.replaces:
            wrong, places = block.replaces
            gone[wrong.start + places[number[block.places] > 0]] = True
    by_kind: dict[type[Event], list[Block]] = {}
    for block in happened.blocks:
        by_kind.setdefault(block.kind, []).append(block)
    standing, replaced = {}, {}
    for kind, blocks in by_kind.items():
        found = _joined(kind, blocks, number, recorded_on)
        is_gone = np.concatenate([gone[one.places][number[one.places] > 0] for one in blocks])
        standing[kind] = found.those(~is_gone) if is_gone.any() else found
        if is_gone.any():
            replaced[kind] = found.those(is_gone)
    return Recorded(standing, replaced)


def _numbered(happened: Happenings, last_day: int, chance: Chance) -> tuple[Numbers, Numbers]:
    """The number of each event within its case, 0 where it is not known, and when it was recorded;
    in the order in which events were added."""
    row = np.concatenate([block.row for block in happened.blocks])
    found_on = np.concatenate([block.found_on for block in happened.blocks])
    order = np.argsort((row.astype(np.int64) << 32) | found_on, kind="stable")
    row, found_on = row[order], found_on[order]
    begins = np.searchsorted(row, row)
    drawn = chance.even(happened.size)
    is_late = (drawn < _RECORDED_LATE) & (found_on > found_on[begins])
    late = np.where(is_late, (drawn * _TWO_WEEKS).astype(np.int32), 0)
    highest = np.maximum.accumulate((row.astype(np.int64) << 32) | (found_on + late))
    recorded_on = (highest & _DAYS).astype(np.int32)
    is_known: Truths = recorded_on <= last_day
    number = np.where(is_known, np.arange(happened.size) - begins + 1, 0).astype(np.int32)
    return _as_added(number, order), _as_added(recorded_on, order)


def _as_added(values: Numbers, order: NDArray[np.intp]) -> Numbers:
    found = np.empty(len(values), np.int32)
    found[order] = values
    return found


def _joined(
    kind: type[Event], blocks: list[Block], number: Numbers, recorded_on: Numbers
) -> Events:
    """The events of some blocks that are known."""
    kept = [np.flatnonzero(number[block.places]) for block in blocks]

    def joined(columns: list[Numbers]) -> Numbers:
        return np.concatenate(
            [column[places] for column, places in zip(columns, kept, strict=True)]
        )

    texts: dict[str, tuple[str, ...]] = {}
    facts = {}
    for name, shape in shapes_of(kind).items():
        known: dict[str, int] = {"": 0}
        facts[name] = joined([_column(block, name, shape, known, number) for block in blocks])
        if shape.shape is Shape.WORDS:
            texts[name] = tuple(known)
    return Events(
        kind,
        row=joined([block.row for block in blocks]),
        number=joined([number[block.places] for block in blocks]),
        on=joined([block.on for block in blocks]),
        recorded_on=joined([recorded_on[block.places] for block in blocks]),
        replaces=joined([_replaces(block, number) for block in blocks]),
        facts=facts,
        texts=texts,
    )


def _replaces(block: Block, number: Numbers) -> Numbers:
    if block.replaces is None:
        return np.full(len(block), NONE, np.int32)
    wrong, places = block.replaces
    found: Numbers = number[wrong.start + places]
    return found


def _column(
    block: Block, name: str, shape: FactShape, known: dict[str, int], number: Numbers
) -> Numbers:
    """A fact of a block in whole numbers."""
    if name in block.names:
        other, places = block.names[name]
        found: Numbers = number[other.start + places]
        return found
    value = block.facts.get(name, shape.default)
    if shape.shape is Shape.SEVERAL:
        if isinstance(value, np.ndarray):
            return value.astype(np.int32)
        return np.full((len(block), 2), NONE, np.int32)
    if isinstance(value, Said):
        places_of = np.array([known.setdefault(text, len(known)) for text in value.texts], np.int32)
        spoken: Numbers = places_of[value.place]
        return spoken
    if isinstance(value, np.ndarray):
        return value.astype(np.int32)
    return np.full(len(block), _one(value, shape, known), np.int32)


def _one(value: Any, shape: FactShape, known: dict[str, int]) -> int:
    if value is None:
        return NONE
    if shape.shape is Shape.CODE:
        return shape.codes.index(value)
    if shape.shape is Shape.WORDS:
        return known.setdefault(value, len(known))
    return int(value)
