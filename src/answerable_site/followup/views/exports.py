"""The filtered list as a file, for use inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.downloads import long_csv_for_spreadsheets, made_here
from answerable_site.design.workbooks import ODS, XLSX, Cell, to_ods, to_xlsx
from answerable_site.followup import presenters, queries
from answerable_site.followup.views import filtering
from answerable_site.people.requests import Request

_SHEET = "Commitments"


@require_safe
def commitments_csv(request: Request) -> StreamingHttpResponse:
    """The list as CSV, sent in pieces."""
    return long_csv_for_spreadsheets(_rows(request), name="commitments.csv")


@require_safe
def commitments_ods(request: Request) -> HttpResponse:
    """The list as an OpenDocument spreadsheet."""
    content = to_ods(_rows(request), sheet=_SHEET)
    return made_here(content, name="commitments.ods", content_type=ODS)


@require_safe
def commitments_xlsx(request: Request) -> HttpResponse:
    """The list as an Excel workbook."""
    content = to_xlsx(_rows(request), sheet=_SHEET)
    return made_here(content, name="commitments.xlsx", content_type=XLSX)


def _rows(request: Request) -> Iterator[Sequence[Cell]]:
    today: date = timezone.localdate()
    wanted = filtering.wanted(filtering.filters_of(request))
    bodies = dict(queries.offered(request.viewer, {"body"}).bodies)
    yield presenters.COLUMNS
    for line in queries.listed_commitments(request.viewer, wanted, on=today):
        yield presenters.cells(line, bodies=bodies, on=today)
