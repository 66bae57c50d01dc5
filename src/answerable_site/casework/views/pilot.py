"""The early advice pilot: decided within three weeks, by both clocks, over all submissions."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.casework import operations, presenters, queries
from answerable_site.people.requests import Request


@require_safe
def pilot(request: Request) -> HttpResponse:
    """How submissions stand, enrolled and not. Noted as a combination of the cases."""
    now = timezone.now()
    cases = queries.submitted_cases(request.viewer)
    operations.note_combined(by=request.viewer, at=now, cases=cases)
    files = list(queries.files_of(cases))
    context = {"reckonings": presenters.shown_reckonings(files, as_at=timezone.localdate(now))}
    return render(request, "casework/pilot.html", context)
