"""Letters and e-mails that cannot be written without how to reach both sides directly."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable.records.event import Side
from answerable.records.kinds.communication import Direction, Form
from answerable.writing.docx import to_docx
from answerable.writing.html import to_html
from answerable.writing.odt import to_odt
from answerable_site.casework import forms, operations, presenters, queries
from answerable_site.design import downloads
from answerable_site.people.requests import Request

FROM = {
    Side.POLICE: [Direction.POLICE_TO_CPS, Direction.POLICE_TO_VICTIM],
    Side.CPS: [Direction.CPS_TO_POLICE, Direction.CPS_TO_VICTIM],
}
WRITERS = {
    "docx": (
        to_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "odt": (to_odt, "application/vnd.oasis.opendocument.text"),
}


def letter(request: Request, case_id: int) -> HttpResponse:
    """Write a letter, look at it, take it out as a file, and record that it was sent."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_open_to(request.viewer, at=now), pk=case_id)
    desk = queries.desk_of(request.viewer, found, at=now)
    organisation = queries.recording_organisation(request.viewer, found)
    if desk.side not in FROM or organisation is None:
        raise Http404
    operations.note_read(by=request.viewer, at=now, case=found)
    form = forms.WriteLetter(request.POST or None, directions=FROM[desk.side])
    context = {"form": form, "case_id": found.pk, "title": presenters.title_of(found)}
    if request.method != "POST" or "change" in request.POST or not form.is_valid():
        return render(request, "casework/letter.html", context)
    document = presenters.letter_as_document(
        form.letter, sender=organisation.name, on=timezone.localdate(now)
    )
    wanted = request.POST.get("take", "")
    if wanted in WRITERS:
        writer, content_type = WRITERS[wanted]
        return downloads.made_here(
            writer(document), name=f"letter-case-{found.pk}.{wanted}", content_type=content_type
        )
    if wanted in {Form.LETTER, Form.EMAIL}:
        sent = form.letter.as_sent(timezone.localdate(now), form=Form(wanted))
        operations.record_event(by=request.viewer, at=now, case=found, event=sent)
        messages.success(request, "It is recorded that this was sent, with what it had.")
        return redirect("casework:case", found.pk)
    context |= {
        "shown": to_html(document, start_level=2),
        "kept": forms.kept(form),
        "placeholders": [one.mark for one in form.letter.placeholders],
    }
    return render(request, "casework/check_letter.html", context)
