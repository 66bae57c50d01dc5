"""Letters and e-mails that cannot be written without how to reach both sides directly."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable.records.event import Side
from answerable.records.kinds.communication import Direction, Form
from answerable_site.casework import forms, operations, presenters, queries
from answerable_site.casework.views.taking_out import WRITERS, looked_at, taken_out
from answerable_site.people.requests import Request

TO_OTHER_SIDE = {Side.POLICE: Direction.POLICE_TO_CPS, Side.CPS: Direction.CPS_TO_POLICE}
TO_VICTIM = {Side.POLICE: Direction.POLICE_TO_VICTIM, Side.CPS: Direction.CPS_TO_VICTIM}


def letter(request: Request, case_id: int) -> HttpResponse:
    """Write a letter, look at it, take it out as a file, and record that it was sent."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_to_read(request.viewer, at=now), pk=case_id)
    desk = queries.desk_of(request.viewer, found)
    organisation = queries.recording_organisation(request.viewer, found)
    if desk.side not in TO_VICTIM or organisation is None:
        raise Http404
    operations.note_read(by=request.viewer, at=now, case=found)
    begun = "begun" in request.POST
    form = forms.WriteLetter(
        None if begun else request.POST or None,
        initial=request.POST.dict() if begun else None,
        to_other_side=TO_OTHER_SIDE[desk.side],
        to_victim=TO_VICTIM[desk.side],
        victims=presenters.choices_of_victims(desk.standing),
    )
    context = {"form": form, "case_id": found.pk, "title": presenters.title_of(found)}
    if request.method != "POST" or begun or "change" in request.POST or not form.is_valid():
        return render(request, "casework/letter.html", context)
    document = presenters.letter_as_document(
        form.letter, sender=organisation.name, on=timezone.localdate(now)
    )
    wanted = request.POST.get("take", "")
    if wanted in WRITERS:
        return taken_out(document, name=f"letter-case-{found.pk}", kind=wanted)
    if wanted in {Form.LETTER, Form.EMAIL}:
        sent = form.letter.as_sent(
            timezone.localdate(now), form=Form(wanted), victim=form.cleaned_data["victim"]
        )
        operations.record_event(by=request.viewer, at=now, case=found, event=sent)
        messages.success(request, "It is recorded that this was sent, with what it had.")
        return redirect("casework:case", found.pk)
    context |= {
        "shown": looked_at(document),
        "kept": forms.kept(form),
        "placeholders": [one.mark for one in form.letter.placeholders],
    }
    return render(request, "casework/check_letter.html", context)
