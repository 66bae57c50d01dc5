"""Personal-data breaches and their clock."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.accessreview import forms, operations, presenters, queries
from answerable_site.accessreview.rules.breaches import BreachStep
from answerable_site.people.requests import Request

PAGE = 25


@require_safe
def breaches(request: Request) -> HttpResponse:
    """Every breach, the latest first."""
    now = timezone.now()
    operations.note_review(by=request.viewer, at=now, page="breaches", asked={})
    page = Paginator(queries.breaches_visible_to(request.viewer), PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "page": page,
        "breaches": [presenters.shown_breach(one, at=now) for one in page],
    }
    return render(request, "accessreview/breaches.html", context)


def add_breach(request: Request) -> HttpResponse:
    """Record a breach; one that broken glass led to names it in the address."""
    now = timezone.now()
    opening = _opening(request)
    form = forms.RecordBreach(
        request.POST or None,
        organisations=queries.organisations_audited_by(request.viewer),
        now=now,
    )
    if request.method == "POST" and form.is_valid():
        added = operations.record_breach(
            by=request.viewer,
            at=now,
            organisation=form.cleaned_data["organisation"],
            facts=form.cleaned_data["facts"],
            opening=opening,
        )
        messages.success(request, "The breach was recorded. Its clock runs.")
        return redirect("accessreview:breach", added.pk)
    operations.note_review(by=request.viewer, at=now, page="add_breach", asked={})
    glass = presenters.shown_glass(opening) if opening else None
    return render(request, "accessreview/add_breach.html", {"form": form, "glass": glass})


@require_safe
def breach(request: Request, breach_id: int) -> HttpResponse:
    """One breach with its clock and all that was done."""
    now = timezone.now()
    found = get_object_or_404(queries.breaches_visible_to(request.viewer), pk=breach_id)
    operations.note_review(
        by=request.viewer, at=now, page="breach", asked={"breach": str(found.pk)}
    )
    context = {"breach": presenters.shown_breach(found, at=now)}
    return render(request, "accessreview/breach.html", context)


def add_breach_event(request: Request, breach_id: int) -> HttpResponse:
    """Record what was done about a breach."""
    now = timezone.now()
    found = get_object_or_404(queries.breaches_visible_to(request.viewer), pk=breach_id)
    form = forms.AddBreachEvent(
        request.POST or None, now=now, became_known_at=found.became_known_at
    )
    if request.method == "POST" and form.is_valid():
        operations.add_breach_event(
            by=request.viewer,
            at=now,
            breach=found,
            step=BreachStep(form.cleaned_data["step"]),
            happened_at=form.cleaned_data["happened_at"],
            words=form.cleaned_data["words"],
        )
        messages.success(request, "It was recorded.")
        return redirect("accessreview:breach", found.pk)
    operations.note_review(
        by=request.viewer, at=now, page="add_breach_event", asked={"breach": str(found.pk)}
    )
    context = {"form": form, "breach": presenters.shown_breach(found, at=now)}
    return render(request, "accessreview/add_breach_event.html", context)


def _opening(request: Request) -> Any:
    """The unjustified opening that the address names, if it names one."""
    named = request.GET.get("opening", "")
    if not named.isdecimal():
        return None
    return get_object_or_404(queries.unjustified_glass(request.viewer), pk=named)
