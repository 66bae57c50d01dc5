"""A tracker of former days: sent, its columns named, looked at row by row, loaded whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from answerable.documents import Unreadable
from answerable.documents.tables import Table, read_table
from answerable_site.design.downloads import csv_for_spreadsheets
from answerable_site.followup import forms, operations, presenters, queries
from answerable_site.followup.rules import tracker as rules
from answerable_site.people.queries import policing_bodies
from answerable_site.people.requests import Request
from answerable_site.people.rules import Role
from answerable_site.register import queries as register
from answerable_site.register.operations import KEPT_FOR, KeptList

PAGE = 50
_GONE = "This tracker is no longer kept. Send it again."


class _Gone(Exception):
    """The tracker is not kept any more, or nobody said how to read it."""


def tracker(request: Request) -> HttpResponse:
    """Receive a tracker; nothing is entered yet."""
    bodies = queries.bodies_decided_for(request.viewer)
    form = forms.AddTracker(request.POST or None, request.FILES or None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        file, body = form.cleaned_data["file"], form.cleaned_data["body"]
        try:
            read_table(_content(file))
        except Unreadable as refusal:
            form.add_error("file", str(refusal))
        else:
            kept = operations.keep_tracker(
                by=request.viewer, at=timezone.now(), body=body, name=file.name, content=file
            )
            waiting = forms.WaitingTracker(
                kept.stored_as, kept.name, kept.sha256, body.pk, request.viewer.user_id or 0
            )
            return redirect(_address("tracker_columns", waiting))
    return render(request, "followup/tracker.html", {"form": form})


@require_safe
def tracker_template(_request: Request) -> HttpResponse:
    """An empty tracker with every column, and one invented row that shows how to fill it."""
    return csv_for_spreadsheets(presenters.template_rows(), name="tracker.csv")


def tracker_columns(request: Request) -> HttpResponse:
    """What the columns tell, how dates are written, what an empty cell means; kept by name."""
    asked = request.POST if request.method == "POST" else request.GET
    try:
        waiting = _waiting(request, asked.get("list", ""))
        waiting = replace(waiting, sheet=request.GET.get("sheet", waiting.sheet))
        table = _table(waiting)
    except _Gone:
        return _again(request, _GONE)
    except Unreadable as refusal:
        return _again(request, str(refusal))
    if table.read is None:
        return _choose_sheet(request, waiting, table)
    body = policing_bodies().get(pk=waiting.body_id)
    held = queries.latest_mappings(request.viewer, body.pk)
    chosen = held.get(request.GET.get("from", "")) or _mapping_row(request, waiting)
    before = rules.Mapping.from_json(chosen.told) if chosen else rules.Mapping()
    columns = rules.columns_of(table.rows, before)
    form = forms.ReadTracker(
        request.POST or None,
        initial={
            "list": waiting.signed(),
            **forms.first_choices(
                before,
                columns,
                name=chosen.name if chosen else "",
                on=date.fromisoformat(waiting.as_at) if waiting.as_at else timezone.localdate(),
                organisation_id=body.force_id,
            ),
        },
        columns=columns,
        organisations=queries.organisations_that_act(request.viewer, body),
        inspections=queries.inspections_of_trackers(request.viewer, body),
    )
    if request.method == "POST" and form.is_valid():
        kept = operations.keep_mapping(
            by=request.viewer,
            at=timezone.now(),
            body=body,
            name=form.cleaned_data["name"],
            mapping=form.mapping(before.words),
        )
        as_at = form.cleaned_data["as_at"].isoformat()
        return redirect(
            _address("tracker_check", replace(waiting, mapping_id=kept.pk, as_at=as_at))
        )
    context = {
        "waiting": waiting,
        "form": form,
        "unclear": columns.problems if request.method != "POST" else (),
        "held": [
            (name, f"{_address('tracker_columns', waiting)}&{urlencode({'from': name})}")
            for name in held
        ],
    }
    return render(request, "followup/tracker_columns.html", context)


@require_safe
def tracker_check(request: Request) -> HttpResponse:
    """What loading the tracker would do; nothing is written."""
    try:
        waiting = _waiting(request, request.GET.get("list", ""))
        read = _Read(request, waiting)
    except _Gone:
        return _again(request, _GONE)
    except Unreadable as refusal:
        return _again(request, str(refusal))
    if read.columns.problems:
        messages.error(request, " ".join(read.columns.problems))
        return redirect(_address("tracker_columns", waiting))
    plan = read.plan(request)
    wanted = request.GET.get("outcome", "")
    shown = [row for row in plan.rows if wanted in {"", row.outcome}]
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    unknown = presenters.unknown_words(plan)
    field = waiting.signed()
    context = {
        "waiting": waiting,
        "body": read.body,
        "as_at": read.as_at,
        "mapping": read.mapping,
        "taken": presenters.taken_as(read.columns),
        "left_out": presenters.left_out(read.columns),
        "columns_href": _address("tracker_columns", waiting),
        "words_form": forms.SayWords(initial={"list": field}, unknown=unknown, auto_id="words_%s")
        if unknown
        else None,
        "filter_form": forms.FilterTracker(
            initial={"list": field, "outcome": wanted}, auto_id="rows_%s"
        ),
        "load_form": forms.Load(
            initial={"list": replace(waiting, digest=plan.digest).signed()}, auto_id="load_%s"
        ),
        "counts": presenters.tracker_counts(plan),
        "mistakes": plan.counts[rules.Outcome.REFUSED],
        "may_be_loaded": plan.may_be_loaded,
        "page": page,
        "rows": [presenters.shown_row(row, read.columns) for row in page],
    }
    return render(request, "followup/tracker_check.html", context)


@require_POST
def tracker_words(request: Request) -> HttpResponse:
    """Say what words mean; the choices are kept for the next time."""
    try:
        waiting = _waiting(request, request.POST.get("list", ""))
        read = _Read(request, waiting)
    except _Gone:
        return _again(request, _GONE)
    except Unreadable as refusal:
        return _again(request, str(refusal))
    unknown = presenters.unknown_words(read.plan(request))
    form = forms.SayWords(request.POST, unknown=unknown)
    if form.is_valid():
        kept = operations.keep_mapping(
            by=request.viewer,
            at=timezone.now(),
            body=read.body,
            name=read.mapping.name,
            mapping=replace(read.told, words=form.said(read.told.words)),
        )
        waiting = replace(waiting, mapping_id=kept.pk)
    return redirect(_address("tracker_check", waiting))


@require_POST
def tracker_load(request: Request) -> HttpResponse:
    """Load the tracker that was shown, whole or not at all."""
    try:
        waiting = _waiting(request, request.POST.get("list", ""))
        read = _Read(request, waiting)
    except _Gone:
        return _again(request, _GONE)
    except Unreadable as refusal:
        return _again(request, str(refusal))
    try:
        loaded = operations.load_tracker(
            by=request.viewer,
            at=timezone.now(),
            on=timezone.localdate(),
            as_at=read.as_at,
            body=read.body,
            kept=KeptList(waiting.name, waiting.sha256, waiting.stored_as),
            mapping=read.mapping,
            rows=read.rows(),
            digest=waiting.digest,
        )
    except (operations.PlanChanged, operations.NothingToLoad) as refusal:
        messages.error(request, str(refusal))
        return redirect(_address("tracker_check", waiting))
    messages.success(
        request,
        f"The tracker was loaded: {loaded.added} rows added, {loaded.changed} updated, "
        f"{loaded.unchanged} unchanged.",
    )
    return redirect("followup:tracker")


class _Read:
    """A tracker read anew in the limited child, with what was chosen about it."""

    def __init__(self, request: Request, waiting: forms.WaitingTracker) -> None:
        mapping = _mapping_row(request, waiting)
        if mapping is None:
            raise _Gone
        self.table = _table(waiting)
        self.mapping = mapping
        self.told = rules.Mapping.from_json(mapping.told)
        self.columns = rules.columns_of(self.table.rows, self.told)
        self.body = policing_bodies().get(pk=waiting.body_id)
        self.as_at = date.fromisoformat(waiting.as_at)

    def rows(self) -> tuple[rules.ReadRow, ...]:
        today = timezone.localdate()
        return tuple(rules.rows_of(self.table.rows, self.columns, self.told, today=today))

    def plan(self, request: Request) -> rules.Plan:
        known = queries.known_to_trackers(request.viewer, self.body, on=timezone.localdate())
        return rules.planned(self.rows(), known, self.told, as_at=self.as_at)


def _waiting(request: Request, field: str) -> forms.WaitingTracker:
    """The tracker of a signed field, if the viewer sent it and may still load it.

    Raises:
        _Gone: the field was changed, or is too old.
        Http404: it is somebody else's.
    """
    waiting = forms.WaitingTracker.from_signed(field, max_age=KEPT_FOR)
    if waiting is None:
        raise _Gone
    may_load = request.viewer.holds_in(waiting.body_id, Role.RESPONSE_OFFICER)
    if waiting.user_id != request.viewer.user_id or not may_load:
        raise Http404
    return replace(waiting, name=register.name_of_kept_list(waiting.stored_as))


def _mapping_row(request: Request, waiting: forms.WaitingTracker) -> Any:
    held = queries.mappings_of(request.viewer, waiting.body_id)
    return held.filter(pk=waiting.mapping_id or 0).first()


def _table(waiting: forms.WaitingTracker) -> Table:
    content = register.content_of_kept_list(waiting.stored_as, sha256=waiting.sha256)
    if content is None:
        raise _Gone
    return read_table(content, sheet=waiting.sheet)


def _choose_sheet(request: Request, waiting: forms.WaitingTracker, table: Table) -> HttpResponse:
    form = forms.ChooseSheet(initial={"list": waiting.signed()}, sheets=table.sheets)
    return render(request, "followup/tracker_sheet.html", {"waiting": waiting, "form": form})


def _content(file: UploadedFile[Any]) -> bytes:
    content: bytes = file.read()
    file.seek(0)
    return content


def _again(request: Request, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect("followup:tracker")


def _address(route: str, waiting: forms.WaitingTracker) -> str:
    return f"{reverse(f'followup:{route}')}?{urlencode({'list': waiting.signed()})}"
