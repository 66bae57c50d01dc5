"""Loads: listed, read, undone."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.intake import forms, operations, presenters, queries
from answerable_site.people.requests import Request

_PAGE = 25


@require_safe
def loads(request: Request) -> HttpResponse:
    """Every load of the organisations whose extracts the viewer loads."""
    found = queries.loads_seen_by(request.viewer)
    page = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    waiting = queries.waiting_in(page)
    shown = [presenters.load_line(one, waiting=waiting.get(one.pk, 0)) for one in page]
    going_on = [
        presenters.shown_queued(one, at=timezone.now(), so_far=one.percent)
        for one in queries.going_on_for(request.viewer)
    ]
    context = {"loads": shown, "page": page, "going_on": going_on}
    return render(request, "intake/loads.html", context)


@require_safe
def load(request: Request, load_id: int) -> HttpResponse:
    """One load: its receipt, its rows, how complete its columns are."""
    found = get_object_or_404(queries.loads_seen_by(request.viewer), pk=load_id)
    waiting = queries.waiting_in([found]).get(found.pk, 0)
    shown = presenters.shown_load(
        found,
        waiting=waiting,
        erased=queries.erased_in(found),
        before=queries.earlier_load(found),
    )
    can_find_links = queries.rows_without_case(found).exists()
    return render(request, "intake/load.html", {"load": shown, "can_find_links": can_find_links})


def undo(request: Request, load_id: int) -> HttpResponse:
    """Take a load back, with a reason."""
    found = get_object_or_404(
        queries.loads_seen_by(request.viewer), pk=load_id, undone_at__isnull=True
    )
    form = forms.GiveReason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.undo_batch(
                by=request.viewer, at=timezone.now(), batch=found, why=form.cleaned_data["why"]
            )
        except operations.CannotBeUndone as problem:
            form.add_error(None, " ".join(problem.reasons))
        else:
            messages.success(request, "The load was undone.")
            return redirect("intake:load", load_id)
    line = presenters.load_line(found, waiting=0)
    return render(request, "intake/undo.html", {"form": form, "load": line})
