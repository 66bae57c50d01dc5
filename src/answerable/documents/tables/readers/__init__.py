"""One reader for each kind of list: bytes -> `Table`, to be run in the limited child only."""

from __future__ import annotations

from answerable.documents.limits import Limits
from answerable.documents.packages import check_package, open_package
from answerable.documents.tables.model import Table
from answerable.documents.tables.recognition import TableType, recognise_table


def table_here(data: bytes, sheet: str | None, limits: Limits) -> Table:
    """The list in these bytes, read in this very process without any protection.

    Raises whatever a parser raises on a bad file, and a parser may end the process: call
    `answerable.documents.tables.read_table` instead, which runs this in a limited child.

    Raises:
        Unreadable: it is no list, or larger than a list may be.
    """
    kind = recognise_table(data, limits)
    if kind is TableType.CSV:
        from answerable.documents.tables.readers.separated import read

        return read(data)
    if kind in (TableType.XLSX, TableType.ODS):
        with open_package(data, limits) as package:
            check_package(package, limits)
    from answerable.documents.tables.readers.workbooks import read_sheet

    return read_sheet(data, sheet)
