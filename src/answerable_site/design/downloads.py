"""Files that the browser saves and never shows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse

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


def harmless(cell: object) -> object:
    """A cell that no spreadsheet evaluates; numbers and dates are themselves."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
