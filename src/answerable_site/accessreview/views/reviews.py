"""Broken glass, decoys and the weekly sample."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.accessreview import forms, operations, presenters, queries
from answerable_site.accessreview.access import check_can_review, releases
from answerable_site.accessreview.rules.verdicts import Answer, Verdict
from answerable_site.casework import operations as casework
from answerable_site.casework.forms import AddCase
from answerable_site.people.requests import Request

PAGE = 50


@require_safe
def glass(request: Request) -> HttpResponse:
    """Glass that was broken: what waits first, then everything."""
    _note(request, "glass")
    found = queries.broken_glass_visible_to(request.viewer)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "waiting": [presenters.shown_glass(one) for one in queries.glass_to_review(request.viewer)],
        "page": page,
        "all": [presenters.shown_glass(one) for one in page],
    }
    return render(request, "accessreview/glass.html", context)


def review_glass(request: Request, opening_id: int) -> HttpResponse:
    """Say whether breaking the glass was justified."""
    opening = get_object_or_404(queries.broken_glass_visible_to(request.viewer), pk=opening_id)
    check_can_review(request.viewer, opening)
    form = forms.ReviewGlass(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.review_glass(
            by=request.viewer,
            at=timezone.now(),
            opening=opening,
            verdict=Verdict(form.cleaned_data["verdict"]),
            words=form.cleaned_data["words"],
        )
        messages.success(request, "What you found was recorded.")
        return redirect("accessreview:review_glass", opening.pk)
    _note(request, "review_glass", opening=str(opening.pk))
    context = {"form": form, "glass": presenters.shown_glass(opening)}
    return render(request, "accessreview/review_glass.html", context)


@require_safe
def decoys(request: Request) -> HttpResponse:
    """Decoys, and who looked at them."""
    _note(request, "decoys")
    found = queries.looks_at_decoys(request.viewer)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "decoys": queries.decoys_visible_to(request.viewer),
        "page": page,
        "looks": presenters.shown_looks(page),
    }
    return render(request, "accessreview/decoys.html", context)


def add_decoy(request: Request) -> HttpResponse:
    """Add an invented case."""
    form = AddCase(
        request.POST or None,
        forces=queries.forces_to_ask_about(request.viewer),
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            added = casework.add_decoy(by=request.viewer, at=timezone.now(), **form.cleaned_data)
        except casework.ReferenceExists as problem:
            form.add_error("reference", str(problem))
        else:
            messages.success(request, f"Case {added.pk} is a decoy now.")
            return redirect("accessreview:decoys")
    _note(request, "add_decoy")
    return render(request, "accessreview/add_decoy.html", {"form": form})


@require_safe
def samples(request: Request) -> HttpResponse:
    """How far the weekly samples are, and what supervisors said."""
    _note(request, "samples")
    looks = queries.sampled_looks_visible_to(request.viewer)
    page = Paginator(looks, PAGE).get_page(request.GET.get("page"))
    context = {
        "samples": list(queries.progress_of_samples(request.viewer)[:12]),
        "nobody_confirms": queries.organisations_nobody_confirms_for(
            request.viewer, on=timezone.localdate()
        ),
        "page": page,
        "looks": presenters.shown_sampled_looks(page),
    }
    return render(request, "accessreview/samples.html", context)


@require_safe
def to_confirm(request: Request) -> HttpResponse:
    """Looks that a supervisor is asked about."""
    _note(request, "to_confirm")
    found = queries.unanswered(queries.looks_to_confirm(request.viewer))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "looks": presenters.shown_sampled_looks(page),
        "releases": releases.test(request.viewer),
    }
    return render(request, "accessreview/to_confirm.html", context)


def confirm(request: Request, look_id: int) -> HttpResponse:
    """Say whether the reason of a look is known."""
    look = get_object_or_404(queries.looks_to_confirm(request.viewer), pk=look_id)
    form = forms.AnswerLook(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.answer_look(
            by=request.viewer,
            at=timezone.now(),
            look=look,
            answer=Answer(form.cleaned_data["answer"]),
            words=form.cleaned_data["words"],
        )
        messages.success(request, "Your answer was recorded.")
        return redirect("accessreview:to_confirm")
    _note(request, "confirm", look=str(look.pk))
    context = {"form": form, "look": presenters.shown_sampled_look(look)}
    return render(request, "accessreview/confirm.html", context)


def _note(request: Request, page: str, **asked: str) -> None:
    """The entry that says who read this page."""
    operations.note_review(by=request.viewer, at=timezone.now(), page=page, asked=asked)
