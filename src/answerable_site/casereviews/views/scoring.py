"""A reviewer’s files, the form of one, and what two said side by side."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.casereviews.ratings import Rating
from answerable_site.casereviews import forms, operations, presenters, queries
from answerable_site.casereviews.rules import OutOfOrder, unreconciled
from answerable_site.casework import operations as casework
from answerable_site.casework import presenters as case_presenters
from answerable_site.casework import queries as case_queries
from answerable_site.design.asking import ask
from answerable_site.people.requests import Request

LOCK = "lock"


@require_safe
def mine(request: Request) -> HttpResponse:
    """The files that the viewer reviews."""
    now = timezone.now()
    own = list(queries.reviews_of(request.viewer, at=now))
    casework.note_listed(by=request.viewer, at=now, cases=[one.entry.case for one in own])
    return render(request, "casereviews/mine.html", {"reviews": presenters.own_reviews(own)})


def score(request: Request, review_id: int) -> HttpResponse:
    """The questions about one file beside what happened in it. Reading it leaves an entry that
    names the review."""
    now = timezone.now()
    found = get_object_or_404(queries.reviews_of(request.viewer, at=now), pk=review_id)
    entry, before = found.entry, queries.own_scores(found)
    form = forms.ScoreFile(
        request.POST or None,
        questions=entry.programme.asked_of(entry.stratum),
        said={one.question: operations.Said(Rating(one.rating), one.words) for one in before},
    )
    if request.method == "POST" and form.is_valid() and _keep(request, found, form):
        return redirect("casereviews:mine")
    casework.note_read(
        by=request.viewer,
        at=now,
        case=entry.case,
        purpose=f"Review of case files: {entry.programme.title}. {entry.programme.purpose}",
    )
    desk = case_queries.desk_of(request.viewer, entry.case)
    context = {
        "form": form,
        "review": presenters.own_reviews([found])[0],
        "scores": presenters.compared(entry.programme.asked_of(entry.stratum), [found], entry)
        if found.locked_at
        else [],
        "missing": presenters.missing_in_words([found]),
        "case_id": entry.case_id,
        "events": case_presenters.shown_events(
            desk.file,
            desk.shown,
            case_queries.naming_of(desk.shown),
            hidden=desk.hidden,
            victims=desk.victims,
            can_put_right=frozenset(),
        ),
        "standing": case_presenters.shown_standing(desk.file),
    }
    return render(request, "casereviews/score.html", context)


def missing(request: Request, review_id: int) -> HttpResponse:
    """Record that the file cannot be found."""
    now = timezone.now()
    found = get_object_or_404(queries.reviews_of(request.viewer, at=now), pk=review_id)
    form = forms.Words(
        request.POST or None,
        label="Where did you look for it?",
        required="Say where you looked for it",
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.record_missing(by=request.viewer, at=now, review=found, **form.cleaned_data)
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "It was recorded that the file cannot be found.")
        return redirect("casereviews:mine")
    question = presenters.question(
        "missing",
        caption=presenters.title_of(found.entry),
        back=reverse("casereviews:score", args=[found.pk]),
        back_text=presenters.title_of(found.entry),
    )
    return ask(request, form, question)


def file(request: Request, entry_id: int) -> HttpResponse:
    """What reviewers said of a drawn file, once all of it is locked; differences are decided. That
    it was looked at is noted."""
    found = get_object_or_404(queries.drawn_seen_by(request.viewer), pk=entry_id)
    casework.note_listed(by=request.viewer, at=timezone.now(), cases=[found.case])
    scored = queries.scored_entry(found)
    apart = unreconciled(found.programme.asked, scored) if scored else []
    form = forms.Reconcile(request.POST or None, questions=apart)
    if request.method == "POST" and form.is_valid():
        try:
            operations.reconcile(
                by=request.viewer, at=timezone.now(), entry=found, decided=form.decided
            )
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "It was decided what counts.")
        return redirect("casereviews:programme", found.programme_id)
    reviews = queries.locked_reviews(found)
    context = {
        "file": presenters.shown_file(found),
        "programme": presenters.shown_programme(found.programme),
        "is_locked": scored is not None,
        "scores": presenters.compared(found.programme.asked_of(found.stratum), reviews, found),
        "missing": presenters.missing_in_words(reviews),
        "form": form if apart else None,
    }
    return render(request, "casereviews/file.html", context)


def _keep(request: Request, review: Any, form: forms.ScoreFile) -> bool:
    """Keep what was said, locked where that was asked for; False where the page comes back."""
    locks = request.POST.get("do") == LOCK
    keep = operations.lock_review if locks else operations.save_scores
    try:
        keep(by=request.viewer, at=timezone.now(), review=review, said=form.said)
    except operations.Unfinished as problem:
        form.refuse(str(problem), problem.questions)
        return False
    except OutOfOrder as problem:
        messages.info(request, str(problem))
        return True
    messages.success(request, "The review is locked." if locks else "What you said was kept.")
    return True
