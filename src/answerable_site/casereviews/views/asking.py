"""The page that asks one thing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from answerable_site.casereviews import presenters
from answerable_site.people.requests import Request


def ask(request: Request, form: Any, question: presenters.Question) -> HttpResponse:
    """A page with one form."""
    return render(request, "casereviews/ask.html", {"form": form, "question": question})
