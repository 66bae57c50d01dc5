"""Lists as workbooks: each cell a text, a number or a date, and none a formula."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

Cell = str | int | datetime.date | None
ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What XML 1.0 cannot hold, though a database can.
_UNSPEAKABLE = {code: None for code in range(0x20) if chr(code) not in "\t\n\r"}
_CONTENT = "content.xml"
_WIDTH = 24
"""Of a column, in characters."""


def to_xlsx(rows: Iterable[Iterable[Cell]], *, sheet: str) -> bytes:
    """An Excel workbook with one sheet.

    Args:
        rows: the header first.
        sheet: the name of the sheet.
    """
    from xlsxwriter import Workbook

    kept = io.BytesIO()
    # One row in memory at a time.
    book = Workbook(kept, {"constant_memory": True, "in_memory": True})
    header, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmmm yyyy"})
    page = book.add_worksheet(sheet)
    page.freeze_panes(1, 0)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            match cell:
                case None:
                    continue
                case datetime.date():
                    page.write_datetime(row, column, cell, day)
                case int():
                    page.write_number(row, column, cell)
                case _:
                    # As text, whatever it begins with.
                    page.write_string(row, column, cell, None if row else header)
    page.set_column(0, 63, _WIDTH)
    book.close()
    return kept.getvalue()


def to_ods(rows: Iterable[Iterable[Cell]], *, sheet: str) -> bytes:
    """An OpenDocument spreadsheet with one sheet.

    Args:
        rows: the header first.
        sheet: the name of the sheet.
    """
    from odfdo import Document

    package: Any = Document("spreadsheet").container
    # Put in as text: an element of its own for every cell takes minutes for ten thousand rows.
    table = "".join(
        f"<table:table-row>{''.join(_ods_cell(cell) for cell in cells)}</table:table-row>"
        for cells in rows
    )
    empty = package.get_part(_CONTENT).decode()
    before, _, rest = empty.partition("<office:spreadsheet")
    after = rest.partition("</office:spreadsheet>")[2]
    whole = (
        f"{before}<office:spreadsheet>"
        f'<table:table table:name="{escape(sheet)}">{table}</table:table>'
        f"</office:spreadsheet>{after}"
    )
    package.set_part(_CONTENT, whole.encode())
    kept = io.BytesIO()
    write = package.save
    write(kept)
    return kept.getvalue()


def _ods_cell(cell: Cell) -> str:
    match cell:
        case None:
            return "<table:table-cell/>"
        case datetime.date():
            day = cell.isoformat()
            return (
                f'<table:table-cell office:value-type="date" office:date-value="{day}">'
                f"<text:p>{day}</text:p></table:table-cell>"
            )
        case int():
            return (
                f'<table:table-cell office:value-type="float" office:value="{cell}">'
                f"<text:p>{cell}</text:p></table:table-cell>"
            )
        case _:
            lines = escape(cell.translate(_UNSPEAKABLE)).splitlines() or [""]
            words = "".join(f"<text:p>{line}</text:p>" for line in lines)
            return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'
