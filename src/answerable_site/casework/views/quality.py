"""The worklist of what checks of quality found."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.records.quality import CHECKS
from answerable_site.casework import access, forms, operations, presenters, queries
from answerable_site.design.long_lists import LongList
from answerable_site.people.requests import Request

PAGE = 25


@require_safe
def quality(request: Request) -> HttpResponse:
    """What is incomplete, invalid or contradictory in the records, the oldest first."""
    now = timezone.now()
    leads = access.leads_police.test(request.viewer)
    checks = [(check.code, check.asks) for check in CHECKS]
    form = forms.ChooseFindings(request.GET or None, oversees=leads, checks=checks)
    wanted = queries.WantedFindings(every_case=form.every_case, check=form.asked.get("check", ""))
    found = queries.findings_visible_to(request.viewer, wanted, at=now)
    page = LongList(found, PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    cases = [one.case for one in shown]
    operations.note_listed(by=request.viewer, at=now, cases=cases)
    context = {
        "form": form,
        "page": page,
        "findings": presenters.listed_findings(
            shown, queries.references_readable_by(request.viewer, cases)
        ),
    }
    return render(request, "casework/quality.html", context)
