"""Preparing what the public is to read of what became of an inspection’s recommendations."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from answerable_site.followup import queries as followup
from answerable_site.people.requests import Request
from answerable_site.publication import operations as press
from answerable_site.publication import presenters as public
from answerable_site.responses import access, forms
from answerable_site.responses.views.gathering import dossier_or_404, to_response


def tell_progress(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Show how every recommendation stands today, and put it forward for the public."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    if held.entry is None:
        messages.info(request, "Put the inspection into the public register first.")
        return to_response(held)
    facts = followup.progress_facts(held.inspection, body=held.body, on=timezone.localdate())
    form = forms.Confirmation(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        press.prepare_progress(by=request.viewer, at=timezone.now(), entry=held.entry, facts=facts)
        messages.success(request, "A publisher can now release this progress.")
        return to_response(held)
    context = {"held": held, "form": form, "progress": public.progress_in_words(facts)}
    return render(request, "responses/tell_progress.html", context)
