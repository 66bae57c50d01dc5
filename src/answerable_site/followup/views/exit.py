"""The exit: everything that an office put in about follow-up, in formats that others read."""

from __future__ import annotations

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from answerable_site.design.downloads import long_zip
from answerable_site.followup import forms, operations, presenters, queries
from answerable_site.people.requests import Request


def take_out(request: Request) -> HttpResponse | StreamingHttpResponse:
    """Say what is in the package; send it, and note that it went out."""
    bodies = queries.bodies_decided_for(request.viewer)
    form = forms.TakeOut(request.POST or None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        now, body = timezone.now(), form.cleaned_data["body"]
        operations.note_taken_out(by=request.viewer, at=now, body=body)
        parts = presenters.exit_parts(request.viewer, body, at=now)
        return long_zip(parts, name=f"follow-up-{body.slug}-{timezone.localdate():%Y-%m-%d}.zip")
    return render(request, "followup/take_out.html", {"form": form})
