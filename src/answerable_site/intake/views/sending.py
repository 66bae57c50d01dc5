"""An extract: received, looked at, loaded whole or not at all."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from answerable_site.intake import forms, operations, presenters, queries, tasks
from answerable_site.intake.rules import ROWS_SET_ASIDE, Tried
from answerable_site.intake.views.waiting import GONE, send_again, waiting_extract
from answerable_site.people.requests import Request


def send(request: Request) -> HttpResponse:
    """Receive an extract; nothing is loaded yet."""
    form = forms.SendExtract(
        request.POST or None,
        request.FILES or None,
        sources=queries.sources_of(request.viewer),
        loads=queries.loads_seen_by(request.viewer).filter(undone_at__isnull=True),
    )
    if request.method == "POST" and form.is_valid():
        waiting = _kept(request, form.cleaned_data)
        if waiting.is_long:
            transaction.on_commit(partial(tasks.try_extract.enqueue, **asdict(waiting)))
        address = urlencode({"extract": waiting.signed()})
        return redirect(f"{reverse('intake:check')}?{address}")
    return render(request, "intake/send.html", {"form": form})


def _kept(request: Request, told: dict[str, Any]) -> forms.WaitingExtract:
    kept = operations.keep_extract(
        by=request.viewer,
        at=timezone.now(),
        source=told["source"],
        name=told["file"].name,
        content=told["file"],
    )
    return forms.WaitingExtract(
        stored_as=kept.stored_as,
        sha256=kept.sha256,
        size=told["file"].size,
        source_id=told["source"].pk,
        user_id=request.viewer.user_id or 0,
        as_at=told["as_at"].isoformat(),
        sheet=told["sheet"],
        supersedes=told["supersedes"].pk if told["supersedes"] else None,
    )


@require_safe
def check(request: Request) -> HttpResponse:
    """What would come of an extract; nothing of it is loaded."""
    return _checked(request, "intake/check.html", "intake/trying.html")


@require_safe
def check_progress(request: Request) -> HttpResponse:
    """The fragment that the page asks for while a long extract is tried: 202 until it was."""
    return _checked(request, "intake/parts/tried.html", "intake/parts/trying.html", going_on=202)


def _checked(request: Request, done: str, trying: str, *, going_on: int = 200) -> HttpResponse:
    field = request.GET.get("extract", "")
    waiting = waiting_extract(request, field)
    if waiting is None:
        return send_again(request, GONE)
    version = queries.profile_seen_by(request.viewer, waiting.source_id)
    if version is None:
        raise Http404
    sent_at = queries.sent_at(waiting.stored_as)
    if sent_at is None:
        return send_again(request, GONE)
    tried = _tried(request, waiting)
    context: dict[str, Any] = {"source": presenters.shown_source(version), "extract": field}
    if tried is None:
        so_far = queries.hundredths(waiting.stored_as, queries.TRYING)
        shown = presenters.shown_trying(so_far, sent_at=sent_at, at=timezone.now())
        context["trying"] = shown
        return render(request, trying, context, status=200 if shown.stopped else going_on)
    if tried.refusal:
        return send_again(request, tried.refusal)
    context["check"] = presenters.shown_check(tried)
    context["days"] = ROWS_SET_ASIDE.days
    context["form"] = forms.Confirm(initial={"extract": field})
    return render(request, done, context)


def _tried(request: Request, waiting: forms.WaitingExtract) -> Tried | None:
    """What came of trying an extract; None while a long one is tried."""
    tried = queries.tried_extract(waiting.stored_as)
    if tried is not None or waiting.is_long:
        return tried
    return tasks.try_sent(waiting, by=request.viewer, now=timezone.now)


@require_POST
def confirm(request: Request) -> HttpResponse:
    """Have the extract that was shown loaded in the background."""
    waiting = waiting_extract(request, request.POST.get("extract", ""))
    if waiting is None:
        return send_again(request, GONE)
    version = queries.profile_seen_by(request.viewer, waiting.source_id)
    if version is None:
        raise Http404
    before = queries.queued_seen_by(request.viewer).filter(stored_as=waiting.stored_as).first()
    if before is not None:
        return redirect("intake:queued", before.pk)
    queued = operations.queue_load(
        by=request.viewer,
        at=timezone.now(),
        source=version.source,
        stored_as=waiting.stored_as,
        sha256=waiting.sha256,
        as_at=date.fromisoformat(waiting.as_at),
        sheet=waiting.sheet,
        supersedes=queries.load_seen_by(request.viewer, waiting.supersedes),
    )
    transaction.on_commit(partial(tasks.load_extract.enqueue, queued.pk))
    return redirect("intake:queued", queued.pk)
