"""Pages that read a response with other eyes: two versions compared, and in plain English?"""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from answerable_site.people.requests import Request
from answerable_site.responses import access, presenters, queries
from answerable_site.responses.views.gathering import dossier_or_404


@require_safe
def compare(
    request: Request, inspection_id: int, body: str, kind: str, before: int, after: int
) -> HttpResponse:
    """What differs between two versions of a text, or between two whole documents."""
    held = dossier_or_404(request, inspection_id, body)
    pair = queries.pair_of(held.response, kind, before, after)
    if pair is None:
        raise Http404
    context = {
        "held": held,
        "title": presenters.compared_title(held, kind),
        "comparison": presenters.compared_pair(pair),
    }
    return render(request, "responses/compare.html", context)


@require_safe
def plain_english(request: Request, inspection_id: int, body: str) -> HttpResponse:
    """What a reader may stumble over in the texts of the whole response."""
    held = dossier_or_404(request, inspection_id, body)
    context = {
        "held": held,
        "texts": presenters.checked_texts(held),
        "may_write": access.can_draft(request.viewer, held.body.pk) and held.is_open_to_change,
    }
    return render(request, "responses/plain_english.html", context)
