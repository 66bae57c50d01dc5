"""Loads in the background: how far they have come, and cancelling them."""

from __future__ import annotations

from django.contrib import messages
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.intake import operations, presenters, queries
from answerable_site.people.requests import Request

_LAST_STEP = "The load is in its last step and cannot be cancelled now. Undo it once it is there."


@require_safe
def queued(request: Request, queued_id: int) -> HttpResponse:
    """How far a load has come, and where it is once it is there."""
    return _shown(request, queued_id, "intake/queued.html")


@require_safe
def queued_progress(request: Request, queued_id: int) -> HttpResponse:
    """The fragment that the page of a load asks for: 202 while it goes on."""
    return _shown(request, queued_id, "intake/parts/queued.html", going_on=202)


@require_POST
def cancel(request: Request, queued_id: int) -> HttpResponse:
    """Cancel a load that goes on; nothing of it is left."""
    found = get_object_or_404(queries.queued_seen_by(request.viewer), pk=queued_id)
    try:
        operations.cancel_queued_load(by=request.viewer, at=timezone.now(), queued=found)
    except operations.LoadOvertaken as problem:
        messages.warning(request, str(problem))
    except OperationalError:
        # SQLite lets nobody write while the last step runs.
        messages.warning(request, _LAST_STEP)
    else:
        messages.success(request, "The load was cancelled. Nothing of the file was loaded.")
    return redirect("intake:queued", queued_id)


def _shown(request: Request, queued_id: int, template: str, *, going_on: int = 200) -> HttpResponse:
    found = get_object_or_404(queries.queued_seen_by(request.viewer), pk=queued_id)
    so_far = queries.hundredths(found.stored_as, queries.LOADING)
    shown = presenters.shown_queued(found, at=timezone.now(), so_far=so_far)
    status = going_on if shown.is_going_on else 200
    return render(request, template, {"work": shown}, status=status)
