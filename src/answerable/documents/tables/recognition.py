"""What kind of list a file is, by its content; names and declared types are never looked at."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from typing import Final

from answerable.documents.encodings import decode
from answerable.documents.limits import Limits
from answerable.documents.model import MediaType
from answerable.documents.packages import open_package
from answerable.documents.recognition import recognise, too_large
from answerable.documents.refusal import Reason, Unreadable

READABLE_LISTS: Final = "CSV, Excel (.xlsx or .xls) or OpenDocument (.ods)"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_PDF_WITHIN: Final = 1024
_TYPE_NOTE: Final = 256 * 1024


class TableType(StrEnum):
    """The kinds of list that can be read."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


def recognise_table(data: bytes, limits: Limits) -> TableType:
    """The kind of list that the bytes hold. Unpacks nothing but the type note of an archive.

    Raises:
        Unreadable: they are empty, too large, protected, or no list.
    """
    if len(data) > limits.size:
        raise too_large(limits)
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise Unreadable(Reason.EMPTY)
    if data.startswith(_COMPOUND):
        return _compound(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data, limits)
    if b"%PDF-" in data[:_PDF_WITHIN] or data.startswith(b"{\\rtf") or decode(data) is None:
        raise no_list()
    if _is_markup(data, limits):
        raise no_list("a web page or an XML file")
    return TableType.CSV


def no_list(kind: str = "no list that can be read") -> Unreadable:
    """The refusal of a file that holds something else than a list."""
    return Unreadable(
        Reason.UNKNOWN_TYPE, f"This is {kind}. Save the list as {READABLE_LISTS} and upload that."
    )


def _compound(data: bytes) -> TableType:
    if _ENCRYPTED in data:
        raise Unreadable(Reason.PROTECTED)
    if any(name in data for name in _WORKBOOKS):
        return TableType.XLS
    raise no_list("an Office file without a workbook")


def _package(data: bytes, limits: Limits) -> TableType:
    with open_package(data, limits) as package:
        names = set(package.namelist())
        if "mimetype" in names:
            if b"opendocument.spreadsheet" in _start(package, "mimetype"):
                return TableType.ODS
            raise no_list("an OpenDocument file of another kind")
        if "[Content_Types].xml" in names:
            types = _start(package, "[Content_Types].xml")
            if b"spreadsheetml.sheet.main" in types or b"spreadsheetml.template.main" in types:
                return TableType.XLSX
            if b"ms-excel" in types:
                raise no_list("a workbook with macros or in Excel’s binary form")
    raise no_list("an archive without a workbook")


def _start(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        with package.open(name) as stream:
            return stream.read(_TYPE_NOTE)
    except RuntimeError as error:  # zipfile's way of asking for a password
        raise Unreadable(Reason.PROTECTED) from error
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, KeyError) as error:
        raise Unreadable(Reason.DAMAGED) from error


def _is_markup(data: bytes, limits: Limits) -> bool:
    try:
        return recognise(data, limits) is MediaType.HTML
    except Unreadable:
        return True
