"""Figures protected under a profile: asked for, checked, released, sent back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.disclosure.ledger import BrokenLedger
from answerable_site.design.background import ShownWork
from answerable_site.figures import access, forms, operations, presenters, queries, tasks
from answerable_site.figures.rules import WorkState, shown_of
from answerable_site.figures.views.pictures import drawn
from answerable_site.people.requests import Request

if TYPE_CHECKING:
    from answerable.release import Release


def protect(request: Request, results_id: int) -> HttpResponse:
    """Choose for whom figures are, and have them protected in the background."""
    results = get_object_or_404(queries.results_seen_by(request.viewer), pk=results_id)
    access.check_can_make(request.viewer, results.force)
    if results.state != WorkState.MADE:
        raise Http404
    form = forms.Protect(request.POST or None, standing=queries.released_of(results.force_id))
    if request.method == "POST" and form.is_valid():
        try:
            figures = operations.ask_protection(
                by=request.viewer, at=timezone.now(), results=results, **form.cleaned_data
            )
        except operations.CannotBeProtected as problem:
            form.add_error(problem.field, str(problem))
        else:
            transaction.on_commit(partial(tasks.protect_figures.enqueue, figures.pk))
            return redirect("figures:protected", figures.pk)
    context = {"form": form, "line": presenters.results_line(results)}
    return render(request, "figures/protect.html", context)


@require_safe
def protected(request: Request, protected_id: int) -> HttpResponse:
    """How far protection has come; once it is done, what may be shown, beside what stands now."""
    found = _found(request, protected_id)
    if found.state != WorkState.MADE:
        return render(request, "figures/protected_waiting.html", {"work": _work(found)})
    release, told = queries.release_of(found), found.utility
    figures = [shown_of(one) for one in release.figures]
    is_open = not (found.sent_back_at or hasattr(found, "released"))
    overtaken = _in_the_way_of(found, release) if is_open else ""
    context = {
        "line": _line(found),
        "results_id": found.results_id,
        "released_id": _released_id(found),
        "note": found.note,
        "sent_back": presenters.sent_back_in_words(found),
        "marking": release.manifest.policy["marking"],
        "figures": presenters.figures_on_page(
            figures,
            before=queries.figures_before(found, [one.key for one in figures]),
            told=told,
        ),
        "left_out": presenters.left_out_in_words(told),
        "overtaken": overtaken,
        "can_protect": access.can_make(request.viewer, found.force),
        "can_release": is_open and not overtaken and access.can_release(request.viewer, found),
        "can_send_back": is_open,
    }
    return render(request, "figures/protected.html", context)


@require_safe
def protected_progress(request: Request, protected_id: int) -> HttpResponse:
    """The fragment that the page of protected figures asks for: 202 while it goes on."""
    work = _work(_found(request, protected_id))
    status = 202 if work.is_going_on else 200
    return render(request, "figures/parts/protected.html", {"work": work}, status=status)


@require_safe
def picture(request: Request, protected_id: int, place: int, width: str) -> HttpResponse:
    """The chart of one of the figures."""
    found = _found(request, protected_id)
    if found.state != WorkState.MADE:
        raise Http404
    figures = [shown_of(one) for one in queries.release_of(found).figures]
    return drawn(figures, place, width)


def release(request: Request, protected_id: int) -> HttpResponse:
    """Release figures that somebody else made, as they were shown."""
    found = _found(request, protected_id)
    if found.state != WorkState.MADE or found.sent_back_at or hasattr(found, "released"):
        raise Http404
    access.check_can_release(request.viewer, found)
    held = queries.release_of(found)
    if request.method != "POST" and _in_the_way_of(found, held):
        return redirect("figures:protected", protected_id)
    form = forms.Release(request.POST or None, initial={"digest": held.digest})
    if request.method == "POST" and form.is_valid():
        try:
            released = operations.release_figures(
                by=request.viewer,
                at=timezone.now(),
                figures=found,
                digest=form.cleaned_data["digest"],
            )
        except (operations.CannotBeReleased, BrokenLedger) as problem:
            messages.error(request, str(problem))
            return redirect("figures:protected", protected_id)
        messages.success(request, "The figures are released.")
        return redirect("figures:released", released.pk)
    context = {
        "form": form,
        "line": _line(found),
        "figures": presenters.figures_on_page([shown_of(one) for one in held.figures]),
        "marking": held.manifest.policy["marking"],
    }
    return render(request, "figures/release.html", context)


def send_back(request: Request, protected_id: int) -> HttpResponse:
    """Send figures back, with a reason for whoever prepared them."""
    found = _found(request, protected_id)
    if found.state != WorkState.MADE or found.sent_back_at or hasattr(found, "released"):
        raise Http404
    form = forms.GiveReason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.send_back(
                by=request.viewer,
                at=timezone.now(),
                figures=found,
                why=form.cleaned_data["why"],
            )
        except operations.CannotBeSentBack as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The figures were sent back. They cannot be released.")
            return redirect("figures:protected", protected_id)
    return render(request, "figures/send_back.html", {"form": form, "line": _line(found)})


def _found(request: Request, protected_id: int) -> Any:
    return get_object_or_404(queries.protected_seen_by(request.viewer), pk=protected_id)


def _in_the_way_of(found: Any, release: Release) -> str:
    """Why it would be no use to release them, in a sentence; "" where nothing is in the way."""
    try:
        return queries.in_the_way_of(found, release)
    except BrokenLedger as problem:
        return str(problem)


def _released_id(found: Any) -> int | None:
    return found.released.pk if hasattr(found, "released") else None


def _line(found: Any) -> presenters.Line:
    return presenters.protected_line(found, released_id=_released_id(found))


def _work(found: Any) -> ShownWork:
    return presenters.shown_work_on(
        found, queries.progress_of(found), title=_line(found).title, at=timezone.now()
    )
