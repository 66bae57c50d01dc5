"""Documents: added, read in the background, looked at, downloaded."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable_site.design.downloads import as_received
from answerable_site.people.requests import Request
from answerable_site.register import forms, operations, presenters, queries, tasks


@require_safe
def documents(request: Request) -> HttpResponse:
    """Documents from which no inspection was made yet."""
    now = timezone.now()
    context = {
        "documents": [
            presenters.shown_document(document, viewer=request.viewer, at=now)
            for document in queries.unfinished_documents(request.viewer)
        ],
        "can_add": queries.bodies_added_for(request.viewer).exists(),
    }
    return render(request, "register/documents.html", context)


def add_document(request: Request) -> HttpResponse:
    """Receive a file and have it read in the background."""
    bodies = queries.bodies_added_for(request.viewer)
    form = forms.AddDocument(request.POST or None, request.FILES or None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        reading = operations.add_document(
            by=request.viewer,
            at=timezone.now(),
            body=form.cleaned_data["body"],
            name=file.name,
            content=file,
        )
        _read_in_background(reading.pk)
        return redirect("register:document", reading.document_id)
    return render(request, "register/add_document.html", {"form": form})


@require_safe
def document(request: Request, document_id: uuid.UUID) -> HttpResponse:
    """How far the reading has come, and what comes next."""
    found = get_object_or_404(queries.documents_visible_to(request.viewer), pk=document_id)
    now = timezone.now()
    context = {
        "document": presenters.shown_document(found, viewer=request.viewer, at=now),
        "same": [
            presenters.shown_document(other, viewer=request.viewer, at=now)
            for other in queries.same_file(request.viewer, found)
        ],
    }
    return render(request, "register/document.html", context)


@require_safe
def progress(request: Request, document_id: uuid.UUID) -> HttpResponse:
    """The fragment that the page of a document asks for: 202 while the reading goes on."""
    found = get_object_or_404(queries.documents_visible_to(request.viewer), pk=document_id)
    shown = presenters.shown_document(found, viewer=request.viewer, at=timezone.now())
    status = 202 if shown.progress.is_going_on else 200
    return render(request, "register/parts/progress.html", {"document": shown}, status=status)


@require_POST
def read_again(request: Request, document_id: uuid.UUID) -> HttpResponse:
    """Read a document anew after a failure."""
    found = get_object_or_404(queries.documents_visible_to(request.viewer), pk=document_id)
    try:
        reading = operations.read_again(by=request.viewer, at=timezone.now(), document=found)
    except operations.ReadingStillGoesOn as problem:
        messages.warning(request, str(problem))
    else:
        _read_in_background(reading.pk)
    return redirect("register:document", document_id)


@require_POST
def set_aside(request: Request, document_id: uuid.UUID) -> HttpResponse:
    """Make no inspection from a document."""
    found = get_object_or_404(queries.documents_visible_to(request.viewer), pk=document_id)
    try:
        operations.set_document_aside(by=request.viewer, at=timezone.now(), document=found)
    except operations.DocumentAlreadyUsed as problem:
        messages.warning(request, str(problem))
        return redirect("register:document", document_id)
    messages.success(request, f"{found.name} was set aside. It is kept as it was received.")
    return redirect("register:documents")


@require_safe
def download(request: Request, document_id: uuid.UUID) -> HttpResponseBase:
    """The file as it was received: saved by the browser, never shown by it."""
    found = get_object_or_404(queries.documents_visible_to(request.viewer), pk=document_id)
    return as_received(found.stored_as, name=found.name)


@require_safe
def page(request: Request, document_id: uuid.UUID, number: int) -> HttpResponse:
    """One page as it was read, with a passage marked if the address names one."""
    found = get_object_or_404(queries.documents_visible_to(request.viewer), pk=document_id)
    passage = queries.passage_of(found, number)
    if passage is None:
        raise Http404
    start, end = (_offset(request, name, passage.start) for name in ("start", "end"))
    context = {
        "document": presenters.shown_document(found, viewer=request.viewer, at=timezone.now()),
        "passage": presenters.marked(passage, start, end, around=50_000),
    }
    return render(request, "register/page.html", context)


@require_safe
def picture(request: Request, document_id: uuid.UUID, number: int) -> HttpResponse:
    """The picture of a page: a PNG that the product drew itself."""
    found = get_object_or_404(queries.documents_visible_to(request.viewer), pk=document_id)
    passage = queries.passage_of(found, number)
    if passage is None or not passage.picture:
        raise Http404
    with default_storage.open(passage.picture) as stored:
        response = HttpResponse(stored.read(), content_type="image/png")
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _read_in_background(reading_id: int) -> None:
    transaction.on_commit(partial(tasks.read_document.enqueue, reading_id))


def _offset(request: Request, name: str, default: int) -> int:
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else default
