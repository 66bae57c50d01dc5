"""The search over what is public."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from answerable_site.fulltext import understood, why_nothing_was_asked
from answerable_site.people.requests import Request
from answerable_site.publication import presenters, queries
from answerable_site.publication.rules import Findable

PAGE = 20


def search(request: Request) -> HttpResponse:
    """What is published and has the words that are asked for, the latest first."""
    typed = request.GET.get("q", "").strip()
    asked = understood(typed)
    chosen = next((kind for kind in Findable if kind == request.GET.get("kind")), None)
    keys, is_all = queries.public_texts_found(asked, chosen)
    page = Paginator(keys, PAGE).get_page(request.GET.get("page"))
    context = {
        "typed": typed,
        "kind": chosen,
        "page": page,
        "count": presenters.results_in_words(len(keys), is_all=is_all),
        "left_out": why_nothing_was_asked(asked),
        "choices": presenters.kinds_to_choose(typed, chosen),
        "hits": [
            presenters.shown_text(*found) for found in queries.public_texts_marked(asked, page)
        ],
    }
    return render(request, "publication/search.html", context)
