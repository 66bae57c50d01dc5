"""Lists as text: commas, semicolons or tabs between the cells, in UTF-8 or Windows-1252."""

from __future__ import annotations

import csv
import io
from typing import Final

from answerable.documents.encodings import decode
from answerable.documents.refusal import Reason, Unreadable
from answerable.documents.tables.model import Sheet, Table, Value
from answerable.documents.tables.readers.sizes import fitting
from answerable.documents.tables.recognition import no_list

_SEPARATORS: Final = ",;\t"
_DECLARATION: Final = "sep="
"""Excel writes "sep=;" into the first line of some files."""


def read(data: bytes) -> Table:
    """The rows of a text file; line breaks may stand in quoted cells.

    Raises:
        Unreadable: it is no text, or a quotation mark is never closed.
    """
    text = decode(data)
    if text is None:
        raise no_list()
    first = text.partition("\n")[0]
    declared = first.lower().startswith(_DECLARATION) and first[len(_DECLARATION) :].strip(" ")
    separator = declared if declared and len(declared) == 1 else _separator(text)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    rows: list[list[Value]] = []
    try:
        rows.extend(list[Value](row) for row in reader)
    except csv.Error as error:
        raise Unreadable(
            Reason.DAMAGED,
            f"The list cannot be read beyond line {reader.line_num}: a quotation mark stands in "
            "the wrong place or is never closed. Correct that line, or save the list as an Excel "
            "workbook (.xlsx), and upload it again.",
        ) from error
    if declared:
        rows[0] = []
    return Table(sheets=(Sheet(""),), read="", rows=fitting(rows))


def _separator(text: str) -> str:
    """The separator that stands most often in the first line that holds one, quotes apart."""
    for line in text.split("\n"):
        outside = "".join(line.split('"')[::2])
        found = max(_SEPARATORS, key=outside.count)
        if found in outside:
            return found
    return ","
