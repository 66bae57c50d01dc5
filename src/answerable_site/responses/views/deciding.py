"""Pages on which people decide: the duty, further versions, passages left out."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render

from answerable_site.people.requests import Request
from answerable_site.responses import access, forms, operations, presenters, queries
from answerable_site.responses.views.gathering import (
    dossier_or_404,
    say_saved,
    to_response,
    who_and_what,
)


def decide_binding(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Decide whether the law asks the body for this response."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    last = held.binding
    form = forms.Binding(
        request.POST or None,
        reports=queries.other_reports(held.inspection, held.body),
        initial={
            "ground": last.ground,
            "answered_with": last.answered_with_id,
            "reason": last.reason,
        }
        if last
        else {},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.decide_binding(**who_and_what(request, held), **form.cleaned_data)
        except operations.DecisionIncomplete as refusal:
            form.add_error("answered_with", str(refusal))
        except (operations.NothingChanged, operations.ResponsePublished) as refusal:
            form.add_error(None, str(refusal))
        else:
            say_saved(request, held, "The decision was recorded.")
            return to_response(held)
    context = {
        "held": held,
        "form": form,
        "proposal": presenters.shown_proposal(queries.proposed_binding(held.inspection, held.body)),
        "decisions": presenters.shown_decisions(held.response),
    }
    return render(request, "responses/decide_binding.html", context)


def revise(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Begin a further version of what is published."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    form = forms.Revision(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.begin_revision(**who_and_what(request, held), **form.cleaned_data)
        except (operations.NothingToRevise, operations.RevisionOpen) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                "You can now change the response. The published version stands until the new one "
                "is signed and published.",
            )
            return to_response(held)
    return render(request, "responses/revise.html", {"held": held, "form": form})


def give_up_revision(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Give the further version up."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    if request.method == "POST":
        try:
            operations.give_up_revision(**who_and_what(request, held))
        except operations.NoRevision as refusal:
            messages.info(request, str(refusal))
        else:
            messages.success(request, "The further version was given up.")
        return to_response(held)
    return render(request, "responses/give_up_revision.html", {"held": held})


def exclusions(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Passages that are or were left out."""
    held = dossier_or_404(request, inspection_id, body)
    context = {
        "held": held,
        "exclusions": presenters.shown_exclusions(held, viewer=request.viewer),
        "may_decide": access.can_exclude(request.viewer, held.body.pk) and held.is_open_to_change,
    }
    return render(request, "responses/exclusions.html", context)


def exclude(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Leave a passage out."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_exclude(request.viewer, held.body.pk)
    form = forms.Exclusion(
        request.POST or None,
        places=presenters.places_to_exclude(held),
        initial={"decided_as": held.facts.body.holder_title},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.exclude_passage(**who_and_what(request, held), **form.cleaned_data)
        except (operations.CannotExclude, operations.ResponsePublished) as refusal:
            form.add_error(None, str(refusal))
        else:
            say_saved(request, held, "The passage is left out. The document says so.")
            return to_response(held, "exclusions")
    return render(request, "responses/exclude.html", {"held": held, "form": form})


def lift_exclusion(
    request: Request, inspection_id: int, body: str, exclusion_id: int
) -> HttpResponse:
    """Publish a passage after all."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_exclude(request.viewer, held.body.pk)
    exclusion = next((each for each in held.exclusions if each.pk == exclusion_id), None)
    if exclusion is None:
        raise Http404
    form = forms.Lifting(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who = who_and_what(request, held)
        try:
            operations.lift_exclusion(
                by=who["by"], at=who["at"], exclusion=exclusion, **form.cleaned_data
            )
        except (operations.AlreadyLifted, operations.ResponsePublished) as refusal:
            form.add_error(None, str(refusal))
        else:
            say_saved(request, held, "The passage will be published.")
            return to_response(held, "exclusions")
    context = {"held": held, "form": form, "exclusion": exclusion}
    return render(request, "responses/lift_exclusion.html", context)
