"""Moving a meeting to another day, and calling it off."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from answerable_site.people.requests import Request
from answerable_site.scrutiny import forms, operations, presenters, queries
from answerable_site.scrutiny.rules import NothingPublic, OutOfOrder
from answerable_site.scrutiny.views.gathering import kept_or_404, to_meeting

_REFUSALS = (OutOfOrder, NothingPublic, operations.NothingSaid, operations.NotPrinted)


def move(request: Request, meeting_id: int) -> HttpResponse:
    """Move it to another day; the first one stays in view."""
    meeting = kept_or_404(request, meeting_id)
    form = forms.MoveMeeting(request.POST or None, initial={"begins": meeting.begins})
    if request.method == "POST" and form.is_valid():
        try:
            operations.move_meeting(
                by=request.viewer,
                at=timezone.now(),
                today=timezone.localdate(),
                meeting=meeting,
                **form.cleaned_data,
            )
        except _REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The meeting was moved.")
            return to_meeting(meeting.pk)
    context = {
        "form": form,
        "meeting": presenters.listed(meeting),
        "announced": queries.was_announced(meeting),
    }
    return render(request, "scrutiny/move.html", context)


def call_off(request: Request, meeting_id: int) -> HttpResponse:
    """Call it off; it stays in view with the reason."""
    meeting = kept_or_404(request, meeting_id)
    form = forms.CallOff(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.call_off(
                by=request.viewer,
                at=timezone.now(),
                today=timezone.localdate(),
                meeting=meeting,
                reason=form.cleaned_data["reason"],
            )
        except _REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The meeting is called off.")
            return to_meeting(meeting.pk)
    context = {
        "form": form,
        "meeting": presenters.listed(meeting),
        "announced": queries.was_announced(meeting),
    }
    return render(request, "scrutiny/call_off.html", context)
