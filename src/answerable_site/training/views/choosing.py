"""Which organisation a page is about, and the page that asks one thing."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from answerable_site.people.requests import Request
from answerable_site.training import presenters


def chosen_organisation(request: Request, organisations: Any) -> Any:
    """The organisation that the query of the address names, the first where it names none.

    Args:
        organisations: those that the viewer may choose among, as `queries` gives them.

    Raises:
        Http404: there is none, or it names one that is not among them.
    """
    named = request.GET.get("organisation", "")
    if named and not (named.isascii() and named.isdigit()):
        raise Http404
    found = organisations.filter(pk=named).first() if named else organisations.first()
    if found is None:
        raise Http404
    return found


def ask(request: Request, form: Any, question: presenters.Question) -> HttpResponse:
    """A page with one form."""
    return render(request, "training/ask.html", {"form": form, "question": question})
