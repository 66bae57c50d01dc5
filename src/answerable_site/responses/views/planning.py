"""Pages of the office's own milestones."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from answerable_site.people.requests import Request
from answerable_site.responses import access, forms, operations, presenters, queries
from answerable_site.responses.rules.milestones import PauseEndsBeforeItBegins
from answerable_site.responses.views.gathering import dossier_or_404, to_response, who_and_what


def milestones(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """The milestones with their working, and the pauses that moved them."""
    held = dossier_or_404(request, inspection_id, body)
    plan = queries.office_plan(held, on=timezone.localdate())
    context = {
        "held": held,
        "milestones": presenters.shown_milestones(plan),
        "pauses": presenters.shown_pauses(plan),
        "running": plan.running_pause,
        "may_pause": access.can_draft(request.viewer, held.body.pk) and held.is_open_to_change,
    }
    return render(request, "responses/milestones.html", context)


def pause_milestones(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Stop the milestones for a time."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    form = forms.Pause(request.POST or None, initial={"from_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            operations.pause_milestones(**who_and_what(request, held), **form.cleaned_data)
        except PauseEndsBeforeItBegins as refusal:
            form.add_error("to_on", str(refusal))
        except (operations.PauseRuns, operations.ResponsePublished) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, "The milestones are stopped. The statutory clock goes on running."
            )
            return to_response(held, "milestones")
    return render(request, "responses/pause_milestones.html", {"held": held, "form": form})


@require_POST
def end_pause(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Start the milestones again."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    running = queries.office_plan(held, on=timezone.localdate()).running_pause
    if running is None:
        messages.info(request, "The milestones are not stopped.")
        return to_response(held, "milestones")
    who = who_and_what(request, held)
    try:
        operations.end_pause(by=who["by"], at=who["at"], pause=running)
    except (operations.PauseEnded, operations.ResponsePublished) as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, "The milestones run again.")
    return to_response(held, "milestones")
