"""Erasing cuts: asked for, confirmed, called off."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable_site.figures import access, forms, operations, presenters, queries
from answerable_site.figures.rules import is_quarantine_over
from answerable_site.people.requests import Request


def ask_erasure(request: Request, cut_id: int) -> HttpResponse:
    """Ask that a cut be erased, with a reason."""
    found = get_object_or_404(queries.cuts_seen_by(request.viewer), pk=cut_id)
    erasure = queries.standing_erasures([found]).get(found.pk)
    access.check_can_make(request.viewer, found.force)
    if erasure is not None:
        raise Http404
    form = forms.GiveReason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.ask_erasure(
                by=request.viewer, at=timezone.now(), cut=found, why=form.cleaned_data["why"]
            )
        except operations.CannotBeErased as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "It was noted. Somebody else has to confirm it.")
            return redirect("figures:cut", cut_id)
    context = {"form": form, "cut": presenters.shown_to_erase(found)}
    return render(request, "figures/ask_erasure.html", context)


def confirm_erasure(request: Request, cut_id: int) -> HttpResponse:
    """Confirm that a cut is erased, as another person than the one who asked."""
    found = get_object_or_404(queries.cuts_seen_by(request.viewer), pk=cut_id)
    erasure = queries.standing_erasures([found]).get(found.pk)
    if erasure is None or erasure.confirmed_at is not None:
        raise Http404
    access.check_can_confirm_erasure(request.viewer, erasure)
    if request.method == "POST":
        try:
            operations.confirm_erasure(by=request.viewer, at=timezone.now(), erasure=erasure)
        except operations.CannotBeErased as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, "Its files are in quarantine. Nobody can open them any more.")
        return redirect("figures:cut", cut_id)
    context = {
        "cut": presenters.shown_to_erase(found),
        "erasure": presenters.shown_erasure(erasure, on=timezone.localdate(), can_confirm=True),
        "days": settings.CUT_QUARANTINE_DAYS,
    }
    return render(request, "figures/confirm_erasure.html", context)


def call_off_erasure(request: Request, cut_id: int) -> HttpResponse:
    """Call off that a cut is erased, with a reason."""
    found = get_object_or_404(queries.cuts_seen_by(request.viewer), pk=cut_id)
    erasure = queries.standing_erasures([found]).get(found.pk)
    if erasure is None or is_quarantine_over(erasure.erase_on, on=timezone.localdate()):
        raise Http404
    form = forms.GiveReason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.call_off_erasure(
                by=request.viewer,
                at=timezone.now(),
                erasure=erasure,
                why=form.cleaned_data["why"],
            )
        except operations.CannotBeErased as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The cut is kept.")
            return redirect("figures:cut", cut_id)
    context = {"form": form, "cut": presenters.shown_to_erase(found)}
    return render(request, "figures/call_off_erasure.html", context)
