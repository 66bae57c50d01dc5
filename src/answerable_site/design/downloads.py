"""Files that the browser saves and never shows."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import RawIOBase, StringIO
from itertools import islice
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse, StreamingHttpResponse

SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""The policy of everything that is no page: opened in a browser, it can do nothing."""

# What a spreadsheet would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LOOKED_AT = "'" + "".join(_FORMULA)
# Sent at once: a row alone costs more to send than to write.
_ROWS_IN_PIECE = 100


def as_received(stored_as: str, *, name: str) -> FileResponse:
    """A file from outside, byte for byte.

    Args:
        stored_as: where it is kept.
        name: as its sender named it.
    """
    response = FileResponse(
        default_storage.open(stored_as),
        as_attachment=True,
        filename=name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    return response


def made_here(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """A file that the product wrote, with nothing in it that a browser would run."""
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": SANDBOX,
        },
    )


def picture(content: bytes, *, content_type: str) -> HttpResponse:
    """A picture that the product made, for the page that shows it."""
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"X-Content-Type-Options": "nosniff", "Content-Security-Policy": SANDBOX},
    )


def csv_for_spreadsheets(rows: Iterable[Sequence[object]], *, name: str) -> HttpResponse:
    """Rows, the header first, with the mark by which spreadsheets know UTF-8.

    No cell is a formula: an apostrophe before it keeps a text a text.
    """
    text = StringIO()
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return HttpResponse(
        text.getvalue().encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def long_csv_for_spreadsheets(
    rows: Iterable[Sequence[object]], *, name: str
) -> StreamingHttpResponse:
    """The same, sent in pieces: for lists that are too long to be held at once."""
    return StreamingHttpResponse(
        _encoded(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _encoded(rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    parts = csv_part(rows)
    yield "\ufeff".encode() + next(parts, b"")
    yield from parts


def harmless(cell: object) -> object:
    """A cell that no spreadsheet evaluates; numbers and dates are themselves.

    One that begins so already gets another apostrophe, so that the words can be read back.
    """
    if not isinstance(cell, str) or cell[:1] not in _LOOKED_AT:
        return cell
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def csv_part(rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Rows of a CSV file in pieces, the header first; no cell is a formula."""
    left = iter(rows)
    while piece := [[harmless(cell) for cell in row] for row in islice(left, _ROWS_IN_PIECE)]:
        text = StringIO()
        csv.writer(text).writerows(piece)
        yield text.getvalue().encode()


def long_zip(parts: Iterable[tuple[str, Iterable[bytes]]], *, name: str) -> StreamingHttpResponse:
    """A ZIP package that is sent while it is made, for what is too long to be held at once.

    Args:
        parts: the name of each file inside, and its bytes in pieces.
    """
    return StreamingHttpResponse(
        _zipped(parts),
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": SANDBOX,
        },
    )


def _zipped(parts: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    sent = _Sent()
    with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED) as package:
        for name, pieces in parts:
            # Without a moment of its own, the same content is the same package.
            with package.open(zipfile.ZipInfo(name), "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece)
                    if sent.waiting:
                        yield sent.taken()
    yield sent.taken()


class _Sent(RawIOBase):
    """Bytes on their way out: a file that cannot be read or sought in."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self.waiting += data
        return len(data)

    def taken(self) -> bytes:
        """What waits, which then waits no longer."""
        content = bytes(self.waiting)
        self.waiting.clear()
        return content
