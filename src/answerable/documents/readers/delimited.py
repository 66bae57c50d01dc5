"""Tables in plain text: lines that tabs, commas, semicolons or upright strokes part into cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from answerable.documents.model import Block, BlockKind, Cell
from answerable.documents.readers.hyphenation import tidy

_FEWEST_ROWS: Final = 3
_FEWEST_CELLS: Final = 3
_MOST_LINES: Final = 20_000
_LONGEST_HEADING: Final = 60
_STROKE: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = frozenset("|+-=: \t")
_ROW_GROUPS: Final = 3
"""Stretches between rules from which on every row has rules of its own."""


@dataclass(frozen=True, slots=True)
class DelimitedTable:
    """A table and the lines of text that it takes."""

    rows: list[list[str]]
    lines: int

    def blocks(self, number: int, page: int) -> Iterator[Block]:
        """The cells as blocks, one for each line in a cell; the table is counted from 0."""
        header = _is_header(self.rows[0])
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                place = Cell(number, row, column, header=header and row == 0)
                for line in filter(None, map(tidy, cell.split("\n"))):
                    yield Block(BlockKind.TABLE_CELL, line, page, 0, cell=place)


def delimited_tables(lines: Sequence[str]) -> dict[int, DelimitedTable]:
    """The tables in the lines of a text, by the position of their first line."""
    found: dict[int, DelimitedTable] = {}
    position = 0
    while position < len(lines):
        table = _table_at(lines, position)
        if table.rows:
            found[position] = table
        position += table.lines
    return found


def _table_at(lines: Sequence[str], start: int) -> DelimitedTable:
    """The table that begins on a line; one without rows holds the lines that begin none."""
    line = lines[start]
    if "|" in line or line.startswith("+-"):
        return _ruled(lines, start)
    delimiter = max("\t;,", key=line.count)
    rows: list[list[str]] = []
    taken = 0
    if line.count(delimiter) >= _FEWEST_CELLS - 1:
        rows, taken = _separated(lines, start, delimiter)
    return DelimitedTable(rows, taken) if len(rows) >= _FEWEST_ROWS else DelimitedTable([], 1)


def _ruled(lines: Sequence[str], start: int) -> DelimitedTable:
    """A table of upright strokes, as Markdown has it or drawn with hyphens and plus signs."""
    taken: list[list[str] | None] = []
    width = 0
    for line in _from(lines, start):
        cells = None if _is_rule(line) else _cells(line)
        if cells is not None:
            width = width or len(cells)
            if len(cells) != width or width < 2:
                break
        taken.append(cells)
    rows = _rows_between_rules(taken)
    has_rules = None in taken
    enough_rows = len(rows) >= (2 if has_rules else _FEWEST_ROWS)
    enough_cells = width >= (2 if has_rules else _FEWEST_CELLS)
    return DelimitedTable(rows if enough_rows and enough_cells else [], max(1, len(taken)))


def _from(lines: Sequence[str], start: int) -> Iterator[str]:
    """The lines that a table beginning on a line may take."""
    return (lines[at] for at in range(start, min(start + _MOST_LINES, len(lines))))


def _is_rule(line: str) -> bool:
    return set(line) <= _RULE and ("--" in line or "==" in line)


def _rows_between_rules(taken: Sequence[list[str] | None]) -> list[list[str]]:
    """The rows of lines in order, None being a rule: where every row has rules, it may wrap."""
    groups = [
        [cells for cells in group if cells is not None]
        for is_rule, group in groupby(taken, key=lambda cells: cells is None)
        if not is_rule
    ]
    if len(groups) < _ROW_GROUPS:
        return [cells for group in groups for cells in group]
    return [
        [" ".join(filter(None, column)) for column in zip(*group, strict=True)] for group in groups
    ]


def _cells(line: str) -> list[str]:
    inner = line.strip()
    inner = inner.removeprefix("|").removesuffix("|")
    return [cell.replace("\\|", "|").strip() for cell in _STROKE.split(inner)]


def _separated(lines: Sequence[str], start: int, delimiter: str) -> tuple[list[list[str]], int]:
    """The rows of a table as spreadsheets write it, and the lines that they take.

    Cells may be quoted, and quoted ones hold line breaks.
    """
    rows: list[list[str]] = []
    taken = 0
    if lines[start].count('"') % 2:
        return rows, taken
    reader = csv.reader((f"{line}\n" for line in _from(lines, start)), delimiter=delimiter)
    try:
        for row in reader:
            if not _fits(row, rows[0] if rows else row, delimiter):
                break
            rows.append(row)
            taken = reader.line_num
    except csv.Error:  # a cell of more than 128 KiB, whose quote is never closed
        return [], 0
    return rows, taken


def _fits(row: Sequence[str], first: Sequence[str], delimiter: str) -> bool:
    """Whether a line is one more row of a table.

    Tabs at the end of a line are often lost. A comma or semicolon before a space is prose.
    """
    filled = sum(1 for cell in row if cell.strip())
    if delimiter == "\t":
        return filled >= (_FEWEST_CELLS if row is first else 2) and len(row) <= len(first)
    return (
        len(row) == len(first)
        and filled > 0
        and _is_header(first)
        and not any(cell.startswith(" ") for cell in row)
    )


def _is_header(row: Sequence[str]) -> bool:
    """Whether cells name columns: short words without figures that end no sentence."""
    return all(
        cell.strip()
        and len(cell) <= _LONGEST_HEADING
        and not cell.rstrip().endswith(".")
        and not any(letter.isdigit() for letter in cell)
        for cell in row
    )
