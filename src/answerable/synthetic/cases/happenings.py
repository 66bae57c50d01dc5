"""What happens in many cases at once, kept by column, in the order of what leads to what.

The parts of a life add what happens; `recording` puts it into the order in which it was recorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from answerable.records.event import Event
from answerable.synthetic.cases.chance import Numbers


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
    found_on: Numbers
    """The day on which each was known at the earliest: its own, unless it puts another right."""
    replaces: tuple[Block, Numbers] | None = None
    """The events whose places they take: a block, and places in it."""

    def __len__(self) -> int:
        return len(self.row)

    @property
    def places(self) -> slice:
        """Where its events stand among all that were added."""
        return slice(self.start, self.start + len(self))

    def place_of(self, of: Numbers) -> Numbers:
        """Where in the block the events about some stand. Each must be there."""
        return np.searchsorted(self.of, of).astype(np.int32)

    def has(self, of: Numbers) -> NDArray[np.bool_]:
        """About which of some the block has an event."""
        return np.isin(of, self.of)


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
        block = Block(kind, of, row, on, facts, dict(names or {}), self.size, found_on=on)
        return self._added(block)

    def put_right(self, wrong: Block, places: Numbers, found_on: Numbers, **facts: Fact) -> Block:
        """Add events that take the place of some, with the same days and other facts.

        Args:
            found_on: the day on which each was found to be wrong.
            facts: as they should have been.
        """
        of, row, on = wrong.of[places], wrong.row[places], wrong.on[places]
        right = Block(wrong.kind, of, row, on, facts, {}, self.size, found_on, (wrong, places))
        return self._added(right)

    def _added(self, block: Block) -> Block:
        self.blocks.append(block)
        self.size += len(block)
        return block
