"""Programmes: planned, frozen, drawn, handed out, closed, and what they say."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.casereviews.drawing import CannotDraw
from answerable.casereviews.frames import UnusableFrame
from answerable.casereviews.intervals import Method
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews import forms, operations, presenters, queries
from answerable_site.casereviews.rules import OutOfOrder, results_of
from answerable_site.casework import operations as casework
from answerable_site.design.asking import Question, ask
from answerable_site.design.downloads import made_here
from answerable_site.people.requests import Request


@require_safe
def programmes(request: Request) -> HttpResponse:
    """Reviews that the viewer plans."""
    planned = queries.programmes_planned_by(request.viewer)
    context = {"programmes": [presenters.shown_programme(one) for one in planned]}
    return render(request, "casereviews/programmes.html", context)


def plan(request: Request) -> HttpResponse:
    """Plan a review."""
    form = forms.Plan(
        request.POST or None,
        forces=queries.forces_planned_for(request.viewer),
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        planned = operations.plan_programme(
            by=request.viewer,
            at=timezone.now(),
            force=told["force"],
            new=operations.NewProgramme(
                title=told["title"],
                purpose=told["purpose"],
                sets=tuple(told["sets"]),
                own=tuple(told["own"]),
                reported_from=told["reported_from"],
                reported_to=told["reported_to"],
                strata=tuple(Stratum(one) for one in told["strata"]),
                precision=int(told["precision"]),
                method=Method(told["method"]),
            ),
        )
        messages.success(request, "The review was planned. Freeze its frame next.")
        return redirect("casereviews:programme", planned.pk)
    question = presenters.question(
        "plan", caption="", back=reverse("casereviews:programmes"), back_text="Reviews of files"
    )
    return ask(request, form, question)


@require_safe
def programme(request: Request, programme_id: int) -> HttpResponse:
    """One review: its frame, its draw, who reviews what, and how far they are. That its files were
    listed is noted."""
    found = _planned_or_404(request, programme_id)
    drawn = list(queries.drawn_entries(found))
    casework.note_listed(by=request.viewer, at=timezone.now(), cases=[one.case for one in drawn])
    context = {
        "programme": presenters.shown_programme(found),
        "questions": found.asked,
        "progress": queries.progress_of(found),
        "files": [presenters.shown_file(one) for one in drawn],
        "apart": [(one.pk, presenters.title_of(one)) for one in queries.apart_in(found)],
        "is_finished": queries.is_finished(found),
        "release": queries.standing_release(found),
    }
    return render(request, "casereviews/programme.html", context)


def freeze(request: Request, programme_id: int) -> HttpResponse:
    """Freeze the frame."""
    found = _planned_or_404(request, programme_id)
    form = forms.Nothing(request.POST or None)
    if request.method == "POST":
        try:
            operations.freeze_frame(
                by=request.viewer,
                at=timezone.now(),
                today=timezone.localdate(),
                programme=found,
            )
        except (OutOfOrder, UnusableFrame) as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The frame is frozen. Draw the files next.")
        return redirect("casereviews:programme", found.pk)
    return ask(request, form, _question("freeze", found))


def frame(request: Request, programme_id: int) -> HttpResponse:
    """The frame as a text from which anybody can draw again; leaves an entry."""
    found = _planned_or_404(request, programme_id)
    try:
        text = operations.note_frame_taken(by=request.viewer, at=timezone.now(), programme=found)
    except OutOfOrder as problem:
        messages.info(request, str(problem))
        return redirect("casereviews:programme", found.pk)
    return made_here(text.encode(), name="frame.txt", content_type="text/plain; charset=utf-8")


def draw(request: Request, programme_id: int) -> HttpResponse:
    """Draw the sample, once. The seed is made here, after the frame was frozen."""
    found = _planned_or_404(request, programme_id)
    shown = presenters.shown_programme(found)
    form = forms.Draw(request.POST or None, population=found.population, proposed=shown.proposed)
    if request.method == "POST" and form.is_valid():
        try:
            operations.draw_sample(
                by=request.viewer,
                at=timezone.now(),
                programme=found,
                sizes=form.cleaned_data["sizes"],
                seed=secrets.token_hex(16),
                double_percent=form.cleaned_data["double_percent"],
            )
        except (OutOfOrder, CannotDraw) as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The files are drawn. Hand them to reviewers next.")
        return redirect("casereviews:programme", found.pk)
    return render(request, "casereviews/draw.html", {"form": form, "programme": shown})


def assign(request: Request, programme_id: int) -> HttpResponse:
    """Hand the drawn files to reviewers."""
    found = _planned_or_404(request, programme_id)
    today = timezone.localdate()
    people = queries.reviewers_to_ask(request.viewer, found, on=today)
    form = forms.Reviewers(request.POST or None, people=[(one.pk, one.full_name) for one in people])
    if request.method == "POST" and form.is_valid():
        try:
            handed, wanted = operations.assign_reviewers(
                by=request.viewer,
                at=timezone.now(),
                today=today,
                programme=found,
                reviewers=form.cleaned_data["reviewers"],
            )
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            more = f" {wanted} more are wanted: choose further reviewers." if wanted else ""
            messages.success(request, f"{handed} reviews were handed out.{more}")
        return redirect("casereviews:programme", found.pk)
    return ask(request, form, _question("assign", found))


def take_back(request: Request, review_id: int) -> HttpResponse:
    """Take a file back from a reviewer who has not locked it."""
    found = get_object_or_404(queries.reviews_taken_back_by(request.viewer), pk=review_id)
    form = forms.Nothing(request.POST or None)
    if request.method == "POST":
        try:
            operations.take_back(by=request.viewer, at=timezone.now(), review=found)
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The file was taken back. Hand it to somebody else.")
        return redirect("casereviews:programme", found.entry.programme_id)
    name = f"{found.reviewer.full_name}, {presenters.title_of(found.entry)}"
    return ask(request, form, _question("take_back", found.entry.programme, caption=name))


def close(request: Request, programme_id: int) -> HttpResponse:
    """Close the review."""
    found = _planned_or_404(request, programme_id)
    form = forms.Words(
        request.POST or None,
        label="What did the review come to?",
        required="Say what the review came to",
        hint="In a sentence or two. Name nobody.",
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.close_programme(
                by=request.viewer, at=timezone.now(), programme=found, **form.cleaned_data
            )
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The review is closed.")
        return redirect("casereviews:programme", found.pk)
    return ask(request, form, _question("close", found))


@require_safe
def results(request: Request, programme_id: int) -> HttpResponse:
    """What a finished sample says, for the force. That its cases were combined is noted."""
    found = _planned_or_404(request, programme_id)
    if not queries.is_finished(found):
        messages.info(request, "There are results once every file is scored and decided about.")
        return redirect("casereviews:programme", found.pk)
    drawn = [one.case for one in queries.drawn_entries(found)]
    casework.note_combined(by=request.viewer, at=timezone.now(), cases=drawn)
    said = results_of(found.asked, list(queries.scored_files(found).values()), found.design)
    context = {
        "programme": presenters.shown_programme(found),
        "results": presenters.shown_results(said),
    }
    return render(request, "casereviews/results.html", context)


def _planned_or_404(request: Request, programme_id: int) -> Any:
    return get_object_or_404(queries.programmes_planned_by(request.viewer), pk=programme_id)


def _question(what: str, programme: Any, *, caption: str = "") -> Question:
    return presenters.question(
        what,
        caption=caption or programme.title,
        back=reverse("casereviews:programme", args=[programme.pk]),
        back_text=programme.title,
    )
