"""A row of an extract while it is made: its cells, and what it truly is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

SYNTHETIC = "SYNTHETIC"
"""Stands in every row of every file."""

Cell: TypeAlias = "str | int | bool | date | None"
"""None is a blank."""


@dataclass(slots=True)
class Row:
    """One row, with whom it is about."""

    cells: dict[str, Cell]
    case: int
    victim: int | None = None
    suspect: int | None = None
    submission: int | None = None
    kind: str = ""
    """For an entry: the kind of its event."""
    event: int | None = None
    """For an entry: the number of its event."""
    planted: list[Planted] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Planted:
    """Something wrong that was planted in a row."""

    dirt: str
    column: str
    true: Cell
    written: Cell
    loses: bool
    """Whether the true value can no longer be read from the row."""
