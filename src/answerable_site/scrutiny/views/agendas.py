"""The agenda: what is proposed, what stands on it, in which order."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from answerable_site.people.requests import Request
from answerable_site.scrutiny import forms, operations, presenters, queries
from answerable_site.scrutiny.rules import ItemState, MeetingState, Openness, OutOfOrder
from answerable_site.scrutiny.views.gathering import kept_or_404, to_agenda


def agenda(request: Request, meeting_id: int) -> HttpResponse:
    """What is proposed and what stands on the agenda; a person decides."""
    meeting = kept_or_404(request, meeting_id)
    undecided = meeting.items.exclude(state=ItemState.ON_AGENDA)
    proposed = undecided.filter(state=ItemState.PROPOSED)
    # What was left out can be put back, and is not among what is offered.
    offered = undecided if request.method == "POST" else proposed
    form = forms.DecideItems(request.POST or None, items=offered)
    if request.method == "POST" and form.is_valid():
        try:
            _decide(request, meeting, form.cleaned_data)
        except OutOfOrder as refused:
            form.add_error(None, str(refused))
        else:
            return to_agenda(meeting.pk)
    context = {
        "form": form,
        "meeting": presenters.listed(meeting),
        "is_planned": meeting.state == MeetingState.PLANNED,
        "is_closed": meeting.openness == Openness.CLOSED,
        "proposed": list(proposed),
        "items": list(queries.items_of(meeting)),
        "left_out": list(undecided.filter(state=ItemState.LEFT_OUT).select_related("decided_by")),
    }
    return render(request, "scrutiny/agenda.html", context)


@require_POST
def propose(request: Request, meeting_id: int) -> HttpResponse:
    """Look for exceptions of follow-up."""
    meeting = kept_or_404(request, meeting_id)
    try:
        found = operations.propose_items(
            by=request.viewer, at=timezone.now(), today=timezone.localdate(), meeting=meeting
        )
    except OutOfOrder as refused:
        messages.info(request, str(refused))
    else:
        many = f"{len(found)} exceptions were" if len(found) != 1 else "1 exception was"
        messages.success(request, f"{many} found in follow-up.")
    return to_agenda(meeting.pk)


def add_item(request: Request, meeting_id: int) -> HttpResponse:
    """Put an item on the agenda by hand."""
    meeting = kept_or_404(request, meeting_id)
    form = forms.AddItem(
        request.POST or None,
        initial={"is_public": meeting.openness == Openness.PUBLIC},
        commitments=queries.commitments_to_add(request.viewer, meeting),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_item(
                by=request.viewer, at=timezone.now(), meeting=meeting, **form.cleaned_data
            )
        except (OutOfOrder, operations.NothingSaid) as refused:
            form.add_error(None, str(refused))
        else:
            return to_agenda(meeting.pk)
    context = {"form": form, "meeting": presenters.listed(meeting)}
    return render(request, "scrutiny/add_item.html", context)


def leave_out(request: Request, item_id: int) -> HttpResponse:
    """Take an item off the agenda, with a reason."""
    item = get_object_or_404(queries.items_kept_by(request.viewer), pk=item_id)
    form = forms.LeaveOut(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.leave_out(
                by=request.viewer,
                at=timezone.now(),
                item=item,
                reason=form.cleaned_data["reason"],
            )
        except OutOfOrder as refused:
            form.add_error(None, str(refused))
        else:
            return to_agenda(item.meeting_id)
    context = {"form": form, "item": item, "meeting": presenters.listed(item.meeting)}
    return render(request, "scrutiny/leave_out.html", context)


@require_POST
def move_item(request: Request, item_id: int) -> HttpResponse:
    """Move an item up or down by one."""
    item = get_object_or_404(queries.items_kept_by(request.viewer), pk=item_id)
    try:
        operations.move_item(
            by=request.viewer, at=timezone.now(), item=item, up=request.POST.get("to") == "up"
        )
    except OutOfOrder as refused:
        messages.info(request, str(refused))
    return to_agenda(item.meeting_id)


@require_POST
def set_publicity(request: Request, item_id: int) -> HttpResponse:
    """Say whether the public may read an item."""
    item = get_object_or_404(queries.items_kept_by(request.viewer), pk=item_id)
    try:
        operations.set_publicity(
            by=request.viewer,
            at=timezone.now(),
            item=item,
            is_public=request.POST.get("public") == "yes",
        )
    except OutOfOrder as refused:
        messages.info(request, str(refused))
    return to_agenda(item.meeting_id)


def _decide(request: Request, meeting: Any, decided: dict[str, Any]) -> None:
    now = timezone.now()
    if decided["verdict"] == forms.Verdict.ON_AGENDA:
        operations.accept_items(by=request.viewer, at=now, meeting=meeting, items=decided["items"])
        return
    with transaction.atomic():
        for item in decided["items"]:
            operations.leave_out(by=request.viewer, at=now, item=item, reason=decided["reason"])
