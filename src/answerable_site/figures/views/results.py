"""Measures worked out over a cut: asked for, followed, read with their working."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.background import ShownWork
from answerable_site.figures import access, forms, operations, presenters, queries, tasks
from answerable_site.figures.rules import YEARLY, WorkState
from answerable_site.people.requests import Request


def ask_results(request: Request, cut_id: int) -> HttpResponse:
    """Choose measures and breakdowns, and have them worked out in the background."""
    cut = get_object_or_404(queries.cuts_seen_by(request.viewer), pk=cut_id)
    access.check_can_make(request.viewer, cut.force)
    ready = {one.recommendation: one for one in YEARLY}
    chosen = ready.get(request.GET.get("recommendation", ""))
    initial = {"measures": chosen.measures, "by": chosen.by} if chosen else None
    form = forms.AskForResults(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            results = operations.ask_results(
                by=request.viewer, at=timezone.now(), cut=cut, asked=form.cleaned_data["asked"]
            )
        except operations.CannotBeWorkedOut as problem:
            form.add_error(None, str(problem))
        else:
            transaction.on_commit(partial(tasks.work_out_results.enqueue, results.pk))
            return redirect("figures:results", results.pk)
    line = presenters.cut_line(cut, None, on=timezone.localdate())
    context = {"form": form, "cut": line, "ready": ready.values(), "chosen": chosen}
    return render(request, "figures/ask_results.html", context)


@require_safe
def results(request: Request, results_id: int) -> HttpResponse:
    """How far results have come; once they are there, with their whole working."""
    found = get_object_or_404(queries.results_seen_by(request.viewer), pk=results_id)
    if found.state != WorkState.MADE:
        return render(request, "figures/results_waiting.html", {"work": _work(found)})
    context = {
        "line": presenters.results_line(found),
        "cut_id": found.cut_id,
        "tables": presenters.raw_tables(queries.answers_of(found)),
        "numbers": presenters.RAW_NUMBERS,
        "can_protect": access.can_make(request.viewer, found.force),
    }
    return render(request, "figures/results.html", context)


@require_safe
def results_progress(request: Request, results_id: int) -> HttpResponse:
    """The fragment that the page of results asks for: 202 while they go on."""
    found = get_object_or_404(queries.results_seen_by(request.viewer), pk=results_id)
    work = _work(found)
    status = 202 if work.is_going_on else 200
    return render(request, "figures/parts/results.html", {"work": work}, status=status)


def _work(results: Any) -> ShownWork:
    return presenters.shown_work_on(
        results,
        queries.progress_of(results),
        title=presenters.results_line(results).title,
        at=timezone.now(),
    )
