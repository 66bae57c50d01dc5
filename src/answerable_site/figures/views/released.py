"""Released figures: listed, read, withdrawn."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.figures import access, forms, operations, presenters, queries
from answerable_site.figures.views.pictures import drawn
from answerable_site.people.requests import Request

_PAGE = 25
_AT_WORK = 10
"""Results that are listed, the latest first: earlier ones are reached from what came of them."""


@require_safe
def releases(request: Request) -> HttpResponse:
    """Figures that the viewer may read, and what is being done about others."""
    listed = queries.released_seen_by(request.viewer).defer("content")
    page = Paginator(listed, _PAGE).get_page(request.GET.get("page"))
    context = {
        "released": [_line(one) for one in page],
        "page": page,
        "works_here": access.sees_cuts.test(request.viewer),
        "waiting": [
            presenters.protected_line(one, released_id=None)
            for one in queries.waiting_seen_by(request.viewer).defer("content")
        ],
        "results": [
            presenters.results_line(one)
            for one in queries.results_seen_by(request.viewer).defer("content")[:_AT_WORK]
        ],
    }
    return render(request, "figures/releases.html", context)


@require_safe
def released(request: Request, released_id: int) -> HttpResponse:
    """Released figures as they went out; withdrawn ones are not shown any more."""
    found = _found(request, released_id)
    context = {
        "release": presenters.shown_release(found, followed_by=found.followed_by),
        "later": queries.released_later(request.viewer, found),
        "figures": [] if found.withdrawn_at else presenters.figures_on_page(found.figures),
        "can_hand_on": bool(request.viewer.policing_body_ids),
        "can_withdraw": not found.withdrawn_at and access.can_withdraw(request.viewer, found),
        "public_body": found.force.slug if found.public_id else "",
    }
    return render(request, "figures/released.html", context)


@require_safe
def released_picture(request: Request, released_id: int, place: int, width: str) -> HttpResponse:
    """The chart of one of them."""
    found = _found(request, released_id)
    return drawn([] if found.withdrawn_at else found.figures, place, width)


def withdraw(request: Request, released_id: int) -> HttpResponse:
    """Withdraw figures, with a reason."""
    found = _found(request, released_id)
    access.check_can_withdraw(request.viewer, found)
    form = forms.GiveReason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw_figures(
                by=request.viewer,
                at=timezone.now(),
                released=found,
                why=form.cleaned_data["why"],
            )
        except operations.CannotBeWithdrawn as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The figures were withdrawn.")
            return redirect("figures:released", released_id)
    context = {"form": form, "line": _line(found), "is_public": found.public_id is not None}
    return render(request, "figures/withdraw.html", context)


def _found(request: Request, released_id: int) -> Any:
    return get_object_or_404(queries.released_seen_by(request.viewer), pk=released_id)


def _line(found: Any) -> presenters.Line:
    return presenters.released_line(found, followed_by=found.followed_by)
