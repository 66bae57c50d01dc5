"""The meeting that an address names, for those who may see or keep it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from answerable_site.people.requests import Request
from answerable_site.scrutiny import queries


def kept_or_404(request: Request, meeting_id: int) -> Any:
    """A meeting that the viewer keeps."""
    return get_object_or_404(queries.meetings_kept_by(request.viewer), pk=meeting_id)


def to_meeting(meeting_id: int) -> HttpResponse:
    """Back to the page of the meeting."""
    return redirect("scrutiny:meeting", meeting_id)


def to_agenda(meeting_id: int) -> HttpResponse:
    """Back to its agenda."""
    return redirect("scrutiny:agenda", meeting_id)
