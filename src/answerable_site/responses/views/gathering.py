"""What every page of a response begins and ends with."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from answerable_site.people.requests import Request
from answerable_site.responses import queries
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules.words import Purpose


def dossier_or_404(request: Request, inspection_id: int, body: str) -> Dossier:
    """The response at this address, if the viewer takes part in it.

    Raises:
        Http404: there is none, or it is not the viewer's to see.
    """
    held = queries.dossier_visible_to(
        request.viewer, inspection_id=inspection_id, body_slug=body, on=timezone.localdate()
    )
    if held is None:
        raise Http404
    return held


def who_and_what(request: Request, held: Dossier) -> dict[str, Any]:
    """Keywords that every operation on a response takes."""
    return {
        "by": request.viewer,
        "at": timezone.now(),
        "inspection": held.inspection,
        "body": held.body,
    }


def say_saved(request: Request, held: Dossier, success: str) -> None:
    """Tell that something was saved and, if a preparation stood, that it no longer counts."""
    if held.preparation is None:
        messages.success(request, success)
        return
    was = "signed" if held.signature else "prepared for signature"
    messages.success(
        request,
        f"{success} The response had been {was}. That no longer counts: prepare it again.",
    )


def to_response(held: Dossier, route: str = "response") -> HttpResponse:
    """On to a page of the same response."""
    return redirect(f"responses:{route}", held.inspection.pk, held.body.slug)


def purpose_or_404(word: str) -> Purpose:
    """The purpose that an address names.

    Raises:
        Http404: there is none of this name.
    """
    try:
        return Purpose(word)
    except ValueError:
        raise Http404 from None
