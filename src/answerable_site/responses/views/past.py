"""Responses of former days: all of them, one of them, recorded by hand."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.downloads import as_received, csv_for_spreadsheets
from answerable_site.design.filters import chips
from answerable_site.people.requests import Request
from answerable_site.people.rules import Role
from answerable_site.responses import access, forms, operations, presenters, queries
from answerable_site.responses.queries import Duty, JudgedPast
from answerable_site.responses.rules.past import PastAnswer

PAGE = 25


@require_safe
def past(request: Request) -> HttpResponse:
    """Every past response with how it stands and how much is missing."""
    form = _filters(request)
    found = queries.past_responses(request.viewer, _wanted(form))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    drafts = request.viewer.organisations_where(Role.RESPONSE_OFFICER)
    context = {
        "filters": form,
        "chips": chips(form),
        "page": page,
        "responses": [presenters.shown_past(one) for one in page],
        "counts": presenters.counts_in_words(found),
        "may_record": bool(drafts),
        "unrecorded": [
            (inspection, body)
            for inspection, body in queries.printed_and_unrecorded(request.viewer)
            if body.pk in drafts
        ],
    }
    return render(request, "responses/past.html", context)


@require_safe
def past_csv(request: Request) -> HttpResponse:
    """The same list as a file, with the same filters."""
    found = queries.past_responses(request.viewer, _wanted(_filters(request)))
    rows = [presenters.PAST_CSV_HEADER, *(presenters.past_csv_row(one) for one in found)]
    return csv_for_spreadsheets(rows, name="past-responses.csv")


@require_safe
def past_response(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """What is known of one past response, and what is missing."""
    found = _past_or_404(request, inspection_id, body)
    context = {
        "past": presenters.shown_past(found),
        "inspection": found.inspection,
        "body": found.body,
        "may_record": access.can_draft(request.viewer, found.body.pk),
    }
    return render(request, "responses/past_response.html", context)


@require_safe
def past_file(request: Request, inspection_id: int, body: str) -> HttpResponseBase:
    """The response as it was published: saved by the browser, never shown by it."""
    file = _past_or_404(request, inspection_id, body).row.file
    if file is None:
        raise Http404
    return as_received(file.stored_as, name=file.name)


def record_past(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Record what is known of a past response, or correct it."""
    duty = queries.duty_visible_to(request.viewer, inspection_id=inspection_id, body_slug=body)
    if duty is None:
        raise Http404
    access.check_can_draft(request.viewer, duty.body.pk)
    held = queries.past_of(duty.response)
    proposal = None if held else queries.proposed_from_document(duty.inspection)
    document = duty.inspection.document
    has_document = document is not None and document.held_by_id == duty.body.pk
    form = forms.RecordPast(
        request.POST or None,
        request.FILES or None,
        initial=forms.RecordPast.showing(
            held.answer if held else proposal.answer if proposal else PastAnswer()
        )
        | {"keep_document": proposal is not None},
        has_document=has_document,
    )
    if request.method == "POST" and form.is_valid() and _recorded(request, duty, form):
        messages.success(request, "What you know of the response was recorded.")
        return redirect("responses:past_response", inspection_id, body)
    context = {
        "form": form,
        "duty": duty,
        "held": held,
        "doubts": proposal.doubts if proposal else (),
    }
    return render(request, "responses/record_past.html", context)


def _recorded(request: Request, duty: Duty, form: forms.RecordPast) -> bool:
    """Whether it was recorded; if not, the form says why."""
    document, name = _document(duty, form)
    try:
        operations.record_past_response(
            by=request.viewer,
            at=timezone.now(),
            inspection=duty.inspection,
            body=duty.body,
            answer=form.answer(),
            document=document,
            document_name=name,
        )
    except (
        operations.DatesOutOfOrder,
        operations.PublishedHere,
        operations.ReferenceTaken,
        operations.ResponsePublished,
    ) as refusal:
        form.add_error(None, str(refusal))
        return False
    finally:
        if document is not None:
            document.close()
    return True


def _document(duty: Duty, form: forms.RecordPast) -> tuple[File[Any] | None, str]:
    """The file to keep, and its name: the one that was sent, else the register's if wanted."""
    sent = form.cleaned_data["file"]
    if sent:
        return sent, sent.name
    received = duty.inspection.document
    if received is not None and form.cleaned_data.get("keep_document"):
        return default_storage.open(received.stored_as), received.name
    return None, ""


def _past_or_404(request: Request, inspection_id: int, body: str) -> JudgedPast:
    found = queries.past_response_visible_to(
        request.viewer, inspection_id=inspection_id, body_slug=body
    )
    if found is None:
        raise Http404
    return found


def _filters(request: Request) -> forms.FilterPast:
    return forms.FilterPast(request.GET, standings=presenters.STANDINGS)


def _wanted(form: forms.FilterPast) -> queries.WantedPast:
    form.is_valid()
    return queries.WantedPast(
        **{name: str(form.cleaned_data.get(name) or "") for name in form.fields}
    )
