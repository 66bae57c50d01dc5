"""A table of items: what its columns hold, and its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from answerable.extraction.find.columns import Column
from answerable.extraction.lines import Line
from answerable.extraction.model import ItemKind

Row: TypeAlias = dict[int, list[Line]]
"""The lines of each cell, by column; an empty cell is absent."""


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A table of items: what its columns hold and its rows below the header."""

    columns: dict[int, Column]
    rows: tuple[Row, ...]
    kind: ItemKind | None
    """The kind of item that the header names."""


def words_of(cell: list[Line]) -> str:
    """The words of a cell in one line."""
    return " ".join(line.text for line in cell)


def kind_named(words: str) -> ItemKind | None:
    """The kind of item that a heading, a label or a cell names, or None."""
    lowered = words.lower()
    if re.search(r"\bcauses?\b|\bcocs?\b", lowered) and "recommendation" not in lowered:
        return ItemKind.CAUSE_OF_CONCERN
    if re.search(r"\brec", lowered):
        return ItemKind.RECOMMENDATION
    if "improvement" in lowered or "afi" in lowered:
        return ItemKind.AREA_FOR_IMPROVEMENT
    return None
