"""What happens in many cases at once, kept by column, and put into the order of recording.

The parts of a life add what happens, in the order in which one thing leads to another. At the end
everything of a case is ordered by day, within a day by that order, numbered, and what lies after
the last day that is known falls away, and with it everything that followed from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

import msgspec
import numpy as np
from numpy.typing import NDArray

from answerable.records.event import Event
from answerable.synthetic.cases.chance import Chance, Numbers

NONE = -(2**31)
"""Stands for an empty cell in every column of facts."""


class Shape(StrEnum):
    """What the cells of a fact hold, in whole numbers."""

    CODE = "code"
    """The place of a code in its closed list."""
    FLAG = "flag"
    NUMBER = "number"
    DAY = "day"
    WORDS = "words"
    """The place of a text among the texts of the fact; 0 is the empty text."""
    SEVERAL = "several"
    """Two columns: the places of at most two codes, or at most two numbers."""


@dataclass(frozen=True, slots=True)
class FactShape:
    """The shape of a fact, with its closed list and what it is where nobody says."""

    shape: Shape
    codes: tuple[StrEnum, ...]
    default: Any


@dataclass(frozen=True, slots=True)
class Said:
    """A text for each event: its place in some texts."""

    place: Numbers
    texts: tuple[str, ...]


Fact: TypeAlias = "Numbers | NDArray[np.bool_] | Said | StrEnum | bool | int | str | None"


@dataclass(slots=True)
class Block:
    """Events of one kind that were added together."""

    kind: type[Event]
    of: Numbers
    """Whom each is about: a place among cases, victims, suspects or other events, ascending."""
    row: Numbers
    """The place of the case of each."""
    on: Numbers
    facts: dict[str, Fact]
    names: dict[str, tuple[Block, Numbers]]
    """The earlier events that they name: a block, and places in it."""
    start: int
    """The place of its first event among all that were added."""

    def __len__(self) -> int:
        return len(self.row)

    def place_of(self, of: Numbers) -> Numbers:
        """Where in the block the events about some stand. Each must be there."""
        return np.searchsorted(self.of, of).astype(np.int32)

    def has(self, of: Numbers) -> NDArray[np.bool_]:
        """About which of some the block has an event."""
        return np.isin(of, self.of)


@dataclass(frozen=True, slots=True)
class Events:
    """All events of one kind, each in a row."""

    kind: type[Event]
    row: Numbers
    number: Numbers
    on: Numbers
    recorded_on: Numbers
    facts: Mapping[str, Numbers]
    """Every fact by name, in the whole numbers that its shape says; NONE where empty."""
    texts: Mapping[str, tuple[str, ...]]
    """The texts of each fact in words, the empty one first."""

    def __len__(self) -> int:
        return len(self.row)


@dataclass(slots=True)
class Happenings:
    """Everything that happens in some cases."""

    blocks: list[Block] = field(default_factory=list)
    size: int = 0

    def add(
        self,
        kind: type[Event],
        of: Numbers,
        row: Numbers,
        on: Numbers,
        *,
        names: Mapping[str, tuple[Block, Numbers]] | None = None,
        **facts: Fact,
    ) -> Block:
        """Add events of a kind.

        Args:
            of: whom each is about, ascending (`Block.of`).
            row: the place of the case of each.
            on: the day of each; one that is FAR never happens.
            names: the fact that names an earlier event, with the block and the places in it.
            facts: the others; one value for all, or a column.
        """
        block = Block(kind, of, row, on, facts, dict(names or {}), self.size)
        self.blocks.append(block)
        self.size += len(block)
        return block

    def recorded_by(self, last_day: int, chance: Chance) -> dict[type[Event], Events]:
        """What was recorded by the end of the last day, by kind.

        Nine in ten events are recorded on their day, the others within two weeks; whatever follows
        in a case is recorded no earlier.
        """
        row = np.concatenate([block.row for block in self.blocks])
        on = np.concatenate([block.on for block in self.blocks])
        order = np.argsort((row.astype(np.int64) << 32) | on, kind="stable")
        row, on = row[order], on[order]
        drawn = chance.even(self.size)
        late = np.where(drawn < _RECORDED_LATE, (drawn * _TWO_WEEKS).astype(np.int32), 0)
        highest = np.maximum.accumulate((row.astype(np.int64) << 32) | (on + late))
        recorded = (highest & 0xFFFFFFFF).astype(np.int32)
        known = recorded <= last_day
        begins = np.searchsorted(row, row)
        number = np.where(known, np.arange(self.size) - begins + 1, 0).astype(np.int32)
        by_place = np.empty(self.size, np.int32)
        by_place[order] = number
        recorded_by_place = np.empty(self.size, np.int32)
        recorded_by_place[order] = recorded
        return {
            kind: _joined(kind, blocks, by_place, recorded_by_place)
            for kind, blocks in self._by_kind().items()
        }

    def _by_kind(self) -> dict[type[Event], list[Block]]:
        found: dict[type[Event], list[Block]] = {}
        for block in self.blocks:
            found.setdefault(block.kind, []).append(block)
        return found


_RECORDED_LATE = 0.1
_TWO_WEEKS = 140
"""Days, for a draw below a tenth."""


def _joined(kind: type[Event], blocks: list[Block], number: Numbers, recorded: Numbers) -> Events:
    numbers = [number[block.start : block.start + len(block)] for block in blocks]
    kept = [np.flatnonzero(one) for one in numbers]
    shapes = shapes_of(kind)
    texts: dict[str, tuple[str, ...]] = {}
    facts = {}
    for name, shape in shapes.items():
        known: dict[str, int] = {"": 0}
        facts[name] = np.concatenate(
            [
                _column(block, name, shape, known, number)[places]
                for block, places in zip(blocks, kept, strict=True)
            ]
        )
        if shape.shape is Shape.WORDS:
            texts[name] = tuple(known)
    return Events(
        kind,
        np.concatenate([block.row[places] for block, places in zip(blocks, kept, strict=True)]),
        np.concatenate([one[places] for one, places in zip(numbers, kept, strict=True)]),
        np.concatenate([block.on[places] for block, places in zip(blocks, kept, strict=True)]),
        np.concatenate(
            [
                recorded[block.start : block.start + len(block)][places]
                for block, places in zip(blocks, kept, strict=True)
            ]
        ),
        facts,
        texts,
    )


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


@cache
def shapes_of(kind: type[Event]) -> Mapping[str, FactShape]:
    """The shape of every fact of a kind but its day. Moments stay empty: only days are invented."""
    hints = get_type_hints(kind)
    return {
        one.name: _shape(hints[one.name], one.default)
        for one in msgspec.structs.fields(kind)
        if one.name != "on" and _plain(hints[one.name]) is not datetime
    }


def _shape(hint: Any, default: Any) -> FactShape:
    default = None if default is msgspec.NODEFAULT else default
    plain = _plain(hint)
    if get_origin(plain) is tuple:
        inner = get_args(plain)[0]
        codes = tuple(inner) if issubclass(inner, StrEnum) else ()
        return FactShape(Shape.SEVERAL, codes, default)
    if issubclass(plain, StrEnum):
        return FactShape(Shape.CODE, tuple(plain), default)
    simple = {bool: Shape.FLAG, int: Shape.NUMBER, date: Shape.DAY, str: Shape.WORDS}
    return FactShape(simple[plain], (), default)


def _plain(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(one for one in get_args(hint) if one is not NoneType)
    return hint
