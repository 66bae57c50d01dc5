"""Candidates: looked at beside the document, and decided."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.people.requests import Request
from answerable_site.register import forms, operations, presenters, queries
from answerable_site.register.access import can_decide, check_can_decide
from answerable_site.register.rules import DECIDED, Draft, joined_drafts

View = Callable[[Request, int], HttpResponse]


def _decided_once(view: View) -> View:
    """A second decision on the same candidate leads to the first instead of an error."""

    @functools.wraps(view)
    def guarded(request: Request, candidate_id: int) -> HttpResponse:
        try:
            return view(request, candidate_id)
        except operations.CandidateAlreadyDecided as problem:
            messages.warning(request, str(problem))
            return redirect("register:candidate", candidate_id)

    return guarded


@require_safe
def review(request: Request, inspection_id: int) -> HttpResponse:
    """All candidates of an inspection, with how far the review has come."""
    inspection = get_object_or_404(queries.inspections_visible_to(request.viewer), pk=inspection_id)
    context = {
        "inspection": inspection,
        "candidates": [
            presenters.shown_candidate(one)
            for one in queries.candidates_of(request.viewer, inspection)
        ],
        "progress": queries.progress_of(request.viewer, inspection),
        "next": queries.next_undecided(request.viewer, inspection),
        "warnings": queries.warnings_of(inspection),
        "can_decide": can_decide(request.viewer, inspection),
    }
    return render(request, "register/review.html", context)


@_decided_once
def candidate(request: Request, candidate_id: int) -> HttpResponse:
    """One candidate beside its passage; sent with POST, it is accepted."""
    found, inspection = _candidate(request, candidate_id)
    draft = Draft.from_proposal(found.proposal)
    form = _accept_form(request, inspection, found, draft)
    if request.method == "POST":
        check_can_decide(request.viewer, inspection)
        if form.is_valid():
            operations.accept_candidate(
                by=request.viewer,
                at=timezone.now(),
                inspection=inspection,
                candidate=found,
                draft=form.draft(),
                parent=_parent(inspection, form),
            )
            return _to_next(request, inspection, found, "Accepted.")
    return render(request, "register/candidate.html", _beside(request, found, inspection, form))


@_decided_once
def split(request: Request, candidate_id: int) -> HttpResponse:
    """Make several recommendations from one candidate."""
    found, inspection = _to_decide(request, candidate_id)
    whole = Draft.from_proposal(found.proposal)
    limbs = [
        (str(index), presenters.shortened(limb.text)) for index, limb in enumerate(whole.limbs)
    ]
    parts = forms.SplitParts(
        request.POST or None,
        prefix="parts",
        initial=[{"number": whole.number, "text": whole.text}],
        form_kwargs={"limbs": limbs},
    )
    if request.method == "POST" and parts.is_valid():
        made = operations.split_candidate(
            by=request.viewer,
            at=timezone.now(),
            inspection=inspection,
            candidate=found,
            drafts=parts.drafts(whole),  # type: ignore[attr-defined]
        )
        return _to_next(request, inspection, found, f"Split into {len(made)} recommendations.")
    context = _beside(request, found, inspection, None) | {"formset": parts}
    return render(request, "register/split.html", context)


@_decided_once
def merge(request: Request, candidate_id: int) -> HttpResponse:
    """Make one recommendation from several candidates: choose them, then confirm the words."""
    found, inspection = _to_decide(request, candidate_id)
    waiting = [
        one for one in queries.undecided_of(request.viewer, inspection) if one.pk != found.pk
    ]
    chosen = set(request.GET.getlist("with"))
    others = [one for one in waiting if str(one.pk) in chosen]
    if not others:
        context = _beside(request, found, inspection, None) | {
            "others": [presenters.shown_candidate(one) for one in waiting]
        }
        return render(request, "register/merge.html", context)
    together = sorted([found, *others], key=lambda one: int(one.position))
    draft = joined_drafts([Draft.from_proposal(one.proposal) for one in together])
    form = _accept_form(request, inspection, found, draft)
    if request.method == "POST" and form.is_valid():
        operations.merge_candidates(
            by=request.viewer,
            at=timezone.now(),
            inspection=inspection,
            candidates=together,
            draft=form.draft(),
            parent=_parent(inspection, form),
        )
        return _to_next(request, inspection, found, f"{len(together)} candidates were merged.")
    context = _beside(request, found, inspection, form) | {"merged": len(together)}
    return render(request, "register/candidate.html", context)


@_decided_once
def reject(request: Request, candidate_id: int) -> HttpResponse:
    """Decide that a candidate is no recommendation."""
    found, inspection = _to_decide(request, candidate_id)
    form = forms.GiveReason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.reject_candidate(
            by=request.viewer,
            at=timezone.now(),
            inspection=inspection,
            candidate=found,
            reason=form.cleaned_data["reason"],
        )
        return _to_next(request, inspection, found, "Rejected.")
    return render(request, "register/reject.html", _beside(request, found, inspection, form))


def reopen(request: Request, candidate_id: int) -> HttpResponse:
    """Take the decision on a candidate back."""
    found, inspection = _candidate(request, candidate_id)
    check_can_decide(request.viewer, inspection)
    form = forms.GiveReason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.reopen_candidate(
                by=request.viewer,
                at=timezone.now(),
                inspection=inspection,
                candidate=found,
                reason=form.cleaned_data["reason"],
            )
        except operations.CandidateNotDecided as problem:
            messages.warning(request, str(problem))
        else:
            messages.success(request, "The decision was taken back. Decide anew.")
        return redirect("register:candidate", candidate_id)
    return render(request, "register/reopen.html", _beside(request, found, inspection, form))


def accept_rest(request: Request, inspection_id: int) -> HttpResponse:
    """Accept everything without doubts that waits, after a look at the list."""
    inspection = get_object_or_404(queries.inspections_visible_to(request.viewer), pk=inspection_id)
    check_can_decide(request.viewer, inspection)
    if request.method == "POST":
        try:
            made = operations.accept_all_without_doubts(
                by=request.viewer, at=timezone.now(), inspection=inspection
            )
        except operations.NothingToDecide as problem:
            messages.warning(request, str(problem))
        else:
            messages.success(request, f"{len(made)} were accepted.")
        return redirect("register:review", inspection_id)
    context = {
        "inspection": inspection,
        "candidates": [
            presenters.shown_candidate(one)
            for one in queries.candidates_without_doubts(request.viewer, inspection)
        ],
        "progress": queries.progress_of(request.viewer, inspection),
    }
    return render(request, "register/accept_rest.html", context)


def _candidate(request: Request, candidate_id: int) -> tuple[Any, Any]:
    found = get_object_or_404(queries.candidates_visible_to(request.viewer), pk=candidate_id)
    inspection = get_object_or_404(
        queries.inspections_visible_to(request.viewer), document=found.reading.document_id
    )
    return found, inspection


def _to_decide(request: Request, candidate_id: int) -> tuple[Any, Any]:
    found, inspection = _candidate(request, candidate_id)
    check_can_decide(request.viewer, inspection)
    if found.verdict in DECIDED:
        raise operations.CandidateAlreadyDecided
    return found, inspection


def _accept_form(request: Request, inspection: Any, found: Any, draft: Draft) -> Any:
    parent = queries.made_from_parent(found)
    return forms.AcceptCandidate(
        request.POST or None,
        initial=forms.AcceptCandidate.initial_of(draft)
        | {"parent": str(parent.pk) if parent else ""},
        causes=[
            (str(cause.pk), presenters.shortened(cause.text))
            for cause in queries.causes_of_concern(inspection)
        ],
    )


def _parent(inspection: Any, form: Any) -> Any:
    if form.parent_id is None:
        return None
    return queries.causes_of_concern(inspection).filter(pk=form.parent_id).first()


def _beside(request: Request, found: Any, inspection: Any, form: Any) -> dict[str, Any]:
    """What every page about one candidate shows: the candidate, its passage, the progress."""
    passage = queries.passage_of(found.reading.document, found.page)
    return {
        "form": form,
        "formset": form.limbs if isinstance(form, forms.AcceptCandidate) else None,
        "candidate": presenters.shown_candidate(found),
        "passage": presenters.marked(passage, found.start, found.end, around=500)
        if passage
        else None,
        "document_id": found.reading.document_id,
        "inspection": inspection,
        "progress": queries.progress_of(request.viewer, inspection),
        "can_decide": can_decide(request.viewer, inspection),
    }


def _to_next(request: Request, inspection: Any, found: Any, said: str) -> HttpResponse:
    messages.success(request, said)
    following = queries.next_undecided(request.viewer, inspection, after=found.position)
    if following is None:
        return redirect("register:review", inspection.pk)
    return redirect("register:candidate", following.pk)
