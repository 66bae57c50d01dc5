"""The notice of a decision to a victim: drafted for how they want to be told, read, taken out."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from answerable.records.event import Side
from answerable.records.notices import SUBJECT, draft
from answerable_site.casework import forms, operations, presenters, queries
from answerable_site.casework.views.letters import TO_VICTIM
from answerable_site.casework.views.taking_out import WRITERS, looked_at, taken_out
from answerable_site.people.requests import Request

TELLS = frozenset({Side.POLICE, Side.CPS})


def notice(request: Request, case_id: int) -> HttpResponse:
    """Choose a decision and a victim, explain it, look at the draft, take it out as a file."""
    now = timezone.now()
    today = timezone.localdate(now)
    found = get_object_or_404(queries.cases_to_read(request.viewer, at=now), pk=case_id)
    desk = queries.desk_of(request.viewer, found)
    organisation = queries.recording_organisation(request.viewer, found)
    if desk.side not in TELLS or organisation is None:
        raise Http404
    operations.note_read(by=request.viewer, at=now, case=found)
    about = presenters.choices_of_notices(desk.file, desk.standing, desk.victims)
    form = forms.DraftNotice(request.POST or None, about=about, today=today)
    context = {
        "form": form,
        "case_id": found.pk,
        "title": presenters.title_of(found),
        "nothing_decided": not about,
    }
    if request.method != "POST" or "change" in request.POST or not form.is_valid():
        return render(request, "casework/notice.html", context)
    decision, victim = form.chosen
    told_on = form.cleaned_data["on"]
    explanation = form.cleaned_data["explanation"]
    limits = queries.limits_in_case(found)
    drafted = draft(desk.file, limits, decision, victim, explanation=explanation, on=told_on)
    document = presenters.notice_as_document(drafted, sender=organisation.name, on=told_on)
    is_written = presenters.is_written(desk.file, victim, told_on)
    wanted = request.POST.get("take", "")
    if wanted in WRITERS and not is_written:
        return taken_out(document, name=f"notice-case-{found.pk}", kind=wanted)
    context |= {
        "decision": decision,
        "victim": victim,
        "about": dict(about)[form.cleaned_data["about"]],
        "to_mind": drafted.to_mind,
        "warnings": presenters.warnings_in("\n".join(explanation), forms.EXPLANATION),
        "shown": looked_at(document),
        "kept": forms.kept(form),
        "is_written": is_written,
        "subject": SUBJECT,
        "words": "\n\n".join(drafted.paragraphs),
        "direction": TO_VICTIM[desk.side],
    }
    return render(request, "casework/check_notice.html", context)
