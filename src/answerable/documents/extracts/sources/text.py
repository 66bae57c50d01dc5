"""Lists as text, whatever stands between the cells and however the letters are written."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, Final

from answerable.documents.extracts.model import Wanted, plain_heading
from answerable.documents.limits import MEBIBYTE
from answerable.documents.refusal import Reason, Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LETTER_OF_SEVERAL_BYTES: Final = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_SEPARATORS: Final = ",;\t|"
_DECLARATION: Final = "sep="
_SEARCHED: Final = 50
_LONGEST_CELL: Final = MEBIBYTE


def rows_of_text(file: BinaryIO, head: bytes, wanted: Wanted) -> tuple[Iterator[list[str]], str]:
    """The rows of a text, and its encoding.

    Where the text is UTF-8 but for some bytes, those stand in its cells as lone surrogates: a row
    that has any is of mixed encoding.

    Args:
        file: at its beginning; it can be searched.
        head: its first bytes.
    """
    encoding = wanted.encoding or _encoding(file, head)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="surrogateescape", newline="")
    lines = iter(text)
    first = [line for _, line in zip(range(_SEARCHED), lines, strict=False)]
    declared = _declared(first[0]) if first else None
    separator = wanted.separator or declared or _separator(first, wanted)
    rows = _rows(chain(first, lines), separator)
    if declared:
        next(rows)
        rows = chain([[]], rows)
    return rows, "utf-8" if encoding == "utf-8-sig" else encoding


def _encoding(file: BinaryIO, head: bytes) -> str:
    """A byte order mark decides. Without one it is UTF-8 if that fits, or fits but for some
    bytes beside letters of several; else Windows-1252."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(MEBIBYTE):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        file.seek(0)
        return "utf-8" if _has_letters_of_several_bytes(file) else "cp1252"
    return "utf-8"


def _has_letters_of_several_bytes(file: BinaryIO) -> bool:
    while chunk := file.read(MEBIBYTE):
        if _LETTER_OF_SEVERAL_BYTES.search(chunk):
            return True
    return False


def _declared(first: str) -> str | None:
    """Excel writes "sep=;" into the first line of some files."""
    given = first.strip("\r\n ").lower().removeprefix("\ufeff").strip('"')
    rest = given.removeprefix(_DECLARATION)
    return rest if given.startswith(_DECLARATION) and len(rest) == 1 else None


def _separator(first: list[str], wanted: Wanted) -> str:
    """The separator with which a line of the first names most of the wanted columns."""
    known = {heading for column in wanted.columns for heading in column.headings}

    def named(separator: str) -> int:
        return max(
            (len(known & set(map(plain_heading, line.split(separator)))) for line in first),
            default=0,
        )

    return max(_SEPARATORS, key=named)


def _rows(lines: Iterator[str], separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise Unreadable(
            Reason.DAMAGED,
            f"The list cannot be read beyond line {reader.line_num}: a quotation mark stands in "
            "the wrong place or is never closed. Correct that line and send the file again.",
        ) from error
