"""What a file tells otherwise than the load that it corrects: before it is loaded, and after.

Each page leaves an entry that names its cases, as does the list that is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.casework import queries as casework
from answerable_site.design.downloads import long_csv_for_spreadsheets
from answerable_site.design.long_lists import MOST, LongList
from answerable_site.intake import forms, operations, presenters, queries
from answerable_site.intake.presenters import ShownDifference
from answerable_site.intake.rules import Differing
from answerable_site.intake.views.waiting import GONE, send_again, waiting_extract
from answerable_site.people.requests import Request

One = TypeVar("One")
PAGE = 25
_AT_ONCE = 500
_FILE = "what-differs.csv"


@require_safe
def difference(request: Request, load_id: int) -> HttpResponse:
    """What a load told otherwise than the one that it corrects, event by event."""
    found = _load(request, load_id)
    listed = LongList(queries.differing_events(request.viewer, found), PAGE)
    page = listed.get_page(request.GET.get("page"))
    context = {
        "load": presenters.load_line(found, waiting=0),
        "differing": _read(request, queries.differing_of(page), source=found.source, batch=found),
        "page": page,
        "is_cut": listed.is_cut,
    }
    return render(request, "intake/difference.html", context)


@require_safe
def difference_csv(request: Request, load_id: int) -> HttpResponseBase:
    """All of it as a file."""
    found = _load(request, load_id)
    events = queries.differing_events(request.viewer, found)
    numbers = set(events.order_by().values_list("case", flat=True))
    cases = queries.cases_of(request.viewer, numbers)
    operations.note_difference_taken(
        by=request.viewer, at=timezone.now(), source=found.source, cases=cases, batch=found
    )
    pieces = map(queries.differing_of, _pieces(events.iterator(_AT_ONCE)))
    return _taken_out(request, pieces, found.source, cases)


@require_safe
def would_differ(request: Request) -> HttpResponse:
    """What an extract that waits tells otherwise than the load that it would correct."""
    field = request.GET.get("extract", "")
    waiting = waiting_extract(request, field)
    if waiting is None or not _corrects(waiting):
        return send_again(request, GONE)
    source = _source(request, waiting)
    listed = list(islice(queries.would_differ(waiting.stored_as), MOST + 1))
    page = Paginator(listed[:MOST], PAGE).get_page(request.GET.get("page"))
    context = {
        "extract": field,
        "supersedes": waiting.supersedes,
        "differing": _read(request, list(page), source=source),
        "page": page,
        "is_cut": len(listed) > MOST,
    }
    return render(request, "intake/would_differ.html", context)


@require_safe
def would_differ_csv(request: Request) -> HttpResponseBase:
    """All of it as a file."""
    waiting = waiting_extract(request, request.GET.get("extract", ""))
    if waiting is None or not _corrects(waiting):
        return send_again(request, GONE)
    source = _source(request, waiting)
    cases = queries.cases_named(request.viewer, queries.would_differ(waiting.stored_as))
    operations.note_difference_taken(
        by=request.viewer, at=timezone.now(), source=source, cases=cases
    )
    pieces = _pieces(queries.would_differ(waiting.stored_as))
    return _taken_out(request, pieces, source, cases)


def _load(request: Request, load_id: int) -> Any:
    found = queries.correcting_load(request.viewer, load_id)
    if found is None:
        raise Http404
    return found


def _corrects(waiting: forms.WaitingExtract) -> bool:
    """Whether it is kept, and was found to correct a load."""
    tried = queries.tried_extract(waiting.stored_as)
    is_kept = queries.sent_at(waiting.stored_as) is not None
    return is_kept and tried is not None and tried.difference is not None


def _source(request: Request, waiting: forms.WaitingExtract) -> Any:
    version = queries.profile_seen_by(request.viewer, waiting.source_id)
    if version is None:
        raise Http404
    return version.source


def _read(
    request: Request, found: Sequence[Differing], *, source: Any, batch: Any = None
) -> ShownDifference:
    """What a page shows, noted as read."""
    cases = queries.cases_named(request.viewer, found)
    operations.note_difference_read(
        by=request.viewer, at=timezone.now(), source=source, cases=cases, batch=batch
    )
    return _shown(request, found, source, cases)


def _shown(
    request: Request, found: Sequence[Differing], source: Any, cases: Iterable[Any]
) -> ShownDifference:
    """What there is to show of some cases and of those that are not held yet."""
    return presenters.shown_differing(
        found,
        casework.references_readable_by(request.viewer, cases),
        sees_restricted=queries.sees_restricted(request.viewer, source),
    )


def _taken_out(
    request: Request, pieces: Iterable[Sequence[Differing]], source: Any, noted: Iterable[Any]
) -> StreamingHttpResponse:
    """The file: of the cases that were noted, and are still known when their piece is written."""
    numbers = {case.pk for case in noted}

    def shown() -> Iterator[ShownDifference]:
        for piece in pieces:
            known = queries.cases_named(request.viewer, piece)
            named = [case for case in known if case.pk in numbers]
            yield _shown(request, piece, source, named)

    return long_csv_for_spreadsheets(presenters.differing_rows(shown()), name=_FILE)


def _pieces(found: Iterable[One]) -> Iterator[list[One]]:
    left = iter(found)
    while piece := list(islice(left, _AT_ONCE)):
        yield piece
