"""Rows that were set aside: listed by reason, corrected and offered again, given up."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.documents import Unreadable
from answerable.mappings import NotThisSource
from answerable_site.intake import forms, operations, presenters, queries
from answerable_site.people.requests import Request

_PAGE = 50


@require_safe
def rows(request: Request, load_id: int) -> HttpResponse:
    """Rows of a load that wait; what stands in them is shown one by one only."""
    found = get_object_or_404(queries.loads_seen_by(request.viewer), pk=load_id)
    waiting = queries.rows_waiting_for(request.viewer).filter(batch=found)
    page = Paginator(waiting, _PAGE).get_page(request.GET.get("page"))
    context = {
        "load": presenters.load_line(found, waiting=waiting.count()),
        "rows": [presenters.waiting_row(one) for one in page],
        "page": page,
        "erased_on": presenters.day_of_erasure(found),
    }
    return render(request, "intake/rows.html", context)


def row(request: Request, row_id: int) -> HttpResponse:
    """A row as it was sent, corrected and offered again."""
    found = get_object_or_404(queries.rows_waiting_for(request.viewer), pk=row_id)
    now = timezone.now()
    opened = operations.open_row(by=request.viewer, at=now, row=found)
    version = queries.latest_profile(found.batch.source)
    shown = presenters.opened_row(found, opened.doubts, found.batch.profile.profile)
    form = forms.CorrectRow(
        request.POST or None, profile=version.profile, cells=opened.cells, doubts=shown.by_column
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.OpenedRows(found.batch, (found,), (form.cells,)).load_again(
                by=request.viewer, at=now
            )
        except (operations.StillDoubtful, Unreadable, NotThisSource) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"Row {found.row} was loaded as corrected.")
            return redirect("intake:rows", found.batch_id)
    context = {
        "form": form,
        "load_id": found.batch_id,
        "row": shown,
        "can_correct": bool(opened.cells),
        "erased_on": presenters.day_of_erasure(found.batch),
    }
    return render(request, "intake/row.html", context)


def give_up(request: Request, row_id: int) -> HttpResponse:
    """Give a row up, with a reason: what it holds is erased."""
    found = get_object_or_404(queries.rows_waiting_for(request.viewer), pk=row_id)
    form = forms.GiveReason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.give_up_rows(
                by=request.viewer,
                at=timezone.now(),
                batch=found.batch,
                rows=[found.row],
                why=form.cleaned_data["why"],
            )
        except operations.CannotGiveUp as problem:
            form.add_error("why", str(problem))
        else:
            messages.success(request, f"Row {found.row} was given up.")
            return redirect("intake:rows", found.batch_id)
    return render(request, "intake/give_up.html", {"form": form, "row": found})
