"""Which organisation a page is about."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from answerable_site.people.requests import Request


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
