"""Recording what happened in a case: chosen, asked, checked, kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.records.codes.characteristics import Characteristic, characteristic_restricted
from answerable.records.event import Event, Recorded
from answerable.records.kinds import BY_TAG
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified
from answerable_site.casework import forms, operations, presenters, queries
from answerable_site.people.requests import Request

CHECKED = "checked"
CHANGE = "change"
SHORT = 10
"""So many things to record stand on one page; more are chosen by the part of the case first."""


@require_safe
def choose_event(request: Request, case_id: int) -> HttpResponse:
    """Choose what to record, by the part of the case where there is much. Leaves an entry, as every
    page about a case does."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_to_read(request.viewer, at=now), pk=case_id)
    operations.note_read(by=request.viewer, at=now, case=found)
    desk = queries.desk_of(request.viewer, found)
    choices = presenters.choices_of_kinds(desk.kinds_now(), sees_restricted=desk.sees_restricted)
    chosen = [one for one in choices if one.code == request.GET.get("step")]
    if "step" in request.GET and not chosen:
        raise Http404
    is_short = sum(len(one.kinds) for one in choices) <= SHORT
    context = {
        "case_id": found.pk,
        "title": presenters.title_of(found),
        "chosen": chosen[0] if chosen else None,
        "is_short": is_short,
        "choices": choices,
    }
    return render(request, "casework/choose_event.html", context)


def record(request: Request, case_id: int, kind: str) -> HttpResponse:
    """Record one event: fill in, check the answers and what the rules say, confirm."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_to_read(request.viewer, at=now), pk=case_id)
    desk = queries.desk_of(request.viewer, found)
    recorded = BY_TAG.get(kind)
    if recorded is None or recorded not in desk.kinds:
        raise Http404
    context: dict[str, object] = {
        "case_id": found.pk,
        "title": presenters.title_of(found),
        "label": recorded.LABEL,
        "kind": kind,
        "step": recorded.STEP,
    }
    if missing := desk.missing_for(recorded):
        operations.note_read(by=request.viewer, at=now, case=found)
        context["first"] = [(one.kind(), one.LABEL) for one in missing]
        return render(request, "casework/record_first.html", context)
    replaced = _replaced(request, desk, recorded)
    characteristic = _characteristic(request, recorded, replaced, desk)
    form = forms.RecordEvent(
        request.POST or None,
        kind=recorded,
        offered=_offered(
            desk,
            recorded,
            characteristic,
            people=queries.people_to_name(desk, found, at=now),
            services=list(queries.services_to_offer().values_list("pk", "name")),
        ),
        fixed=presenters.fixed_facts(characteristic) if characteristic else None,
        initial=_initial(request, recorded, replaced),
    )
    replaces = replaced.number if replaced else None
    context |= {"form": form, "replaced": replaced}
    if characteristic:
        context["label"] = f"{recorded.LABEL}: {characteristic.label.lower()}"
    if request.method != "POST" or CHANGE in request.POST or not form.is_valid():
        operations.note_read(by=request.viewer, at=now, case=found)
        return render(request, "casework/record.html", context)
    told = operations.Considered(
        by=request.viewer, at=now, case=found, event=form.event, replaces=replaces
    )
    if reasons := told.why_impossible():
        form.add_error(None, reasons)
        operations.note_read(by=request.viewer, at=now, case=found)
        return render(request, "casework/record.html", context)
    breaches = told.breaches()
    is_checked = CHECKED in request.POST
    why = forms.WhyInBreach(request.POST if is_checked else None) if breaches else None
    if not is_checked or (why and not why.is_valid()):
        naming = queries.naming_of([told.recorded])
        context |= {
            "facts": list(presenters.facts_in_words(desk.file, form.event, naming)),
            "label": presenters.worded_event(form.event),
            "on": form.event.on,
            "kept": forms.kept(form),
            "breaches": breaches,
            "warnings": presenters.warnings_of(form.event),
            "form": why,
            "said": presenters.said_by_victims(desk.file) if recorded is Decision else [],
        }
        operations.note_read(by=request.viewer, at=now, case=found)
        return render(request, "casework/check_event.html", context)
    operations.record_event(
        by=request.viewer,
        at=now,
        case=found,
        event=form.event,
        why_in_breach=why.cleaned_data["why_in_breach"] if why else "",
        replaces=replaces,
    )
    messages.success(request, f"{recorded.LABEL}: recorded.")
    return redirect("casework:case", found.pk)


@require_safe
def event(request: Request, case_id: int, number: int) -> HttpResponse:
    """One event with every fact, and what was put right about it."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_to_read(request.viewer, at=now), pk=case_id)
    desk = queries.desk_of(request.viewer, found)
    stands = desk.file.standing_number(number)
    history = [one for one in desk.shown if desk.file.standing_number(one.number) == stands]
    if not history:
        raise Http404
    operations.note_read(by=request.viewer, at=now, case=found)
    context = {
        "case_id": found.pk,
        "title": presenters.title_of(found),
        "events": presenters.shown_events(
            desk.file,
            history,
            queries.naming_of(history),
            hidden=desk.hidden,
            victims=desk.victims,
            can_put_right=desk.tags_put_right(),
        ),
    }
    return render(request, "casework/event.html", context)


def _characteristic(
    request: Request, kind: type[Event], replaced: Recorded | None, desk: queries.Desk
) -> Characteristic | None:
    """The protected characteristic that is recorded; the address says which, for its list."""
    if kind is not CharacteristicRecorded:
        return None
    if replaced is not None and isinstance(replaced.event, CharacteristicRecorded):
        return replaced.event.characteristic
    try:
        named = Characteristic(request.GET.get("characteristic", ""))
    except ValueError as unknown:
        raise Http404 from unknown
    if characteristic_restricted(named) and not desk.sees_restricted:
        raise Http404
    return named


def _offered(
    desk: queries.Desk,
    kind: type[Event],
    characteristic: Characteristic | None,
    *,
    people: list[tuple[int, str]],
    services: list[tuple[int, str]],
) -> forms.Offered:
    """What the form of a kind offers in a case: one more victim or suspect only where one is being
    identified."""
    there = [one.event for one in desk.standing]
    victims = [one.victim for one in there if isinstance(one, VictimIdentified)]
    suspects = [one.suspect for one in there if isinstance(one, SuspectIdentified)]
    if kind is VictimIdentified:
        victims = [max(victims, default=0) + 1]
    if kind is SuspectIdentified:
        suspects = [max(suspects, default=0) + 1]
    return forms.Offered(
        victims=[(number, f"Victim {number}") for number in victims],
        suspects=[(number, f"Suspect {number}") for number in suspects],
        people=people,
        services=services,
        events={
            name: presenters.choices_of_events(desk.shown, desk.file, named)
            for name, named in kind.REFERS.items()
        },
        coded=presenters.coded_facts(kind, characteristic),
    )


def _replaced(request: Request, desk: queries.Desk, kind: type[Event]) -> Recorded | None:
    """The event that is put right, which the address names; None where a new one is recorded."""
    named = request.GET.get("replaces", "")
    if not named:
        return None
    found = next((one for one in desk.shown if str(one.number) == named), None)
    if found is None or found.side != desk.side:
        raise Http404
    if kind is not RecordedInError and type(found.event) is not kind:
        raise Http404
    return found


def _initial(request: Request, kind: type[Event], replaced: Recorded | None) -> dict[str, object]:
    """The answers that stand in the form: those put right, or whom and what the address names."""
    if replaced is not None and kind is not RecordedInError:
        return forms.initial_of(replaced.event)
    return {
        name: request.GET[name]
        for name in ("victim", *kind.REFERS)
        if request.GET.get(name, "").isdecimal()
    }
