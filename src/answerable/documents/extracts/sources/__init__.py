"""One reader for each kind of list: a file -> rows of text, to be run in the limited child only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

from answerable.documents.extracts.model import Wanted
from answerable.documents.limits import Limits
from answerable.documents.packages import check_package, open_package
from answerable.documents.recognition import too_large
from answerable.documents.refusal import Reason, Unreadable
from answerable.documents.tables.recognition import TableType, no_list, recognise_table

_HEAD: Final = 64 * 1024
_PARQUET: Final = b"PAR1"
_ARCHIVE: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_OFFICE: Final = {"[Content_Types].xml", "mimetype"}


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of a list, from the first of the file on."""

    rows: Iterator[Sequence[str]]
    kind: str
    sheet: str = ""
    encoding: str = ""


def open_source(file: BinaryIO, wanted: Wanted, limits: Limits) -> Source:
    """The list in a file, by its content; names and declared types are never looked at.

    Raises:
        Unreadable: it is empty or no list, or holds several and none is chosen.
    """
    head = file.read(_HEAD)
    file.seek(0)
    if head.startswith(_PARQUET):
        from answerable.documents.extracts.sources.parquet import rows_of_parquet

        return Source(rows_of_parquet(file), "parquet")
    if head.startswith(_ARCHIVE):
        return _package(_everything(file, limits), wanted, limits)
    if head.startswith(_COMPOUND):
        return _workbook(_everything(file, limits), wanted, limits)
    recognise_table(_whole_lines(head), limits)
    from answerable.documents.extracts.sources.text import rows_of_text

    rows, encoding = rows_of_text(file, head, wanted)
    return Source(rows, "csv", encoding=encoding)


def _everything(file: BinaryIO, limits: Limits) -> bytes:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size > limits.size:
        raise too_large(limits)
    return file.read(size)


def _whole_lines(head: bytes) -> bytes:
    """The beginning of a text without a last line that may be cut within a letter."""
    if len(head) < _HEAD:
        return head
    return head[: head.rfind(b"\n") + 1] or head


def _package(data: bytes, wanted: Wanted, limits: Limits) -> Source:
    with open_package(data, limits) as package:
        if _OFFICE & set(package.namelist()):
            return _workbook(data, wanted, limits)
        from answerable.documents.extracts.sources.archive import unpacked

        name, inside = unpacked(package, wanted.sheet, limits)
    if inside.startswith(_ARCHIVE) and not _is_office(inside, limits):
        raise no_list("an archive within an archive")
    without_choice = Wanted(wanted.columns, wanted.unread, None, wanted.separator, wanted.encoding)
    source = open_source(io.BytesIO(inside), without_choice, limits)
    return Source(source.rows, source.kind, name, source.encoding)


def _is_office(data: bytes, limits: Limits) -> bool:
    with open_package(data, limits) as package:
        return bool(_OFFICE & set(package.namelist()))


def _workbook(data: bytes, wanted: Wanted, limits: Limits) -> Source:
    kind = recognise_table(data, limits)
    if kind in (TableType.XLSX, TableType.ODS):
        with open_package(data, limits) as package:
            _check(package, limits)
    from answerable.documents.extracts.sources.workbook import rows_of_workbook

    rows, sheet = rows_of_workbook(data, wanted.sheet)
    return Source(rows, kind, sheet)


def _check(package: zipfile.ZipFile, limits: Limits) -> None:
    try:
        check_package(package, limits)
    except MemoryError as error:
        raise Unreadable(Reason.TOO_MUCH_MEMORY) from error
