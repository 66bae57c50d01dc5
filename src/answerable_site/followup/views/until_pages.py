"""Where a commitment or an action is found until it has a page of its own: in the list."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from answerable_site.followup import queries
from answerable_site.people.requests import Request


@require_safe
def commitment(request: Request, commitment_id: int) -> HttpResponse:
    """The list."""
    get_object_or_404(queries.commitments_visible_to(request.viewer), pk=commitment_id)
    return redirect(reverse("followup:commitments"))


@require_safe
def action(request: Request, action_id: int) -> HttpResponse:
    """The list of actions."""
    get_object_or_404(queries.actions_visible_to(request.viewer), pk=action_id)
    return redirect(reverse("followup:actions"))
