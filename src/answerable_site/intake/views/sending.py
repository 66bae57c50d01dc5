"""An extract: received, looked at, loaded whole or not at all."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from answerable.documents import Unreadable
from answerable.mappings import EngineMissing, NotThisSource, Outcome, Profile, check_file
from answerable_site.casework.sealing import CaseKeysMissing
from answerable_site.intake import forms, operations, presenters, queries, tasks
from answerable_site.people.requests import Request
from answerable_site.register import queries as register
from answerable_site.register.operations import KEPT_FOR

_GONE = "This extract is no longer kept. Send it again."
_REFUSALS = (Unreadable, NotThisSource, EngineMissing, CaseKeysMissing)


def send(request: Request) -> HttpResponse:
    """Receive an extract; nothing is loaded yet."""
    form = forms.SendExtract(
        request.POST or None,
        request.FILES or None,
        sources=queries.sources_of(request.viewer),
        loads=queries.loads_seen_by(request.viewer).filter(undone_at__isnull=True),
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        kept = operations.keep_extract(
            by=request.viewer,
            at=timezone.now(),
            source=told["source"],
            name=told["file"].name,
            content=told["file"],
        )
        waiting = forms.WaitingExtract(
            stored_as=kept.stored_as,
            sha256=kept.sha256,
            source_id=told["source"].pk,
            user_id=request.viewer.user_id or 0,
            as_at=told["as_at"].isoformat(),
            sheet=told["sheet"],
            supersedes=told["supersedes"].pk if told["supersedes"] else None,
        )
        address = urlencode({"extract": waiting.signed()})
        return redirect(f"{reverse('intake:check')}?{address}")
    return render(request, "intake/send.html", {"form": form})


@require_safe
def check(request: Request) -> HttpResponse:
    """What would come of an extract; nothing is written."""
    field = request.GET.get("extract", "")
    waiting = _from_field(request, field)
    if waiting is None:
        return _again(request, _GONE)
    version = queries.profile_seen_by(request.viewer, waiting.source_id)
    if version is None:
        raise Http404
    try:
        outcome = _checked(waiting, version.profile)
    except _REFUSALS as refusal:
        return _again(request, str(refusal))
    if outcome is None:
        return _again(request, _GONE)
    with outcome:
        context = {
            "check": presenters.shown_check(outcome),
            "source": presenters.shown_source(version),
            "form": forms.Confirm(initial={"extract": field}),
        }
    return render(request, "intake/check.html", context)


@require_POST
def confirm(request: Request) -> HttpResponse:
    """Have the extract that was shown loaded in the background."""
    waiting = _from_field(request, request.POST.get("extract", ""))
    if waiting is None:
        return _again(request, _GONE)
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


def _from_field(request: Request, field: str) -> forms.WaitingExtract | None:
    """The extract of a signed field.

    Raises:
        Http404: somebody else sent it.
    """
    waiting = forms.WaitingExtract.from_signed(field, max_age=KEPT_FOR)
    if waiting is not None and waiting.user_id != request.viewer.user_id:
        raise Http404
    return waiting


def _checked(waiting: forms.WaitingExtract, profile: Profile) -> Outcome | None:
    """What came of the extract, read anew in the limited child; None if it is not kept any more."""
    content = register.content_of_kept_list(waiting.stored_as, sha256=waiting.sha256)
    if content is None:
        return None
    return check_file(
        content,
        profile,
        as_at=date.fromisoformat(waiting.as_at),
        sheet=waiting.sheet or None,
    )


def _again(request: Request, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect("intake:send")
