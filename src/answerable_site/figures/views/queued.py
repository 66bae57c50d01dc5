"""Cuts in the background: asked for, how far they have come, cancelled."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.casework.sealing import CaseKeysMissing
from answerable_site.figures import access, forms, operations, presenters, queries, tasks
from answerable_site.figures.rules import UnusablePlan
from answerable_site.people.requests import Request


def ask(request: Request) -> HttpResponse:
    """Have a cut made in the background."""
    form = forms.AskForCut(request.POST or None, forces=queries.forces_cut_by(request.viewer))
    if request.method == "POST" and form.is_valid():
        try:
            queued = operations.ask_cut(by=request.viewer, at=timezone.now(), **form.cleaned_data)
        except UnusablePlan as problem:
            form.add_error(problem.field, str(problem))
        except CaseKeysMissing as problem:
            form.add_error(None, str(problem))
        else:
            transaction.on_commit(partial(tasks.make_data_cut.enqueue, queued.pk))
            return redirect("figures:queued", queued.pk)
    return render(request, "figures/ask.html", {"form": form})


@require_safe
def queued(request: Request, queued_id: int) -> HttpResponse:
    """How far a cut has come, and where it is once it is there."""
    return _shown(request, queued_id, "figures/queued.html")


@require_safe
def queued_progress(request: Request, queued_id: int) -> HttpResponse:
    """The fragment that the page of a cut asks for: 202 while it goes on."""
    return _shown(request, queued_id, "figures/parts/queued.html", going_on=202)


@require_POST
def cancel(request: Request, queued_id: int) -> HttpResponse:
    """Cancel a cut that goes on; nothing of it is left."""
    found = get_object_or_404(queries.queued_seen_by(request.viewer), pk=queued_id)
    try:
        operations.cancel_cut(by=request.viewer, at=timezone.now(), queued=found)
    except operations.CutOvertaken as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The cut was cancelled. None was made.")
    return redirect("figures:queued", queued_id)


def _shown(request: Request, queued_id: int, template: str, *, going_on: int = 200) -> HttpResponse:
    found = get_object_or_404(queries.queued_seen_by(request.viewer), pk=queued_id)
    shown = presenters.shown_queued(
        found,
        queries.progress_of(found),
        at=timezone.now(),
        can_cancel=access.can_make(request.viewer, found.force),
    )
    status = going_on if shown.is_going_on else 200
    return render(request, template, {"work": shown}, status=status)
