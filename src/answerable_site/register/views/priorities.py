"""Priorities of Police and Crime Plans: listed, added, ended."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.people.requests import Request
from answerable_site.register import forms, operations, presenters, queries


@require_safe
def priorities(request: Request) -> HttpResponse:
    """The priorities of the viewer's bodies, plan by plan."""
    found = queries.priorities_kept_by(request.viewer)
    context = {"plans": presenters.shown_plans(found, on=timezone.localdate())}
    return render(request, "register/priorities.html", context)


def add_priority(request: Request) -> HttpResponse:
    """Add a priority to a plan."""
    bodies = queries.bodies_added_for(request.viewer)
    latest = queries.priorities_kept_by(request.viewer).order_by("-recorded_at", "-pk").first()
    form = forms.AddPriority(
        request.POST or None,
        initial={"plan": latest.plan, "from_on": latest.from_on} if latest else {},
        bodies=bodies,
    )
    if request.method == "POST" and form.is_valid():
        try:
            added = operations.add_priority(
                by=request.viewer, at=timezone.now(), **form.cleaned_data
            )
        except operations.PriorityExists as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, f"The priority “{added.name}” was added.")
            return redirect("register:priorities")
    return render(request, "register/add_priority.html", {"form": form})


def end_priority(request: Request, priority_id: int) -> HttpResponse:
    """Say on which day a priority counts for the last time."""
    found = get_object_or_404(queries.priorities_kept_by(request.viewer), pk=priority_id)
    form = forms.EndPriority(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.end_priority(
                by=request.viewer, at=timezone.now(), priority=found, **form.cleaned_data
            )
        except operations.EndsBeforeItBegins as refusal:
            form.add_error("to_on", str(refusal))
        except operations.PriorityEnded as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"The last day of “{found.name}” was recorded.")
            return redirect("register:priorities")
    context = {"form": form, "priority": found}
    return render(request, "register/end_priority.html", context)
