"""The round trip of referrals, and offers of support at each stage. Both leave an entry."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.casework.operations import note_combined, note_listed
from answerable_site.people.requests import Request
from answerable_site.support import presenters, queries


@require_safe
def referrals(request: Request) -> HttpResponse:
    """Referrals to the viewer’s service in the cases that are open to them."""
    now = timezone.now()
    cases, trips = queries.trips_of(request.viewer, at=now)
    note_listed(by=request.viewer, at=now, cases=cases)
    today = timezone.localdate(now)
    context = {"trips": [presenters.shown_trip(one, on=today) for one in trips]}
    return render(request, "support/referrals.html", context)


@require_safe
def offered(request: Request) -> HttpResponse:
    """Support offered at each stage, what was answered, and to whom an ISVA was offered."""
    now = timezone.now()
    cases, offers = queries.offers_led_by(request.viewer)
    note_combined(by=request.viewer, at=now, cases=cases)
    context = {
        "header": presenters.offer_header(),
        "rows": presenters.offer_rows(offers),
        "cases": len(cases),
    }
    return render(request, "support/offered.html", context)
