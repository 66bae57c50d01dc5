"""A sheet of a workbook as rows of text; formulas are never run, only their results read."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import python_calamine as calamine

from answerable.documents.refusal import Reason, Unreadable

_MOST_NAMED: Final = 10


def rows_of_workbook(data: bytes, wanted: str | None) -> tuple[Iterator[list[str]], str]:
    """The rows of the sheet that was chosen, or of the only one that shows; and its name.

    Raises:
        Unreadable: the workbook is protected, has no such sheet, or several and none was chosen.
    """
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError as error:
        raise Unreadable(Reason.PROTECTED) from error
    sheets = [
        one for one in workbook.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet
    ]
    shown = [one.name for one in sheets if one.visible == calamine.SheetVisibleEnum.Visible]
    if wanted is None and len(shown) != 1:
        raise Unreadable(Reason.UNKNOWN_TYPE, _choose(shown))
    name = shown[0] if wanted is None else wanted
    if name not in {one.name for one in sheets}:
        raise Unreadable(Reason.DAMAGED, f"The workbook has no sheet “{name}”. {_choose(shown)}")
    return _rows(workbook.get_sheet_by_name(name)), name


def _choose(names: list[str]) -> str:
    if not names:
        return "The workbook has no sheet with cells that shows. Export the list again."
    listed = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    more = " and others" if len(names) > _MOST_NAMED else ""
    return f"The workbook has the sheets {listed}{more}. Say which of them to read."


def _rows(sheet: Any) -> Iterator[list[str]]:
    """The rows from the first of the sheet on; the parser leaves out what begins empty."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield left + [_text(cell) for cell in row]


def _text(cell: Any) -> str:
    """A cell as text: days and moments as in ISO 8601, whole numbers without a point."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            whole = math.isfinite(cell) and cell.is_integer()
            return str(int(cell)) if whole else str(cell)
        case datetime():
            has_time = cell.time() != time.min
            return cell.isoformat(" ", "seconds") if has_time else cell.date().isoformat()
        case date() | time() | timedelta() | int():
            return cell.isoformat() if isinstance(cell, date | time) else str(cell)
        case _:
            return str(cell)
