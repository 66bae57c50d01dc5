"""Files that prove a step: downloaded, and the chief officer's letter read."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.documents import Unreadable, read
from answerable_site.design.downloads import as_received
from answerable_site.people.requests import Request
from answerable_site.responses import forms, operations, queries
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules.files import words_of
from answerable_site.responses.views.gathering import dossier_or_404


@require_safe
def file(request: Request, inspection_id: int, body: str, file_id: uuid.UUID) -> HttpResponseBase:
    """The file as it was received: saved by the browser, never shown by it."""
    held = dossier_or_404(request, inspection_id, body)
    found = queries.file_of(held.response, file_id)
    if found is None:
        raise Http404
    return as_received(found.stored_as, name=found.name)


def letter_read(
    request: Request, held: Dossier, form: forms.EnteredComments
) -> forms.EnteredComments:
    """The form again, with the words of the letter that came with it for a person to check.

    The letter is kept; its words are not saved. What was typed before stands above them.
    """
    form.is_valid()
    typed, letter = form.as_typed(), form.cleaned_data.get("letter")
    if letter is None:
        problems = form.errors.get("letter") or ["Select the letter that is to be read."]
        messages.warning(request, " ".join(str(problem) for problem in problems))
        return forms.EnteredComments(initial=typed)
    try:
        kept = operations.keep_letter(
            by=request.viewer,
            at=timezone.now(),
            inspection=held.inspection,
            body=held.body,
            letter=letter,
        )
    except operations.ResponsePublished as refusal:
        messages.warning(request, str(refusal))
        return forms.EnteredComments(initial=typed)
    typed["kept"] = kept.pk
    try:
        words = words_of(read(letter.content))
    except Unreadable as refusal:
        messages.warning(
            request,
            f"{letter.name} was kept, but its words could not be read. {refusal} You can type them "
            "in.",
        )
    else:
        typed["text"] = "\n\n".join(filter(None, [str(typed["text"] or "").strip(), words]))
        messages.info(
            request,
            f"{letter.name} was kept, and its words stand below. Check them against the letter, "
            "leave out what is no comment, then save. Nothing else is saved yet.",
        )
    return forms.EnteredComments(initial=typed)
