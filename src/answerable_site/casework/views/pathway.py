"""How well disagreements between police and prosecutors are resolved: what a review begins with."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.records.pathway import pathway as reckoned
from answerable_site.casework import forms, operations, presenters, queries
from answerable_site.people.requests import Request


@require_safe
def pathway(request: Request) -> HttpResponse:
    """The disagreements of a period, as they stand today. Noted as a combination of the cases."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = forms.ChoosePeriod(request.GET or None, today=today)
    first, last = form.period
    cases = queries.disputed_cases(request.viewer)
    operations.note_combined(by=request.viewer, at=now, cases=cases)
    found = reckoned(queries.files_of(cases), from_on=first, to_on=last, as_at=today)
    context = {"form": form, "pathway": presenters.shown_pathway(found, first, last)}
    return render(request, "casework/pathway.html", context)
