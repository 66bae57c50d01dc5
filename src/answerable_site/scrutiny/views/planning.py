"""Meetings, series and who was there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.people.requests import Request
from answerable_site.scrutiny import access, forms, operations, presenters, queries
from answerable_site.scrutiny.rules import OutOfOrder, Presence
from answerable_site.scrutiny.views.gathering import kept_or_404, to_meeting

PAGE = 25


@require_safe
def meetings(request: Request) -> HttpResponse:
    """Meetings, the latest first, and questions that wait for an answer."""
    page = Paginator(queries.meetings_visible_to(request.viewer), PAGE).get_page(
        request.GET.get("page")
    )
    waiting = queries.questions_waiting_for(request.viewer)
    context = {
        "page": page,
        "meetings": [presenters.listed(one) for one in page],
        "waiting": [one for one in waiting if access.can_answer(request.viewer, one)],
        "keeps": bool(queries.bodies_kept(request.viewer)),
    }
    return render(request, "scrutiny/meetings.html", context)


@require_safe
def series(request: Request) -> HttpResponse:
    """Series, each with the day proposed for its next meeting."""
    today = timezone.localdate()
    context = {
        "series": [
            (one, None if one.ended_at else queries.next_of(one, today=today))
            for one in queries.series_kept_by(request.viewer)
        ]
    }
    return render(request, "scrutiny/series.html", context)


def add_series(request: Request) -> HttpResponse:
    """Begin a series with its first meeting."""
    form = forms.AddSeries(request.POST or None, bodies=queries.bodies_kept(request.viewer))
    if request.method == "POST" and form.is_valid():
        operations.add_series(
            by=request.viewer,
            at=timezone.now(),
            body=form.cleaned_data["body"],
            plan=form.plan,
            every_weeks=form.cleaned_data["every_weeks"],
        )
        messages.success(request, "The series begins, and its first meeting is planned.")
        return redirect("scrutiny:series")
    return render(request, "scrutiny/add_series.html", {"form": form})


@require_POST
def end_series(request: Request, series_id: int) -> HttpResponse:
    """Propose no further meeting of a series."""
    ended = get_object_or_404(queries.series_kept_by(request.viewer), pk=series_id)
    try:
        operations.end_series(by=request.viewer, at=timezone.now(), series=ended)
    except OutOfOrder as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, f"No further meeting of “{ended.title}” is proposed.")
    return redirect("scrutiny:series")


def plan(request: Request) -> HttpResponse:
    """Plan a meeting; one of a series begins with what the series says."""
    chosen = _series_asked_for(request)
    form = forms.PlanMeeting(
        request.POST or None,
        initial=_initial(chosen) | {"on": queries.next_of(chosen, today=timezone.localdate())}
        if chosen
        else None,
        bodies=queries.bodies_kept(request.viewer),
    )
    if request.method == "POST" and form.is_valid():
        try:
            planned = operations.plan_meeting(
                by=request.viewer,
                at=timezone.now(),
                body=form.cleaned_data["body"],
                plan=form.plan,
                series=chosen,
            )
        except OutOfOrder as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The meeting is planned. Now make its agenda.")
            return redirect("scrutiny:agenda", planned.pk)
    return render(request, "scrutiny/plan.html", {"form": form, "series": chosen})


def change(request: Request, meeting_id: int) -> HttpResponse:
    """Say something else of a planned meeting."""
    meeting = kept_or_404(request, meeting_id)
    form = forms.ChangeMeeting(
        request.POST or None,
        initial=_initial(meeting) | {"begins": meeting.begins},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_meeting(
                by=request.viewer, at=timezone.now(), meeting=meeting, plan=form.plan_on(meeting.on)
            )
        except OutOfOrder as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Saved.")
            return to_meeting(meeting.pk)
    context = {"form": form, "meeting": presenters.listed(meeting)}
    return render(request, "scrutiny/change.html", context)


def attend(request: Request, meeting_id: int) -> HttpResponse:
    """Write down who was there."""
    meeting = kept_or_404(request, meeting_id)
    form = forms.Attend(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"presence": Presence(form.cleaned_data["presence"])}
        try:
            operations.attend(by=request.viewer, at=timezone.now(), meeting=meeting, **given)
        except OutOfOrder as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{given['name']} was written down.")
            return redirect("scrutiny:attend", meeting.pk)
    context = {
        "form": form,
        "meeting": presenters.listed(meeting),
        "attendances": meeting.attendances.all(),
    }
    return render(request, "scrutiny/attend.html", context)


@require_POST
def drop_attendance(request: Request, attendance_id: int) -> HttpResponse:
    """Take somebody off who was written down by mistake."""
    row = get_object_or_404(queries.attendances_kept_by(request.viewer), pk=attendance_id)
    try:
        operations.drop_attendance(by=request.viewer, at=timezone.now(), attendance=row)
    except OutOfOrder as refused:
        messages.info(request, str(refused))
    return redirect("scrutiny:attend", row.meeting_id)


def _series_asked_for(request: Request) -> Any:
    """The series that the address names, if it names one."""
    named = request.GET.get("series", "")
    if not named.isdecimal():
        return None
    return get_object_or_404(queries.series_kept_by(request.viewer), pk=named, ended_at=None)


def _initial(kept: Any) -> dict[str, object]:
    """What a series or a meeting says already."""
    return {
        "body": kept.body_id,
        "title": kept.title,
        "kind": kept.kind,
        "openness": kept.openness,
        "place": kept.place,
        "link": kept.link,
    }
