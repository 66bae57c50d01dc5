"""The page that asks one thing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from answerable_site.people.requests import Request
from answerable_site.support import presenters


def ask(request: Request, form: Any, question: presenters.Question, **more: Any) -> HttpResponse:
    """A page with one form.

    Args:
        form: None where only a button is asked for.
        more: what else stands on the page.
    """
    return render(request, "support/ask.html", {"form": form, "question": question, **more})
