"""What each row of each extract truly was, as a list beside the extracts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from answerable.synthetic.extracts.row import SYNTHETIC, Cell, Planted, Row

FILE = "truth.csv"
COLUMNS = (
    *("marking", "system", "row", "case", "victim", "suspect", "submission", "kind", "event"),
    *("dirt", "column", "true", "written", "loses"),
)


class Truth:
    """The list, written row by row as the extracts are."""

    def __init__(self, file: TextIO) -> None:
        self._lines = csv.writer(file, lineterminator="\n")
        self._lines.writerow(COLUMNS)
        self._rows: dict[str, int] = {}

    def tell(self, system: str, row: Row) -> None:
        """Write what the next row of a system is: one line, more where several things are wrong."""
        self._rows[system] = number = self._rows.get(system, 0) + 1
        who = (row.case, row.victim, row.suspect, row.submission, row.kind, row.event)
        for dirt in _dirt(row):
            self._lines.writerow((SYNTHETIC, system, number, *who, *dirt))


def _dirt(row: Row) -> Iterator[tuple[str, str, str, str, str]]:
    for one in row.planted or (None,):
        yield ("", "", "", "", "") if one is None else _line(one)


def _line(one: Planted) -> tuple[str, str, str, str, str]:
    loses = "yes" if one.loses else "no"
    return one.dirt, one.column, _words(one.true), _words(one.written), loses


def _words(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
