"""Where the headings of an extract stand, and which column is which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from answerable.documents.extracts.model import Wanted, plain_heading

SEARCHED: Final = 50
"""Rows among which the headings are looked for: titles and notes may stand above them."""
_LONGEST_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Found:
    """The row of headings, and what each is."""

    row: int
    """Its position among the rows that were searched, from 0."""
    headings: tuple[str, ...]
    """As they stand in the file, without empty ones at the end."""
    cells: int
    """How many cells the row has, empty ones at the end among them: as many as each row needs."""
    places: tuple[int | None, ...]
    """The position of each wanted column from 0; None where it is not there."""
    missing: tuple[str, ...]
    repeated: tuple[str, ...]
    unknown: tuple[str, ...]
    absent: tuple[str, ...]


def find_headings(rows: Sequence[Sequence[str]], wanted: Wanted) -> Found:
    """The row that names most of the wanted columns; the first of several that do.

    Args:
        rows: the first rows of the file, at most `SEARCHED` of them count.
    """
    known = {heading for column in wanted.columns for heading in column.headings}
    named = [len(known & {plain_heading(cell) for cell in row}) for row in rows[:SEARCHED]]
    best = max(range(len(named)), key=lambda at: named[at], default=0)
    return _read(best, list(rows[best]) if rows else [], wanted)


def _read(at: int, row: list[str], wanted: Wanted) -> Found:
    cells = len(row)
    while row and not row[-1].strip():
        row.pop()
    plain = [plain_heading(cell) for cell in row]
    places: list[int | None] = []
    missing: list[str] = []
    absent: list[str] = []
    repeated: list[str] = []
    for column in wanted.columns:
        here = [position for position, one in enumerate(plain) if one in column.headings]
        places.append(here[0] if here else None)
        if not here:
            (absent if column.is_optional else missing).append(column.name)
        if len(here) > 1:
            repeated.append(row[here[0]])
    known = {heading for column in wanted.columns for heading in column.headings}
    known |= set(wanted.unread)
    unknown = [
        shown.strip()[:_LONGEST_SHOWN] or f"(column {position} has no heading)"
        for position, (shown, one) in enumerate(zip(row, plain, strict=True), start=1)
        if one not in known
    ]
    return Found(
        row=at,
        headings=tuple(row),
        cells=cells,
        places=tuple(places),
        missing=tuple(missing),
        repeated=tuple(repeated),
        unknown=tuple(unknown),
        absent=tuple(absent),
    )
