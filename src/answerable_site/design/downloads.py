"""Files that the browser saves and never shows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse, StreamingHttpResponse

SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""The policy of everything that is no page: opened in a browser, it can do nothing."""

# What a spreadsheet would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
    """The same, sent row by row: for lists that are too long to be held at once."""
    return StreamingHttpResponse(
        _encoded(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _encoded(rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    text = StringIO("\ufeff")
    text.seek(0, 2)
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()


def harmless(cell: object) -> object:
    """A cell that no spreadsheet evaluates; numbers and dates are themselves."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
