"""Cuts: listed, read, verified."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable.cuts.engine import CutsNotInstalled
from answerable_site.figures import access, operations, presenters, queries
from answerable_site.people.requests import Request

_PAGE = 25


@require_safe
def cuts(request: Request) -> HttpResponse:
    """Every cut of the forces whose cuts the viewer sees."""
    page = Paginator(queries.cuts_seen_by(request.viewer), _PAGE).get_page(request.GET.get("page"))
    erasures = queries.standing_erasures(page)
    today, now = timezone.localdate(), timezone.now()
    lines = [presenters.cut_line(one, erasures.get(one.pk), on=today) for one in page]
    going_on = [
        presenters.shown_queued(one, queries.progress_of(one), at=now, can_cancel=False)
        for one in queries.going_on_for(request.viewer)
    ]
    context = {
        "cuts": lines,
        "page": page,
        "going_on": going_on,
        "can_ask": access.makes_cuts.test(request.viewer),
    }
    return render(request, "figures/cuts.html", context)


@require_safe
def cut(request: Request, cut_id: int) -> HttpResponse:
    """One cut: what it holds, where it is from, what changed, what is to become of it."""
    found = get_object_or_404(queries.cuts_seen_by(request.viewer), pk=cut_id)
    erasure = queries.standing_erasures([found]).get(found.pk)
    today = timezone.localdate()
    context = {
        "cut": presenters.shown_cut(found, erasure, on=today),
        "erasure": erasure
        and presenters.shown_erasure(
            erasure, on=today, can_confirm=access.can_confirm_erasure(request.viewer, erasure)
        ),
        "can_ask": access.can_make(request.viewer, found.force),
    }
    return render(request, "figures/cut.html", context)


@require_POST
def verify(request: Request, cut_id: int) -> HttpResponse:
    """Say whether a cut is still what was written."""
    found = get_object_or_404(queries.cuts_seen_by(request.viewer), pk=cut_id)
    try:
        problems = queries.problems_with(found)
        operations.note_verified(by=request.viewer, at=timezone.now(), cut=found, problems=problems)
    except (CutsNotInstalled, operations.CutAway) as problem:
        messages.error(request, str(problem))
        return redirect("figures:cut", cut_id)
    tell = messages.error if problems else messages.success
    tell(request, presenters.verified_in_words(found, problems))
    return redirect("figures:cut", cut_id)
