"""Files that the browser saves and never shows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse

_SANDBOX = "default-src 'none'; sandbox"


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
    response["Content-Security-Policy"] = _SANDBOX
    return response


def csv_for_spreadsheets(rows: Iterable[Sequence[object]], *, name: str) -> HttpResponse:
    """Rows, the header first, with the mark by which spreadsheets know UTF-8."""
    text = StringIO()
    csv.writer(text).writerows(rows)
    return HttpResponse(
        text.getvalue().encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
