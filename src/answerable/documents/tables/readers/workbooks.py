"""Sheets of Excel and OpenDocument workbooks; formulas are never run, only their results read."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import python_calamine as calamine

from answerable.documents.refusal import Reason, Unreadable
from answerable.documents.tables.model import Sheet, Table, Value
from answerable.documents.tables.readers.sizes import fitting


def read_sheet(data: bytes, wanted: str | None) -> Table:
    """The rows of one sheet; none where there is a choice and nobody made it.

    Raises:
        Unreadable: the workbook is protected, or has no such sheet.
    """
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError as error:
        raise Unreadable(Reason.PROTECTED) from error
    sheets = tuple(
        Sheet(found.name, is_hidden=found.visible != calamine.SheetVisibleEnum.Visible)
        for found in workbook.sheets_metadata
        if found.typ == calamine.SheetTypeEnum.WorkSheet
    )
    name = wanted if wanted is not None else _only(sheets)
    if name is None:
        return Table(sheets=sheets, read=None, rows=())
    if name not in {sheet.name for sheet in sheets}:
        raise Unreadable(
            Reason.DAMAGED, f"The workbook has no sheet “{name}”. Choose one of its sheets."
        )
    rows = fitting(_rows(workbook.get_sheet_by_name(name)))
    return Table(sheets=sheets, read=name, rows=rows)


def _only(sheets: tuple[Sheet, ...]) -> str | None:
    if not sheets:
        raise Unreadable(Reason.EMPTY, "The workbook has no sheet with cells.")
    return sheets[0].name if len(sheets) == 1 and not sheets[0].is_hidden else None


def _rows(sheet: Any) -> Iterator[list[Value]]:
    """The rows from the first of the sheet on; the parser leaves out columns that begin empty."""
    left: list[Value] = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield left + [_value(cell) for cell in row]


def _value(cell: Any) -> Value:
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | str():
            return cell
        case float():
            return _number(cell)
        case datetime():
            return cell.date()
        case date():
            return cell
        case _:  # a time or a duration
            return str(cell)


def _number(cell: float) -> Value:
    if not math.isfinite(cell):
        return str(cell)
    return int(cell) if cell.is_integer() else cell
