"""The files of the three systems, written row by row."""

from __future__ import annotations

import csv
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from answerable.cuts import engine
from answerable.synthetic.extracts import larkspur, quayside, thornbook
from answerable.synthetic.extracts.row import SYNTHETIC, Row

_MADE_AT = datetime(2000, 1, 1)  # noqa: DTZ001
"""Stands in the workbook as when it was made: the same seed gives the same bytes."""
_DATE = "dd/mm/yyyy"
_ENTRIES_AT_ONCE = 100_000


class ExtractsNotInstalled(RuntimeError):
    """What workbooks are written with is not installed."""


class LarkspurFile(AbstractContextManager["LarkspurFile"]):
    """A CSV as an old system on Windows gives it."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / larkspur.FILE).open("w", encoding=larkspur.ENCODING, newline="")
        self._lines = csv.writer(self._file, lineterminator="\r\n")
        self._lines.writerow(larkspur.COLUMNS)

    def write(self, row: Row) -> None:
        """Add a row."""
        self._lines.writerow([row.cells[column] for column in larkspur.COLUMNS])

    def __exit__(self, *_: object) -> None:
        self._file.close()


class QuaysideFile(AbstractContextManager["QuaysideFile"]):
    """A workbook with one sheet.

    Raises:
        ExtractsNotInstalled: what writes workbooks is missing.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import xlsxwriter
        except ImportError as missing:
            raise ExtractsNotInstalled(
                "Extracts need xlsxwriter, which is not installed. Install the extra: "
                "pip install 'answerable[cuts,synthetic]'"
            ) from missing
        self._book = xlsxwriter.Workbook(
            folder / quayside.FILE,
            {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._book.set_properties({"title": SYNTHETIC, "created": _MADE_AT})
        self._date = self._book.add_format({"num_format": _DATE})
        self._sheet = self._book.add_worksheet(quayside.SHEET)
        self._sheet.write_row(0, 0, quayside.COLUMNS)
        self._rows = 0

    def write(self, row: Row) -> None:
        """Add a row."""
        self._rows += 1
        for place, column in enumerate(quayside.COLUMNS):
            cell = row.cells[column]
            if isinstance(cell, date):
                self._sheet.write_datetime(self._rows, place, cell, self._date)
            elif isinstance(cell, str):
                self._sheet.write_string(self._rows, place, cell)
            elif cell is not None:
                self._sheet.write_number(self._rows, place, cell)

    def __exit__(self, *_: object) -> None:
        self._book.close()


class ThornbookFile(AbstractContextManager["ThornbookFile"]):
    """A Parquet file; nothing is left of it where writing breaks off."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / thornbook.FILE
        self._database = engine.start(spill=folder)
        columns = ", ".join(f"{name} {kind}" for name, kind in thornbook.TYPES.items())
        self._database.execute(f"CREATE TABLE entries ({columns})")
        self._waiting: list[Row] = []

    def write(self, row: Row) -> None:
        """Add an entry."""
        self._waiting.append(row)
        if len(self._waiting) == _ENTRIES_AT_ONCE:
            self._take_in()

    def _take_in(self) -> None:
        cells = {
            column: _column([row.cells[column] for row in self._waiting], kind)
            for column, kind in thornbook.TYPES.items()
        }
        days = {name for name, kind in thornbook.TYPES.items() if kind == "DATE"}
        chosen = ", ".join(
            f"DATE '1970-01-01' + {name}" if name in days else f"{name}::{kind}"
            for name, kind in thornbook.TYPES.items()
        )
        self._database.register("waiting", cells)
        self._database.execute(f"INSERT INTO entries SELECT {chosen} FROM waiting")
        self._database.unregister("waiting")
        self._waiting.clear()

    def __exit__(
        self,
        problem: type[BaseException] | None,
        _: BaseException | None,
        __: TracebackType | None,
    ) -> None:
        if problem is None:
            if self._waiting:
                self._take_in()
            self._database.execute(
                f"COPY entries TO {engine.literal(str(self._path))} (FORMAT parquet, "
                f"COMPRESSION zstd, KV_METADATA {{marking: {engine.literal(SYNTHETIC)}}})"
            )
        self._database.close()


_EPOCH = date(1970, 1, 1)


def _column(cells: list[Any], kind: str) -> Any:
    import numpy as np

    empty = np.array([cell is None for cell in cells])
    plain: Callable[[Any], Any] = (lambda day: (day - _EPOCH).days) if kind == "DATE" else _same
    nothing, dtype = _NUMPY[kind]
    values = [nothing if cell is None else plain(cell) for cell in cells]
    return np.ma.masked_array(np.array(values, dtype=dtype), mask=empty)


def _same(cell: Any) -> Any:
    return cell


_NUMPY: dict[str, tuple[Any, str]] = {
    "VARCHAR": ("", "object"),
    "BIGINT": (0, "int64"),
    "INTEGER": (0, "int32"),
    "BOOLEAN": (False, "bool"),
    "DATE": (0, "int32"),
}
"""What stands under an empty cell, and the type."""
