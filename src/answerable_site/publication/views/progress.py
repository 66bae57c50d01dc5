"""Public progress without signing in, and a publisher's pages about it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable_site.design.downloads import harmless
from answerable_site.people.requests import Request
from answerable_site.publication import access, forms, operations, presenters, queries
from answerable_site.publication.views.entries import as_at, attached


def progress(request: Request, body: str, inspection: str) -> HttpResponse:
    """What became of the recommendations of one inspection, as at today or a past day."""
    released = list(queries.progress_at(body, inspection).defer("facts"))
    if not released:
        raise Http404
    form, day = as_at(request)
    shown = queries.progress_as_at(body, inspection, day)
    context = {
        "form": form,
        "day": day,
        "snapshot": presenters.shown_snapshot(shown) if shown else None,
        "progress": presenters.progress_in_words(shown.told) if shown else None,
        "latest": presenters.shown_snapshot(released[0]),
        "released": [presenters.shown_snapshot(one) for one in released],
        "body": body,
        "inspection": inspection,
    }
    return render(request, "publication/progress.html", context)


def progress_csv(request: Request, body: str, inspection: str) -> HttpResponse:
    """The same as a file for spreadsheets."""
    _, day = as_at(request)
    shown = queries.progress_as_at(body, inspection, day)
    if shown is None:
        raise Http404
    return _csv(presenters.progress_rows(shown), f"{inspection}-progress-{shown.as_of}.csv")


def progress_json(request: Request, body: str, inspection: str) -> HttpResponse:
    """The facts of the snapshot: the SHA-256 of these bytes is the content hash on its page."""
    _, day = as_at(request)
    shown = queries.progress_as_at(body, inspection, day)
    if shown is None:
        raise Http404
    name = f"{inspection}-progress-{shown.as_of}.json"
    return attached(shown.told.canonical_bytes(), "application/json", name)


def body_progress(request: Request, body: str) -> HttpResponse:
    """All inspections of one body, for its police and crime panel and for everybody."""
    form, day = as_at(request)
    snapshots = list(queries.latest_progress(on=day, body=body))
    if not snapshots and not queries.progress_of_feed(body).exists():
        raise Http404
    name, *_ = queries.public_bodies()[body]
    context = {
        "form": form,
        "day": day,
        "name": name,
        "body": body,
        "inspections": [
            (presenters.shown_snapshot(one), presenters.progress_in_words(one.told))
            for one in snapshots
        ],
        "slips": presenters.slips(snapshots),
    }
    return render(request, "publication/body_progress.html", context)


def body_progress_csv(request: Request, body: str) -> HttpResponse:
    """The same as a file for spreadsheets."""
    _, day = as_at(request)
    snapshots = list(queries.latest_progress(on=day, body=body))
    if not snapshots:
        raise Http404
    rows = (row for snapshot in snapshots for row in presenters.progress_rows(snapshot))
    return _csv(rows, f"{body}-progress-{day}.csv")


def late(request: Request) -> HttpResponse:
    """Responses that are overdue, and commitments that are late or were moved, with reasons."""
    form, day = as_at(request)
    overdue = [
        entry
        for entry in queries.entries_as_at(day)
        if presenters.is_in_state(entry, "overdue", on=day)
    ]
    context = {
        "form": form,
        "day": day,
        "overdue": [presenters.listed(entry, on=day) for entry in overdue],
        "slips": presenters.slips(queries.latest_progress(on=day)),
    }
    return render(request, "publication/late.html", context)


def release_progress(request: Request, snapshot_id: int) -> HttpResponse:
    """Read what was prepared, and make it public."""
    snapshot = get_object_or_404(queries.progress_visible_to(request.viewer), pk=snapshot_id)
    if request.method == "POST":
        try:
            operations.release_progress(by=request.viewer, at=timezone.now(), snapshot=snapshot)
        except (
            operations.ProgressReleased,
            operations.ProgressOutdated,
            operations.ProgressNotPublic,
            operations.WouldLeak,
        ) as refused:
            messages.info(request, str(refused))
        else:
            messages.success(request, f"The progress of “{snapshot.entry.title}” is public now.")
        return redirect("publication:waiting")
    context = {
        "snapshot": presenters.shown_snapshot(snapshot),
        "progress": presenters.progress_in_words(snapshot.told),
        "may_release": access.can_release_progress(request.viewer, snapshot),
        "clues": presenters.clues_to_look_at(queries.progress_piece(snapshot)),
    }
    return render(request, "publication/release_progress.html", context)


def withdraw_progress(request: Request, snapshot_id: int) -> HttpResponse:
    """Take a public snapshot back, with a reason."""
    snapshot = get_object_or_404(queries.progress_visible_to(request.viewer), pk=snapshot_id)
    form = forms.Withdrawal(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw_progress(
                by=request.viewer,
                at=timezone.now(),
                snapshot=snapshot,
                reason=form.cleaned_data["reason"],
            )
        except operations.ProgressNotPublic as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It was withdrawn. Its public page says so.")
            return redirect(presenters.shown_snapshot(snapshot).href)
    context = {"form": form, "snapshot": presenters.shown_snapshot(snapshot)}
    return render(request, "publication/withdraw_progress.html", context)


def _csv(rows: Iterable[tuple[object, ...]], name: str) -> HttpResponse:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(presenters.PROGRESS_HEADER)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return attached(text.getvalue().encode(), "text/csv; charset=utf-8", name)
