"""One change for many commitments or actions: chosen, shown, and only then made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Many:
    """What is changed at once."""

    name: str
    list: str
    """The route of the list in which they are chosen."""
    kinds: Sequence[forms.Kind]
    chosen: Callable[..., Any]
    """The lines of those that were ticked."""
    listed: Callable[..., Any]
    """The lines of everything that the filters leave."""
    filters: Callable[..., Any]
    things: Callable[..., Any]
    shown: Callable[..., Any]


_COMMITMENTS = _Many(
    "commitment",
    "followup:commitments",
    tuple(forms.Kind),
    queries.lines_chosen,
    queries.listed_commitments,
    filtering.filters_of,
    queries.commitments_to_change,
    presenters.listed_commitment,
)
_ACTIONS = _Many(
    "action",
    "followup:actions",
    forms.OF_ACTIONS,
    queries.action_lines_chosen,
    queries.listed_actions,
    filtering.filters_of_actions,
    queries.actions_to_change,
    presenters.listed_action,
)


def change_many(request: Request) -> HttpResponse:
    """Choose one change for the commitments that were ticked, look at what it does, make it."""
    return _change(request, _COMMITMENTS)


def change_many_actions(request: Request) -> HttpResponse:
    """The same for actions."""
    return _change(request, _ACTIONS)


def _change(request: Request, many: _Many) -> HttpResponse:
    if request.method == "POST" and "shown" in request.POST:
        return _make(request, many)
    rows = _chosen(request, many)
    form = _form(request, many, request.POST if request.method == "POST" else None)
    if request.method == "POST" and rows and form.is_valid():
        return _preview(request, many, rows, form)
    today = timezone.localdate()
    context = {
        "form": form,
        "many": many,
        "rows": [many.shown(one, on=today) for one in rows],
        "most_at_once": operations.MOST_AT_ONCE,
    }
    return render(request, "followup/change_many.html", context)


def _make(request: Request, many: _Many) -> HttpResponse:
    """Make what was shown; where it is no longer what would be done, show it again."""
    try:
        token = signing.loads(request.POST["shown"], salt=f"{_SALT}.{many.name}")
    except signing.BadSignature:
        return redirect(many.list)
    data = request.POST.copy()
    data.update(token["given"])
    form, rows = _form(request, many, data), _rows(request, many, token["rows"])
    if token["by"] != request.viewer.user_id or not rows or not form.is_valid():
        return redirect(many.list)
    try:
        made = operations.change_many(
            by=request.viewer,
            at=timezone.now(),
            trial=_trial(request, many, rows, form),
            note=form.cleaned_data["note"],
            shown=token["digest"],
        )
    except operations.NotAsShown as problem:
        messages.info(request, str(problem))
        return _preview(request, many, rows, form)
    messages.success(request, presenters.made_in_words(made, many.name))
    return redirect(many.list)


def _preview(request: Request, many: _Many, rows: Any, form: forms.ChangeMany) -> HttpResponse:
    preview = _trial(request, many, rows, form).preview()
    given = {name: form.data[name] for name in form.data if name != "csrfmiddlewaretoken"}
    token = {
        "by": request.viewer.user_id,
        "rows": [one.id for one in rows],
        "given": {name: value for name, value in given.items() if name not in {"row", "shown"}},
        "digest": preview.digest,
    }
    context = {
        "rows": presenters.shown_preview(preview, form.change(), rows, on=timezone.localdate()),
        "many": many,
        "what": presenters.change_in_words(form.change()),
        "note": form.cleaned_data["note"],
        "count": len(preview.can_be_made),
        "refused": len(preview.tried) - len(preview.can_be_made),
        "shown": signing.dumps(token, salt=f"{_SALT}.{many.name}", compress=True),
    }
    return render(request, "followup/preview.html", context)


def _trial(request: Request, many: _Many, rows: Any, form: forms.ChangeMany) -> operations.Trial:
    things = many.things(request.viewer, [one.id for one in rows])
    return operations.Trial(
        form.change(), things, by=request.viewer, at=timezone.now(), on=timezone.localdate()
    )


def _form(request: Request, many: _Many, data: Any) -> forms.ChangeMany:
    owners = queries.people_who_could_own_any(request.viewer, on=timezone.localdate())
    return forms.ChangeMany(data, owners=owners, kinds=many.kinds)


def _chosen(request: Request, many: _Many) -> Any:
    """The rows that were ticked; where none was, and all are asked for, those of the filters."""
    asked = request.POST if request.method == "POST" else request.GET
    keys = [int(key) for key in asked.getlist("row") if key.isdecimal() and len(key) < 10]
    if keys or "all" not in asked:
        return _rows(request, many, keys)
    wanted = filtering.wanted(many.filters(request))
    found = many.listed(request.viewer, wanted, on=timezone.localdate())
    return found[: operations.MOST_AT_ONCE]


def _rows(request: Request, many: _Many, keys: list[int]) -> Any:
    return many.chosen(request.viewer, keys[: operations.MOST_AT_ONCE])
