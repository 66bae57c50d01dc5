"""Inspections: confirmed, entered by hand, shown, corrected, linked."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.people.queries import policing_bodies
from answerable_site.people.requests import Request
from answerable_site.register import forms, operations, presenters, proposals, queries
from answerable_site.register.access import can_handle, check_can_decide, check_can_handle, officers

PAGE = 25


@require_safe
def inspections(request: Request) -> HttpResponse:
    """Every inspection that the viewer may see, the newest first."""
    page = Paginator(queries.listed_inspections(request.viewer), PAGE).get_page(
        request.GET.get("page")
    )
    today = timezone.localdate()
    context = {
        "page": page,
        "inspections": [presenters.listed_inspection(one, on=today) for one in page],
        "can_add": officers.test(request.viewer),
        "waiting": queries.unfinished_documents(request.viewer).count(),
    }
    return render(request, "register/inspections.html", context)


def confirm(request: Request, document_id: uuid.UUID) -> HttpResponse:
    """Confirm what a document shows about its inspection."""
    document = get_object_or_404(queries.documents_visible_to(request.viewer), pk=document_id)
    check_can_handle(request.viewer, document)
    reading = queries.reading_to_confirm(document)
    if reading is None or document.inspections.exists():
        return redirect("register:document", document_id)
    proposed = proposals.proposed(document, reading)
    duplicates = queries.likely_duplicates(
        request.viewer,
        title=proposed["title"],
        published_on=proposed["published_on"],
        sha256=document.sha256,
    )
    parts = queries.other_parts_of_series(
        request.viewer, series=proposed["series"], phase=proposed["phase"]
    )
    form = forms.ConfirmInspection(
        request.POST or None,
        initial=proposed,
        bodies=policing_bodies(),
        duplicates=[(str(one.pk), presenters.inspection_words(one)) for one in duplicates],
        parts=[(str(one.pk), presenters.inspection_words(one)) for one in parts],
    )
    if request.method == "POST" and form.is_valid() and "show_clock" not in request.POST:
        inspection = _confirmed(request, document, reading, form)
        return redirect("register:review", inspection.pk)
    context = {
        "form": form,
        "document": presenters.shown_document(document, viewer=request.viewer, at=timezone.now()),
        "clock": _clock(form),
        "found_date": reading.facts.get("published_worded"),
        "duplicates": [(one.pk, presenters.inspection_words(one)) for one in duplicates],
    }
    return render(request, "register/confirm.html", context)


def add_inspection(request: Request) -> HttpResponse:
    """Enter an inspection by hand, perhaps beside a document that could not be read."""
    own = queries.bodies_added_for(request.viewer)
    document = _named_document(request)
    form = forms.EnterInspection(request.POST or None, bodies=policing_bodies(), own_bodies=own)
    if request.method == "POST" and form.is_valid() and "show_clock" not in request.POST:
        try:
            inspection = operations.enter_inspection(
                by=request.viewer,
                at=timezone.now(),
                body=form.cleaned_data["body"],
                facts=form.facts(),
                bodies=form.cleaned_data["bodies"],
                document=document,
            )
        except operations.DocumentAlreadyUsed as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The inspection was entered.")
            return redirect("register:inspection", inspection.pk)
    context = {"form": form, "clock": _clock(form), "document": document}
    return render(request, "register/add_inspection.html", context)


@require_safe
def inspection(request: Request, inspection_id: int) -> HttpResponse:
    """One inspection with its clock and its recommendations."""
    found = get_object_or_404(queries.whole_inspections(request.viewer), pk=inspection_id)
    shown = presenters.shown_inspection(
        found,
        list(queries.lines_of(found)),
        warnings=queries.warnings_of(found),
        viewer=request.viewer,
        on=timezone.localdate(),
    )
    context = {
        "inspection": shown,
        "document": found.document,
        "progress": queries.progress_of(request.viewer, found),
    }
    return render(request, "register/inspection.html", context)


def correct_inspection(request: Request, inspection_id: int) -> HttpResponse:
    """Correct the facts of an inspection, with a reason."""
    found = get_object_or_404(queries.inspections_visible_to(request.viewer), pk=inspection_id)
    check_can_decide(request.viewer, found)
    form = forms.CorrectInspection(
        request.POST or None, initial=proposals.as_entered(found), bodies=policing_bodies()
    )
    if request.method == "POST" and form.is_valid() and "show_clock" not in request.POST:
        changed = operations.correct_inspection(
            by=request.viewer,
            at=timezone.now(),
            inspection=found,
            facts=form.facts(),
            bodies=form.cleaned_data["bodies"],
            reason=form.cleaned_data["reason"],
        )
        _say_what_changed(request, changed)
        return redirect("register:inspection", inspection_id)
    context = {"form": form, "clock": _clock(form), "inspection_id": inspection_id}
    return render(request, "register/correct_inspection.html", context)


def explain_gap(request: Request, inspection_id: int) -> HttpResponse:
    """Say why numbers are missing."""
    found = get_object_or_404(queries.inspections_visible_to(request.viewer), pk=inspection_id)
    check_can_decide(request.viewer, found)
    form = forms.ExplainGap(
        request.POST or None, initial={"missing": request.GET.get("missing", "")[:200]}
    )
    if request.method == "POST" and form.is_valid():
        operations.explain_gap(
            by=request.viewer, at=timezone.now(), inspection=found, **form.cleaned_data
        )
        messages.success(request, "The gap in the numbers is explained.")
        return redirect("register:inspection", inspection_id)
    context = {"form": form, "inspection": found}
    return render(request, "register/explain_gap.html", context)


def link_inspection(request: Request, inspection_id: int) -> HttpResponse:
    """Record how a report relates to another."""
    visible = queries.inspections_visible_to(request.viewer)
    found = get_object_or_404(visible, pk=inspection_id)
    check_can_decide(request.viewer, found)
    others = visible.exclude(pk=inspection_id).order_by("-published_on", "title")
    form = forms.LinkInspection(
        request.POST or None,
        others=[(str(one.pk), presenters.inspection_words(one)) for one in others],
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.link_inspections(
                by=request.viewer,
                at=timezone.now(),
                inspection=found,
                other=get_object_or_404(others, pk=form.cleaned_data["other"]),
                kind=form.cleaned_data["kind"],
                reason=form.cleaned_data["reason"],
            )
        except operations.AlreadyLinked as problem:
            form.add_error("other", str(problem))
        else:
            messages.success(request, "The link was recorded.")
            return redirect("register:inspection", inspection_id)
    context = {"form": form, "inspection": found}
    return render(request, "register/link_inspection.html", context)


def _confirmed(request: Request, document: Any, reading: Any, form: Any) -> Any:
    visible = queries.inspections_visible_to(request.viewer)
    chosen = form.cleaned_data
    made = operations.confirm_inspection(
        by=request.viewer,
        at=timezone.now(),
        document=document,
        reading=reading,
        facts=form.facts(),
        bodies=chosen["bodies"],
        same_as=list(visible.filter(pk__in=chosen.get("same_as", []))),
        parts_of_series=list(visible.filter(pk__in=chosen.get("parts_of_series", []))),
    )
    messages.success(request, "The inspection is in the register. Now decide on what was found.")
    return made


def _clock(form: Any) -> presenters.ShownClock | None:
    """The clock for the date and basis that stand in the form, if they make sense."""
    if form.is_bound:
        form.is_valid()
        published_on = form.cleaned_data.get("published_on")
        basis = form.cleaned_data.get("legal_basis")
    else:
        published_on, basis = form.initial.get("published_on"), form.initial.get("legal_basis")
    if not (published_on and basis):
        return None
    return presenters.shown_clock(published_on, basis, on=timezone.localdate())


def _named_document(request: Request) -> Any:
    """The document that the address names, if the viewer may make an inspection of it."""
    named = request.GET.get("document", "")
    try:
        key = uuid.UUID(named)
    except ValueError:
        return None
    document = get_object_or_404(queries.unfinished_documents(request.viewer), pk=key)
    return document if can_handle(request.viewer, document) else None


def _say_what_changed(request: Request, changed: list[str]) -> None:
    if changed:
        messages.success(request, f"Corrected: {', '.join(changed)}.")
    else:
        messages.info(request, "Nothing was changed.")
