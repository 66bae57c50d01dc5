"""A list of attendance: received, looked at, loaded whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

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
from answerable_site.people.requests import Request
from answerable_site.register import queries as register
from answerable_site.register.operations import KEPT_FOR, KeptList
from answerable_site.training import forms, operations, presenters, queries
from answerable_site.training.access import kept_by
from answerable_site.training.rules import intake as rules

PAGE: Final = 50
_GONE: Final = "This list is no longer kept. Send it again."


def intake(request: Request) -> HttpResponse:
    """Receive a list; nothing is recorded yet."""
    organisations = queries.organisations_kept_by(request.viewer)
    form = forms.AddList(request.POST or None, request.FILES or None, bodies=organisations)
    if request.method == "POST" and form.is_valid():
        file, organisation = form.cleaned_data["file"], form.cleaned_data["body"]
        try:
            read_table(_content(file))
        except Unreadable as refusal:
            form.add_error("file", str(refusal))
        else:
            kept = operations.keep_list(
                by=request.viewer,
                at=timezone.now(),
                organisation=organisation,
                name=file.name,
                content=file,
            )
            return redirect(_check_address(_waiting(request, kept, organisation.pk)))
    return render(request, "training/intake.html", {"form": form})


@require_safe
def intake_template(_request: Request) -> HttpResponse:
    """An empty list with every column, and one invented row that shows how to fill it."""
    return csv_for_spreadsheets(presenters.template_rows(), name="attendance-template.csv")


@require_safe
def intake_check(request: Request) -> HttpResponse:
    """What loading the list would do; nothing is written."""
    waiting = _from_field(request, request.GET.get("list", ""))
    if waiting is None:
        return _again(request)
    waiting = replace(
        waiting,
        sheet=request.GET.get("sheet", waiting.sheet),
        columns=forms.ChooseColumns.chosen(request.GET) or waiting.columns,
    )
    try:
        table = _table(waiting)
    except Unreadable as refusal:
        messages.error(request, str(refusal))
        return redirect("training:intake")
    if table is None:
        return _again(request)
    if table.read is None:
        return _choose_sheet(request, waiting, table)
    columns = rules.columns_of(table.rows, waiting.chosen)
    if columns.problems:
        return _choose_columns(request, waiting, columns)
    return _planned(request, waiting, table, columns)


@require_POST
def intake_load(request: Request) -> HttpResponse:
    """Load the list that was shown, whole or not at all."""
    waiting = _from_field(request, request.POST.get("list", ""))
    try:
        table = _table(waiting) if waiting else None
    except Unreadable as refusal:
        messages.error(request, str(refusal))
        return redirect("training:intake")
    if waiting is None or table is None:
        return _again(request)
    columns = rules.columns_of(table.rows, waiting.chosen)
    try:
        loaded = operations.load_list(
            by=request.viewer,
            at=timezone.now(),
            organisation=queries.organisations_kept_by(request.viewer).get(pk=waiting.body_id),
            kept=KeptList(waiting.name, waiting.sha256, waiting.stored_as),
            rows=_rows(table, columns),
            digest=waiting.digest,
        )
    except (operations.PlanChanged, operations.NothingToLoad) as refusal:
        messages.error(request, str(refusal))
        return redirect(_check_address(waiting))
    unchanged = loaded.rows - loaded.added - loaded.changed
    messages.success(
        request,
        f"The list was loaded: {loaded.added} added, {loaded.changed} updated, "
        f"{unchanged} unchanged.",
    )
    return redirect("training:events")


def _planned(
    request: Request, waiting: forms.WaitingList, table: Table, columns: rules.Columns
) -> HttpResponse:
    organisation = queries.organisations_kept_by(request.viewer).get(pk=waiting.body_id)
    plan = rules.planned(_rows(table, columns), queries.known_attendance(organisation))
    wanted = request.GET.get("step", "")
    shown = [row for row in plan.rows if wanted in {"", row.step}]
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    field = waiting.signed()
    context = {
        "waiting": waiting,
        "organisation": organisation,
        "columns": presenters.shown_columns(columns),
        "column_form": forms.ChooseColumns(initial={"list": field}, columns=columns),
        "filter_form": forms.FilterRows(initial={"list": field, "step": wanted}, auto_id="rows_%s"),
        "load_form": forms.Load(
            initial={"list": replace(waiting, digest=plan.digest).signed()}, auto_id="load_%s"
        ),
        "counts": presenters.counts(plan),
        "mistakes": plan.counts[rules.Step.REFUSED],
        "may_be_loaded": plan.may_be_loaded,
        "page": page,
        "rows": [presenters.shown_row(row) for row in page],
    }
    return render(request, "training/intake_check.html", context)


def _choose_sheet(request: Request, waiting: forms.WaitingList, table: Table) -> HttpResponse:
    form = forms.ChooseSheet(initial={"list": waiting.signed()}, sheets=table.sheets)
    return render(request, "training/intake_sheet.html", {"waiting": waiting, "form": form})


def _choose_columns(
    request: Request, waiting: forms.WaitingList, columns: rules.Columns
) -> HttpResponse:
    context = {
        "waiting": waiting,
        "unclear": columns.problems,
        "form": forms.ChooseColumns(initial={"list": waiting.signed()}, columns=columns),
    }
    return render(request, "training/intake_columns.html", context)


def _waiting(request: Request, kept: KeptList, organisation_id: int) -> forms.WaitingList:
    return forms.WaitingList(
        stored_as=kept.stored_as,
        name=kept.name,
        sha256=kept.sha256,
        body_id=organisation_id,
        user_id=request.viewer.user_id or 0,
    )


def _from_field(request: Request, field: str) -> forms.WaitingList | None:
    """The list of a signed field, if the viewer sent it and may still load it.

    Raises:
        Http404: it is somebody else's.
    """
    waiting = forms.WaitingList.from_signed(field, max_age=KEPT_FOR)
    if waiting is None:
        return None
    if waiting.user_id != request.viewer.user_id or waiting.body_id not in kept_by(request.viewer):
        raise Http404
    return replace(waiting, name=register.name_of_kept_list(waiting.stored_as))


def _table(waiting: forms.WaitingList) -> Table | None:
    """The list read anew in the limited child; None if it is not kept any more as it was."""
    content = register.content_of_kept_list(waiting.stored_as, sha256=waiting.sha256)
    return None if content is None else read_table(content, sheet=waiting.sheet)


def _rows(table: Table, columns: rules.Columns) -> Sequence[rules.ReadRow]:
    return tuple(rules.rows_of(table.rows, columns, today=timezone.localdate()))


def _content(file: UploadedFile[Any]) -> bytes:
    content: bytes = file.read()
    file.seek(0)
    return content


def _again(request: Request) -> HttpResponse:
    messages.error(request, _GONE)
    return redirect("training:intake")


def _check_address(waiting: forms.WaitingList) -> str:
    return f"{reverse('training:intake_check')}?{urlencode({'list': waiting.signed()})}"
