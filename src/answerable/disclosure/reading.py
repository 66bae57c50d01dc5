"""A CSV file of counts becomes a table, or is refused with a sentence that says what to mend."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from answerable.disclosure.table import ALL, CountTable, Labels, UnusableTable

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of a file: no table that people read is longer."""
MOST_COLUMNS: Final = 3
_LARGEST_COUNT: Final = 1_000_000_000
_RESERVED: Final = "shown"


def read_table(path: Path, *, value: str, by: Sequence[str]) -> CountTable:
    """The counts in a CSV file with a heading row, in UTF-8.

    A further column that says the same in every row says of what all counts are, and is kept
    with the table. Over one that varies the counts are added up.

    Args:
        value: the column of counts: whole numbers from nought on.
        by: the columns by which they are broken down, one to three.

    Raises:
        UnusableTable: the file is no such table; the message says where and what to do.
        OSError: the path cannot be opened.
    """
    _check_asked(value, by)
    if path.stat().st_size > LARGEST:
        raise UnusableTable(
            f"{path.name} is larger than {LARGEST // 1024**2} MB. A table of counts is not so "
            "long: count first, one row for each cell."
        )
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _table(csv.reader(file, strict=True), path.name, value, tuple(by))
    except UnicodeDecodeError as problem:
        raise UnusableTable(f"{path.name} is not written in UTF-8. Save it so.") from problem
    except csv.Error as problem:
        raise UnusableTable(f"{path.name} is no CSV file that can be read: {problem}.") from problem


def _check_asked(value: str, by: Sequence[str]) -> None:
    if not 1 <= len(by) <= MOST_COLUMNS:
        raise UnusableTable(f"A table is broken down by one to {MOST_COLUMNS} columns.")
    if len({value, *by}) <= len(by):
        raise UnusableTable("Each column can be named once only.")
    if _RESERVED in by:
        raise UnusableTable(f"A column cannot be called {_RESERVED!r}: the result is. Rename it.")


def _table(rows: Iterator[list[str]], called: str, value: str, by: tuple[str, ...]) -> CountTable:
    headings = [one.strip() for one in next(rows, [])]
    if not any(headings):
        raise UnusableTable(f"{called} is empty. Its first row names the columns.")
    for column in (value, *by):
        if headings.count(column) != 1:
            often = "has no" if column not in headings else "has more than one"
            named = ", ".join(one for one in headings if one)
            raise UnusableTable(f"{called} {often} column {column!r}. Its columns are: {named}.")
    counts: dict[Labels, int] = {}
    seen_rows: set[Labels] = set()
    common: dict[int, set[str]] = {
        at: set() for at, heading in enumerate(headings) if heading not in {value, *by}
    }
    placed = [headings.index(column) for column in by]
    counted = headings.index(value)
    for row, cells in enumerate(rows, start=2):
        if not any(one.strip() for one in cells):
            continue
        if len(cells) != len(headings):
            raise UnusableTable(
                f"{called}, row {row}: {len(cells)} cells under {len(headings)} headings."
            )
        labels = tuple(cells[at].strip() for at in placed)
        if ALL in labels:
            raise UnusableTable(
                f"{called}, row {row}: {ALL!r} stands for totals, which are made here. Leave rows "
                "of totals out."
            )
        told = (*labels, *(cells[at].strip() for at in common))
        if told in seen_rows:
            raise UnusableTable(
                f"{called}, row {row}: {' / '.join(told)} stands twice. Give one row for each cell."
            )
        seen_rows.add(told)
        count = _count(cells[counted].strip(), f"{called}, row {row}")
        counts[labels] = counts.get(labels, 0) + count
        for at, seen in common.items():
            seen.add(cells[at].strip())
    if not counts:
        raise UnusableTable(f"{called} has no rows below its headings.")
    of = {headings[at]: seen.pop() for at, seen in common.items() if len(seen) == 1}
    return CountTable(by, counts, {name: said for name, said in of.items() if name and said})


def _count(text: str, where: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= len(str(_LARGEST_COUNT)):
        count = int(text)
        if count <= _LARGEST_COUNT:
            return count
    try:
        number = float(text)
    except ValueError:
        raise UnusableTable(
            f"{where}: {text!r} is not a number. Counts are whole numbers from 0 on."
        ) from None
    if number.is_integer() and 0 <= number <= _LARGEST_COUNT:
        return int(number)
    fault = "is below nought" if number < 0 else "is no whole number or larger than can be a count"
    raise UnusableTable(f"{where}: {text} {fault}. Counts are whole numbers from 0 on.")
