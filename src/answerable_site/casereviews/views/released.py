"""Results that leave the force: prepared, released by a second person, read, withdrawn."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.casereviews import access, forms, operations, presenters, queries
from answerable_site.casereviews.rules import OutOfOrder
from answerable_site.design.asking import ask
from answerable_site.people.requests import Request


def prepare(request: Request, programme_id: int) -> HttpResponse:
    """Prepare what of a closed review may be told outside the force."""
    found = get_object_or_404(queries.programmes_planned_by(request.viewer), pk=programme_id)
    form = forms.Prepare(request.POST or None, questions=found.asked)
    if request.method == "POST" and form.is_valid():
        try:
            prepared = operations.prepare_results(
                by=request.viewer, at=timezone.now(), programme=found, themes=form.themes
            )
        except OutOfOrder as problem:
            messages.info(request, str(problem))
            return redirect("casereviews:programme", found.pk)
        messages.success(request, "The results wait for a figure checker of the force.")
        return redirect("casereviews:released", prepared.pk)
    question = presenters.question(
        "prepare",
        caption=found.title,
        back=reverse("casereviews:programme", args=[found.pk]),
        back_text=found.title,
    )
    return ask(request, form, question)


@require_safe
def releases(request: Request) -> HttpResponse:
    """Released results of reviews of case files, and those that wait for the viewer."""
    context = {
        "waiting": presenters.shown_releases(queries.prepared_seen_by(request.viewer)),
        "released": presenters.shown_releases(queries.released_seen_by(request.viewer)),
        "works_here": access.withdraws.test(request.viewer),
    }
    return render(request, "casereviews/releases.html", context)


@require_safe
def one(request: Request, release_id: int) -> HttpResponse:
    """Released results, or such as wait for the viewer."""
    found = _seen(request, release_id)
    waits = found.released_at is None and found.withdrawn_at is None
    context = {
        "release": presenters.shown_release(found),
        "can_release": waits and access.can_release(request.viewer, found),
        "can_withdraw": found.withdrawn_at is None and access.can_withdraw(request.viewer, found),
        "can_hand": access.bodies_of(request.viewer) and not waits,
    }
    return render(request, "casereviews/released.html", context)


def release(request: Request, release_id: int) -> HttpResponse:
    """Release prepared results."""
    found = get_object_or_404(queries.prepared_seen_by(request.viewer), pk=release_id)
    form = forms.Nothing(request.POST or None)
    if request.method == "POST":
        try:
            operations.release_results(by=request.viewer, at=timezone.now(), release=found)
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The results are released.")
        return redirect("casereviews:released", found.pk)
    access.check_can_release(request.viewer, found)
    context = {"form": form, "release": presenters.shown_release(found)}
    return render(request, "casereviews/release.html", context)


def withdraw(request: Request, release_id: int) -> HttpResponse:
    """Withdraw results."""
    found = _seen(request, release_id)
    form = forms.Words(
        request.POST or None,
        label="Why are they withdrawn?",
        required="Say why they are withdrawn",
        hint="Whoever reads them sees this instead.",
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw_results(
                by=request.viewer, at=timezone.now(), release=found, **form.cleaned_data
            )
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The results were withdrawn.")
        return redirect("casereviews:releases")
    access.check_can_withdraw(request.viewer, found)
    question = presenters.question(
        "withdraw",
        caption=found.title,
        back=reverse("casereviews:released", args=[found.pk]),
        back_text=found.title,
    )
    return ask(request, form, question)


def _seen(request: Request, release_id: int):  # type: ignore[no-untyped-def]
    found = queries.released_seen_by(request.viewer).filter(pk=release_id).first()
    waiting = found or queries.prepared_seen_by(request.viewer).filter(pk=release_id).first()
    if waiting is None:
        raise Http404
    return waiting
