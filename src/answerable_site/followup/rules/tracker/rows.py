"""A row of a tracker as read: what it tells, and what about it cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from answerable.documents.tables import Value
from answerable_site.followup.rules.tracker.columns import Column
from answerable_site.followup.rules.tracker.mapping import Blank, Columns
from answerable_site.followup.rules.tracker.mapping import Mapping as TrackerMapping
from answerable_site.followup.rules.tracker.words import MEANINGS, words_of
from answerable_site.register.rules.lists import (
    CellUnreadable,
    day_in_words,
    day_read,
    no_longer,
    note_in,
    short,
    text_in,
    word_key,
)

LONGEST_TITLE: Final = 500
LONGEST_REFERENCE: Final = 60
LONGEST_NUMBER: Final = 40
LONGEST_NOTE: Final = 20_000

Told = dict[Column, Any]
Reader = Callable[[Value], Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be loaded, and what to do."""

    sentence: str
    column: Column | None = None
    """Empty where the row as a whole is wrong."""
    word: str = ""
    """A word of the column of which a person may say what it means."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as read."""

    number: int
    """Counted from 1, as a spreadsheet program does."""
    told: Told
    problems: tuple[Problem, ...] = ()


def rows_of(
    rows: Sequence[Sequence[Value]], columns: Columns, mapping: TrackerMapping, *, today: date
) -> Iterator[ReadRow]:
    """Every row below the headings that holds anything.

    Args:
        rows: of the file, the one with the headings included.
        columns: which column tells what, without problems.
        mapping: how days, blanks and words are read.
        today: the civil date; nothing was done or said after it.
    """
    readers = [
        _Cells(column, position, _reader(column, mapping, today), mapping.blanks.get(column))
        for column, position in columns.places.items()
    ]
    above: Told = {}
    for position, row in enumerate(rows[columns.header_row :], start=columns.header_row):
        if any(not _is_blank(value) for value in row):
            read = _read(position + 1, row, readers, above)
            above = read.told
            yield read


@dataclass(slots=True)
class _Cells:
    """The cells of a column; equal ones are read once, for trackers say the same over and over."""

    column: Column
    position: int
    read: Reader
    blank: Blank | None
    seen: dict[Value, Any] = field(default_factory=dict)


def _read(number: int, row: Sequence[Value], readers: Sequence[_Cells], above: Told) -> ReadRow:
    told: Told = {}
    problems: list[Problem] = []
    width = len(row)
    for cells in readers:
        column = cells.column
        value = row[cells.position] if cells.position < width else ""
        if value not in cells.seen:
            cells.seen[value] = _NOTHING if _is_blank(value) else cells.read(value)
        found = cells.seen[value]
        if found is _NOTHING:
            if cells.blank is Blank.AS_ABOVE and column in above:
                told[column] = above[column]
            elif cells.blank in _EMPTY:
                problems.append(Problem(_EMPTY[cells.blank], column))
        elif isinstance(found, Problem):
            problems.append(found)
        else:
            told[column] = found
    return ReadRow(number, told, tuple(problems))


_NOTHING: Final = object()
"""What a blank cell tells."""
_EMPTY: Final[dict[Blank | None, str]] = {
    Blank.MISTAKE: "The cell is empty. Every row needs it, as your choices say.",
    Blank.AS_ABOVE: "The cell is empty, and the row above tells nothing that it could stand for.",
}


def as_read(words: str) -> str:
    """Words that are held, as they would be read if a tracker told them."""
    return note_in(words)


def _is_blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip()


def _reader(column: Column, mapping: TrackerMapping, today: date) -> Reader:
    read = _plain_reader(column, mapping, today)

    def problems_are_told(value: Value) -> Any:
        try:
            return read(value)
        except CellUnreadable as unclear:
            word = text_in(value) if column in MEANINGS else ""
            return Problem(str(unclear), column, word)

    return problems_are_told


def _plain_reader(column: Column, mapping: TrackerMapping, today: date) -> Reader:
    if column in MEANINGS:
        return _word_reader(column, mapping)
    if column in _DAYS:
        return lambda value: day_read(value, mapping.reading)
    if column in _DAYS_PAST:
        return lambda value: _past(day_read(value, mapping.reading), today)
    if column in _LINES:
        longest = _LINES[column]
        return lambda value: no_longer(text_in(_typed(value)), longest)
    return lambda value: no_longer(note_in(_typed(value)), LONGEST_NOTE)


def _word_reader(column: Column, mapping: TrackerMapping) -> Reader:
    words = words_of(column, mapping.words.get(column, {}))

    def read(value: Value) -> Any:
        text = text_in(value)
        found = words.get(word_key(text))
        if found is None:
            raise CellUnreadable(
                f"“{short(text)}” is not understood. Say what it means under “What the words "
                "mean”, or write one of: "
                + ", ".join(getattr(one, "label", one.value) for one in MEANINGS[column])
                + "."
            )
        return found

    return read


def _typed(value: Value) -> Value:
    """A cell as it was meant: 3.0 is how spreadsheets keep 3; an apostrophe keeps a text a text."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.startswith("'") and value.lstrip("'")[:1] in _GUARDED:
        return value[1:]
    return value


_GUARDED: Final = frozenset("=+-@")


def _past(day: date, today: date) -> date:
    if day > today:
        raise CellUnreadable(f"{day_in_words(day)} is in the future.")
    return day


_DAYS: Final = frozenset(
    {
        *(Column.PUBLISHED, Column.ORIGINAL, Column.REVISED),
        *(Column.ACTION_ORIGINAL, Column.ACTION_REVISED),
    }
)
_DAYS_PAST: Final = frozenset(
    {Column.DONE_ON, Column.UPDATED_ON, Column.ACTION_DONE_ON, Column.ACTION_UPDATED_ON}
)
_LINES: Final = {
    Column.REFERENCE: LONGEST_REFERENCE,
    Column.ACTION_REFERENCE: LONGEST_REFERENCE,
    Column.INSPECTION: LONGEST_TITLE,
    Column.NUMBER: LONGEST_NUMBER,
    Column.ORGANISATION: LONGEST_TITLE,
    Column.OWNER: LONGEST_TITLE,
    Column.ACTION_OWNER: LONGEST_TITLE,
    Column.SUB_POINT: LONGEST_TITLE,
}
