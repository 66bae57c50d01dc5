"""Recording what happened in a case: chosen, asked, checked, kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.records.event import Event
from answerable.records.kinds import BY_TAG
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified
from answerable_site.casework import forms, operations, presenters, queries
from answerable_site.people.requests import Request

CHECKED = "checked"
WHY = "why_in_breach"


@require_safe
def choose_event(request: Request, case_id: int) -> HttpResponse:
    """Choose what to record. Leaves an entry, as every page about a case does."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_open_to(request.viewer, at=now), pk=case_id)
    operations.note_read(by=request.viewer, at=now, case=found)
    desk = queries.desk_of(request.viewer, found, at=now)
    context = {
        "case_id": found.pk,
        "title": presenters.title_of(found),
        "choices": presenters.choices_of_kinds(desk.kinds),
    }
    return render(request, "casework/choose_event.html", context)


def record(request: Request, case_id: int, kind: str) -> HttpResponse:
    """Record one event: fill in, check the answers and what the rules say, confirm."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_open_to(request.viewer, at=now), pk=case_id)
    desk = queries.desk_of(request.viewer, found, at=now)
    recorded = BY_TAG.get(kind)
    if recorded not in desk.kinds:
        raise Http404
    replaced = _replaced(request, desk, recorded)
    form = forms.RecordEvent(
        request.POST or None,
        kind=recorded,
        offered=offered(desk, recorded),
        initial=_initial(desk, recorded, replaced),
    )
    replaces = replaced.number if replaced else None
    context = {
        "form": form,
        "case_id": found.pk,
        "title": presenters.title_of(found),
        "label": recorded.LABEL,
        "kind": kind,
        "replaces": replaces,
    }
    if request.method != "POST" or not form.is_valid():
        operations.note_read(by=request.viewer, at=now, case=found)
        return render(request, "casework/record.html", context)
    told = operations.considered(
        by=request.viewer, at=now, case=found, event=form.event, replaces=replaces
    )
    if reasons := told.why_impossible():
        form.add_error(None, reasons)  # type: ignore[arg-type]
        operations.note_read(by=request.viewer, at=now, case=found)
        return render(request, "casework/record.html", context)
    breaches = told.breaches()
    why = request.POST.get(WHY, "").strip()
    if CHECKED not in request.POST or (breaches and not why):
        naming = naming_of(request.viewer, desk, [told.recorded])
        context |= {
            "facts": list(presenters.facts_in_words(desk.file, form.event, naming)),
            "on": form.event.on,
            "kept": forms.kept(form),
            "breaches": breaches,
            "warnings": presenters.warnings_of(form.event),
            "asked_why": CHECKED in request.POST,
        }
        operations.note_read(by=request.viewer, at=now, case=found)
        return render(request, "casework/check_event.html", context)
    operations.record_event(
        by=request.viewer,
        at=now,
        case=found,
        event=form.event,
        why_in_breach=why,
        replaces=replaces,
    )
    messages.success(request, f"{recorded.LABEL}: recorded.")
    return redirect("casework:case", found.pk)
