"""One change for many commitments: chosen, shown, and only then made."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable_site.followup import forms, operations, presenters, queries
from answerable_site.followup.views import filtering
from answerable_site.people.requests import Request

_SALT = "followup.change_many"


def change_many(request: Request) -> HttpResponse:
    """Choose one change for the commitments that were ticked, look at what it does, make it."""
    if request.method == "POST" and "shown" in request.POST:
        return _make(request)
    rows = _chosen(request)
    form = _form(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and rows and form.is_valid():
        return _preview(request, rows, form)
    today = timezone.localdate()
    context = {
        "form": form,
        "rows": [presenters.listed_commitment(one, on=today) for one in rows],
        "most_at_once": operations.MOST_AT_ONCE,
    }
    return render(request, "followup/change_many.html", context)


def _make(request: Request) -> HttpResponse:
    """Make what was shown; where it is no longer what would be done, show it again."""
    try:
        token = signing.loads(request.POST["shown"], salt=_SALT)
    except signing.BadSignature:
        return redirect("followup:commitments")
    data = request.POST.copy()
    data.update(token["given"])
    form, rows = _form(request, data), _rows(request, token["rows"])
    if token["by"] != request.viewer.user_id or not rows or not form.is_valid():
        return redirect("followup:commitments")
    try:
        made = operations.change_many(
            by=request.viewer,
            at=timezone.now(),
            trial=_trial(request, rows, form),
            note=form.cleaned_data["note"],
            shown=token["digest"],
        )
    except operations.NotAsShown as problem:
        messages.info(request, str(problem))
        return _preview(request, rows, form)
    messages.success(request, presenters.made_in_words(made))
    return redirect("followup:commitments")


def _preview(request: Request, rows: Any, form: forms.ChangeMany) -> HttpResponse:
    preview = _trial(request, rows, form).preview()
    given = {name: form.data[name] for name in form.data if name != "csrfmiddlewaretoken"}
    token = {
        "by": request.viewer.user_id,
        "rows": [one.id for one in rows],
        "given": {name: value for name, value in given.items() if name not in {"row", "shown"}},
        "digest": preview.digest,
    }
    context = {
        "rows": presenters.shown_preview(preview, form.change(), rows, on=timezone.localdate()),
        "what": presenters.change_in_words(form.change()),
        "note": form.cleaned_data["note"],
        "count": len(preview.can_be_made),
        "refused": len(preview.tried) - len(preview.can_be_made),
        "shown": signing.dumps(token, salt=_SALT, compress=True),
    }
    return render(request, "followup/preview.html", context)


def _trial(request: Request, rows: Any, form: forms.ChangeMany) -> operations.Trial:
    commitments = queries.commitments_to_change(request.viewer, [one.id for one in rows])
    return operations.Trial(
        form.change(), commitments, by=request.viewer, at=timezone.now(), on=timezone.localdate()
    )


def _form(request: Request, data: Any) -> forms.ChangeMany:
    owners = queries.people_who_could_own_any(request.viewer, on=timezone.localdate())
    return forms.ChangeMany(data, owners=owners)


def _chosen(request: Request) -> Any:
    """The rows that were ticked; where none was, and all are asked for, those of the filters."""
    asked = request.POST if request.method == "POST" else request.GET
    keys = [int(key) for key in asked.getlist("row") if key.isdecimal() and len(key) < 10]
    if keys or "all" not in asked:
        return _rows(request, keys)
    wanted = filtering.wanted(filtering.filters_of(request))
    found = queries.listed_commitments(request.viewer, wanted, on=timezone.localdate())
    return found[: operations.MOST_AT_ONCE]


def _rows(request: Request, keys: list[int]) -> Any:
    return queries.lines_chosen(request.viewer, keys[: operations.MOST_AT_ONCE])
