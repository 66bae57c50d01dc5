"""The extract that a page is about, from the signed field that carries it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from answerable_site.intake import forms
from answerable_site.people.requests import Request
from answerable_site.register.operations import KEPT_FOR

GONE = "This extract is no longer kept. Send it again."


def waiting_extract(request: Request, field: str) -> forms.WaitingExtract | None:
    """The extract of a signed field; None if it is kept no longer.

    Raises:
        Http404: somebody else sent it.
    """
    waiting = forms.WaitingExtract.from_signed(field, max_age=KEPT_FOR)
    if waiting is not None and waiting.user_id != request.viewer.user_id:
        raise Http404
    return waiting


def send_again(request: Request, sentence: str) -> HttpResponse:
    """Back to where an extract is sent, with why."""
    messages.error(request, sentence)
    return redirect("intake:send")
