"""The search of whoever works here."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from answerable_site.fulltext import understood, why_nothing_was_asked
from answerable_site.people.requests import Request
from answerable_site.search import presenters, queries
from answerable_site.search.rules import Kind

PAGE = 20
OF_EACH_KIND = 3
"""Results that are shown of each kind where all kinds are."""


@require_safe
def search(request: Request) -> HttpResponse:
    """Results by kind, or all of one kind page by page; without words how to search."""
    typed = request.GET.get("q", "").strip()
    asked = understood(typed)
    chosen = next((kind for kind in Kind if kind == request.GET.get("kind")), None)
    found = [queries.found(request.viewer, asked, kind) for kind in Kind]
    answering = [one for one in found if one.count and chosen in {None, one.kind}]
    page = _page(request, answering[0]) if chosen and answering else None
    context = {
        "typed": typed,
        "kind": chosen,
        "page": page,
        "left_out": why_nothing_was_asked(asked),
        "choices": presenters.choices(found, typed, chosen),
        "kinds": [
            presenters.shown_kind(
                one,
                queries.hits(request.viewer, asked, one.kind, page or one.keys[:OF_EACH_KIND]),
                typed,
            )
            for one in answering
        ],
        "alone": presenters.words_alone(
            [] if answering else queries.words_alone(request.viewer, asked)
        ),
    }
    return render(request, "search/search.html", context)


def _page(request: Request, found: queries.Found) -> Page[int]:
    return Paginator(found.keys, PAGE).get_page(request.GET.get("page"))
