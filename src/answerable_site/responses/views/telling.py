"""Preparing what the public is to read of what became of an inspection’s recommendations."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable_site.followup import queries as followup
from answerable_site.people.requests import Request
from answerable_site.publication import operations as press
from answerable_site.publication import presenters as public
from answerable_site.responses import access, forms, queries


def tell_progress(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """Show how every recommendation stands today, and put it forward for the public."""
    held = queries.telling_visible_to(request.viewer, inspection_id=inspection_id, body_slug=body)
    if held is None:
        raise Http404
    access.check_can_draft(request.viewer, held.body.pk)
    if held.entry is None:
        messages.info(request, "Put the inspection into the public register first.")
        return _back(held)
    facts = followup.progress_facts(held.inspection, body=held.body, on=timezone.localdate())
    form = forms.Confirmation(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        press.prepare_progress(by=request.viewer, at=timezone.now(), entry=held.entry, facts=facts)
        messages.success(request, "A publisher can now release this progress.")
        return _back(held)
    context = {"held": held, "form": form, "progress": public.progress_in_words(facts)}
    return render(request, "responses/tell_progress.html", context)


def _back(held: queries.Telling) -> HttpResponse:
    """To the response, or to follow-up where another body answered."""
    if held.has_response:
        return redirect("responses:response", held.inspection.pk, held.body.slug)
    return redirect("followup:commitments")
