"""Reads a list from outside: always in a child process with limits, never in this one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from answerable.documents.answers import data_in
from answerable.documents.limits import MEBIBYTE, Limits
from answerable.documents.reading import ask
from answerable.documents.refusal import SENTENCES, Reason, Unreadable
from answerable.documents.tables.model import Table

TABLE_LIMITS: Final = Limits(size=10 * MEBIBYTE, unpacked=128 * MEBIBYTE)
_SENTENCES: Final = {
    Reason.TOO_SLOW: (
        "Reading the file took too long. Save the sheet that you want as CSV and upload that."
    ),
    Reason.TOO_MUCH_MEMORY: (
        "Reading the file needs too much memory. Save the sheet that you want as CSV and upload "
        "that."
    ),
    Reason.DAMAGED: (
        "The file is damaged, or no table can be read from it. Open it in the program that made "
        "it, save it as CSV or Excel workbook (.xlsx) and upload the new copy."
    ),
}


def read_table(
    file: str | Path | bytes, *, sheet: str | None = None, limits: Limits = TABLE_LIMITS
) -> Table:
    """The cells of a list in CSV or of one sheet of a workbook (XLSX, XLS, ODS).

    The file is opened in the same limited child as any document; whatever goes wrong there, this
    process lives on. A workbook with several sheets, or whose only sheet is hidden, is read only
    when a sheet is named: nothing that its sender may not have seen is taken silently.

    Args:
        file: a path, or the bytes themselves.
        sheet: the name of the sheet; None for the only one that there is.
        limits: what the reading may cost.

    Raises:
        Unreadable: the file cannot be read, has no such sheet, or holds more than `MOST_ROWS` rows
            or `MOST_COLUMNS` columns; `str()` of it is a sentence for the person who sent it.
        OSError: the path cannot be opened.
    """
    try:
        answer = ask({"task": "table", "sheet": sheet}, file, limits)
    except Unreadable as refusal:
        if str(refusal) == SENTENCES[refusal.code] and refusal.code in _SENTENCES:
            raise Unreadable(refusal.code, _SENTENCES[refusal.code]) from refusal
        raise
    return Table.from_json(data_in(answer))
