"""A release: a table as it went out, cell by cell, as the ledger keeps it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec
from msgspec.structs import replace

from answerable.disclosure.table import Labels


class Why(StrEnum):
    """Why a cell is shown as it is."""

    SHOWN = "shown"
    SMALL = "small"
    """Below the threshold, or nought that could have been something."""
    STRUCTURAL = "structural"
    """Nought that could not be anything else, and shown so."""
    CROSSING = "crossing"
    """Names more protected characteristics within a force than the policy allows."""
    SECOND = "second"
    """Hidden so that others cannot be worked out, nor the few between it and an earlier figure."""


class Symbol(StrEnum):
    """What stands in place of a figure, as in government statistics."""

    CONFIDENTIAL = "[c]"
    ROUNDED = "[r]"
    NOT_AVAILABLE = "[x]"
    NOT_APPLICABLE = "[z]"


class Cell(msgspec.Struct, frozen=True):
    """One cell of a release. `count` is what is hidden: it never leaves the ledger."""

    labels: Labels
    count: int
    why: Why

    @property
    def is_shown(self) -> bool:
        """Whether the public reads a number."""
        return self.why in {Why.SHOWN, Why.STRUCTURAL}


class Release(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table as it was released: what the ledger keeps and the auditor reads.

    It holds hidden counts, for only with them can a later release be held against this one. It
    is as confidential as the data that the table was made of.
    """

    by: tuple[str, ...]
    of: dict[str, str]
    value: str
    """What is counted: the name of the column of counts."""
    policy: str
    threshold: int
    rounding: int
    within: dict[str, str]
    cells: tuple[Cell, ...]

    @property
    def shows_any(self) -> bool:
        """Whether the public reads any number of it."""
        return any(cell.is_shown for cell in self.cells)

    def withheld(self) -> Release:
        """The table with nothing shown: it tells nothing."""
        return replace(
            self,
            cells=tuple(
                cell if cell.why is Why.SMALL else replace(cell, why=Why.SECOND)
                for cell in self.cells
            ),
        )

    def could_be(self, cell: Cell) -> tuple[int, int] | None:
        """The least and greatest count behind a cell; None: any from nought on.

        Of a small one this is what somebody knows who is told that it is small: a reader sees the
        same symbol for all that is hidden.
        """
        if cell.why is Why.STRUCTURAL:
            return 0, 0
        if cell.why is Why.SHOWN:
            least = self.shown(cell) - self.rounding // 2
            return max(least, self.threshold), least + self.rounding - 1
        if cell.why is Why.SMALL:
            return 0, self.threshold - 1
        return None

    def shown(self, cell: Cell) -> int:
        """The number that a shown cell shows."""
        return (cell.count + self.rounding // 2) // self.rounding * self.rounding

    def as_json(self) -> dict[str, Any]:
        """The release as plain data, for the ledger alone."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found
