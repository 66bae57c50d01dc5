"""What is due in cases, and the rules that ask for it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.records.rules import BY_CODE
from answerable_site.casework import access, forms, operations, presenters, queries
from answerable_site.design.long_lists import LongList
from answerable_site.people.requests import Request

PAGE = 25


@require_safe
def due(request: Request) -> HttpResponse:
    """What the viewer’s side has to do in cases, next deadline first. Noted as read."""
    now = timezone.now()
    today = timezone.localdate()
    oversees = access.oversees_cases.test(request.viewer)
    rules = [(rule.code, rule.asks) for rule in BY_CODE.values()]
    form = forms.ChooseDues(request.GET or None, oversees=oversees, rules=rules)
    wanted = queries.Wanted(
        every_case=form.every_case,
        rule=form.asked.get("rule", ""),
        late_on=today if form.asked.get("late") else None,
    )
    found = queries.dues_visible_to(request.viewer, wanted, at=now)
    listed = LongList(found, PAGE, whole=queries.dues_listed())
    page = listed.get_page(request.GET.get("page"))
    shown = list(page)
    cases = [one.case for one in shown]
    operations.note_listed(by=request.viewer, at=now, cases=cases)
    context = {
        "form": form,
        "page": page,
        "dues": presenters.listed_dues(
            shown,
            queries.references_readable_by(request.viewer, cases),
            queries.limits_in(cases),
            on=today,
        ),
    }
    return render(request, "casework/due.html", context)


@require_safe
def rule(request: Request, code: str) -> HttpResponse:
    """One rule: what it asks, where it is written, how sure that is, and its limit by version."""
    if code not in BY_CODE:
        raise Http404
    shown = presenters.shown_rule(BY_CODE[code], queries.limits_for(request.viewer))
    return render(request, "casework/rule.html", {"rule": shown})
