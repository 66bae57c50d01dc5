"""Switching accounts off and on, and resetting a second factor together with a second person."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from answerable_site.people import forms, operations, queries, tasks
from answerable_site.people.requests import Request


def disable(request: Request, user_id: int) -> HttpResponse:
    """Switch an account off, with a reason."""
    user = get_object_or_404(queries.people_visible_to(request.viewer), pk=user_id)
    form = forms.Reason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.disable_person(
                by=request.viewer, at=timezone.now(), user=user, **form.cleaned_data
            )
        except operations.AlreadySo as problem:
            messages.warning(request, str(problem))
        else:
            messages.success(request, f"The account of {user.full_name} is switched off.")
        return redirect("people:person", user.pk)
    return render(request, "people/disable.html", {"form": form, "person": user})


@require_POST
def enable(request: Request, user_id: int) -> HttpResponse:
    """Switch an account on again."""
    user = get_object_or_404(queries.people_visible_to(request.viewer), pk=user_id)
    try:
        operations.enable_person(by=request.viewer, at=timezone.now(), user=user)
    except operations.AlreadySo as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, f"The account of {user.full_name} is switched on.")
    return redirect("people:person", user.pk)


def ask_reset(request: Request, user_id: int) -> HttpResponse:
    """Ask for a reset of somebody's second factor, with a reason."""
    user = get_object_or_404(queries.people_visible_to(request.viewer), pk=user_id)
    form = forms.Reason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.ask_second_factor_reset(
                by=request.viewer, at=timezone.now(), user=user, **form.cleaned_data
            )
        except (operations.NothingToReset, operations.ResetWaits) as problem:
            messages.warning(request, str(problem))
        else:
            messages.success(request, "A second administrator can confirm the reset now.")
        return redirect("people:person", user.pk)
    return render(request, "people/ask_reset.html", {"form": form, "person": user})


@require_POST
def confirm_reset(request: Request, reset_id: int) -> HttpResponse:
    """Reset a second factor as a second administrator, and tell its owner."""
    reset = get_object_or_404(queries.resets_visible_to(request.viewer), pk=reset_id)
    try:
        operations.confirm_second_factor_reset(by=request.viewer, at=timezone.now(), reset=reset)
    except operations.NothingToReset as problem:
        messages.warning(request, str(problem))
    else:
        tasks.tell_of_reset.enqueue(reset.user_id)
        messages.success(request, f"The second factor of {reset.user.full_name} was reset.")
    return redirect("people:person", reset.user_id)
