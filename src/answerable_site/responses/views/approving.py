"""Pages on which named checks are set, and given."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe

from answerable.writing.canonical import from_json
from answerable.writing.html import to_html
from answerable_site.people.requests import Request
from answerable_site.responses import access, forms, operations, queries
from answerable_site.responses.views.gathering import dossier_or_404, to_response, who_and_what


def approve(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The prepared document, and its approval in the next step."""
    held = dossier_or_404(request, inspection_id, body)
    prepared, missing = held.preparation, held.approvals_missing
    if prepared is None or not missing or held.changed_since_preparation:
        messages.info(request, "Nothing waits for your approval here.")
        return to_response(held)
    access.check_can_approve(request.viewer, missing[0], prepared)
    shown = {"step_id": missing[0].pk, "content_hash": prepared.content_hash}
    form = forms.Approving(request.POST if request.method == "POST" else shown)
    if request.method == "POST" and form.is_valid():
        try:
            operations.approve_response(**who_and_what(request, held), **form.cleaned_data)
        except (
            operations.CannotApprove,
            operations.DocumentChanged,
            operations.NotPrepared,
            operations.ResponsePublished,
        ) as refusal:
            form = forms.Approving(shown)
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"You approved the response as “{missing[0].title}”.")
            return to_response(held)
    context = {
        "held": held,
        "form": form,
        "step": missing[0],
        "html": mark_safe(to_html(from_json(prepared.document), start_level=2)),  # noqa: S308
        "content_hash": prepared.content_hash,
    }
    return render(request, "responses/approve.html", context)


def approval_steps(request: Request, body: str) -> HttpResponse:
    """The named checks of a body; one can be added."""
    own = get_object_or_404(queries.bodies_with_steps(request.viewer), slug=body)
    organisations = queries.organisations_that_approve(own)
    form = forms.ApprovalStep(request.POST or None, organisations=organisations)
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_approval_step(
                by=request.viewer, at=timezone.now(), body=own, **form.cleaned_data
            )
        except (operations.CannotApprove, operations.StepExists) as refusal:
            form.add_error("title", str(refusal))
        else:
            messages.success(request, "The check is asked for from now on.")
            return redirect("responses:approval_steps", own.slug)
    steps = queries.approval_steps_visible_to(request.viewer).filter(body=own)
    context = {"body": own, "form": form, "steps": steps}
    return render(request, "responses/approval_steps.html", context)


def end_approval_step(request: Request, body: str, step_id: int) -> HttpResponse:
    """Ask for a check no longer."""
    step = get_object_or_404(
        queries.approval_steps_visible_to(request.viewer), pk=step_id, body__slug=body
    )
    if request.method == "POST":
        operations.end_approval_step(by=request.viewer, at=timezone.now(), step=step)
        messages.success(request, f"“{step.title}” is asked for no longer.")
        return redirect("responses:approval_steps", body)
    return render(request, "responses/end_approval_step.html", {"step": step})
