"""Cases: listed, added, looked up, opened with a reason, read."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.casework import access, forms, operations, presenters, queries, tasks
from answerable_site.casework.rules import Ground, ReferenceKind
from answerable_site.design.long_lists import LongList
from answerable_site.people.requests import Request

PAGE = 25
LATEST = 20
"""Events on the page of a case, unless all are asked for."""
ALL_EVENTS = "all"


@require_safe
def cases(request: Request) -> HttpResponse:
    """The cases that the viewer works on or oversees. What the page shows is noted as read."""
    now = timezone.now()
    oversees = access.oversees_cases.test(request.viewer)
    form = forms.ChooseCases(request.GET or None, oversees=oversees)
    known = queries.cases_known_to(request.viewer, at=now, every_case=form.every_case)
    known = known.select_related("force").defer("force__logo")
    page = LongList(known, PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    operations.note_listed(by=request.viewer, at=now, cases=shown)
    context = {
        "form": form,
        "page": page,
        "cases": presenters.listed_cases(
            shown,
            queries.references_readable_by(request.viewer, shown),
            queries.open_among(request.viewer, shown, at=now)
            if form.every_case
            else {one.pk for one in shown},
        ),
        "can_add": access.adds_cases.test(request.viewer),
        "can_check": access.checks_records.test(request.viewer),
        "can_hand_over": access.assigns.test(request.viewer),
        "leads": access.leads_police.test(request.viewer),
        "oversees": oversees,
    }
    return render(request, "casework/cases.html", context)


def add(request: Request) -> HttpResponse:
    """Add a case."""
    forces = queries.forces_added_for(request.viewer)
    form = forms.AddCase(request.POST or None, forces=forces, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            added = operations.add_case(by=request.viewer, at=timezone.now(), **form.cleaned_data)
        except operations.ReferenceExists as problem:
            form.add_error("reference", str(problem))
        else:
            messages.success(request, f"{presenters.title_of(added)} was added.")
            return redirect("casework:case", added.pk)
    return render(request, "casework/add.html", {"form": form})


def look_up(request: Request) -> HttpResponse:
    """Find a case of the viewer’s organisations by a reference."""
    kinds = queries.kinds_looked_up_by(request.viewer)
    form = forms.LookUp(request.POST or None, kinds=kinds)
    if request.method == "POST" and form.is_valid():
        found = operations.look_up(
            by=request.viewer,
            at=timezone.now(),
            kind=ReferenceKind(form.cleaned_data["kind"]),
            reference=form.cleaned_data["reference"],
        )
        _tell_of_decoys(one.pk for one in found)
        if len(found) == 1:
            return redirect("casework:case", found[0].pk)
        context = {"form": form, "searched": True, "found": presenters.found_cases(found)}
        return render(request, "casework/look_up.html", context)
    return render(request, "casework/look_up.html", {"form": form})


@require_safe
def case(request: Request, case_id: int) -> HttpResponse:
    """One case; leaves an entry. Who has not opened it yet is asked for a reason first."""
    now = timezone.now()
    try:
        found, opening = operations.read_case(by=request.viewer, at=now, number=case_id)
    except operations.CaseOutOfReach:
        if not queries.cases_within_reach(request.viewer).filter(pk=case_id).exists():
            raise Http404 from None
        return redirect("casework:open", case_id)
    references = queries.references_readable_by(request.viewer, [found])
    desk = queries.desk_of(request.viewer, found)
    limits = queries.limits_in_whole_case(found)
    is_whole = request.GET.get("events") == ALL_EVENTS
    events = desk.shown if is_whole else desk.latest(LATEST)
    context = {
        "dues": presenters.shown_dues(
            queries.dues_shown(desk, found),
            limits,
            desk.file,
            desk.kinds,
            on=timezone.localdate(),
        ),
        "breaches": presenters.shown_breaches(queries.breaches_shown(desk, found)),
        "events": presenters.shown_events(
            desk.file,
            events,
            queries.naming_of(events),
            hidden=desk.hidden,
            victims=desk.victims,
            can_put_right=desk.tags_put_right(),
        ),
        "all_events": len(desk.shown) if len(events) < len(desk.shown) else 0,
        "can_record": bool(desk.kinds),
        "can_write": access.writes_letters.test(request.viewer),
        "standing": presenters.shown_standing(desk.file),
        "sides": presenters.shown_sides(),
        "rights": presenters.shown_rights(desk.file, desk.victims),
        "case": presenters.shown_case(
            found,
            viewer=request.viewer,
            references=references[found.pk],
            opening=opening,
            sees_whole=desk.victims is None,
        ),
        "can_refer": bool(queries.owners_of_references(request.viewer, found)),
    }
    return render(request, "casework/case.html", context)


def open_case(request: Request, case_id: int) -> HttpResponse:
    """Open a case that is not assigned to the viewer, with a reason."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_within_reach(request.viewer), pk=case_id)
    organisation_id = queries.organisation_on(request.viewer, found)
    breaks_glass = access.breaks_glass(request.viewer, organisation_id)
    form = forms.OpenCase(request.POST or None, breaks_glass=breaks_glass)
    if request.method == "POST" and form.is_valid():
        operations.open_case(
            by=request.viewer,
            at=now,
            case=found,
            ground=Ground(form.cleaned_data["ground"]),
            words=form.cleaned_data["words"],
        )
        _tell_of_decoys([found.pk])
        return redirect("casework:case", found.pk)
    context = {"form": form, "title": presenters.title_of(found), "breaks_glass": breaks_glass}
    return render(request, "casework/open.html", context)


def add_reference(request: Request, case_id: int) -> HttpResponse:
    """Add a further reference to a case that is open to the viewer."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_to_read(request.viewer, at=now), pk=case_id)
    owners = queries.owners_of_references(request.viewer, found)
    if not owners:
        raise Http404
    form = forms.AddReference(request.POST or None, kinds=list(owners))
    if request.method == "POST" and form.is_valid():
        kind = ReferenceKind(form.cleaned_data["kind"])
        try:
            operations.add_reference(
                by=request.viewer,
                at=now,
                case=found,
                kind=kind,
                owner=owners[kind],
                reference=form.cleaned_data["reference"],
            )
        except operations.ReferenceExists as problem:
            form.add_error("reference", str(problem))
        else:
            messages.success(request, "The reference was added.")
            return redirect("casework:case", found.pk)
    operations.note_read(by=request.viewer, at=now, case=found)
    context = {"form": form, "case_id": found.pk, "title": presenters.title_of(found)}
    return render(request, "casework/add_reference.html", context)


def _tell_of_decoys(case_ids: Iterable[int]) -> None:
    for case_id in queries.decoys_among(case_ids):
        tasks.tell_of_decoy.enqueue(case_id)
