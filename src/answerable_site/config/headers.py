"""What every answer tells browsers, search engines and caches, whatever made the answer.

The content and permissions policies have middleware of their own. This one stands outermost, so
that redirects, refusals, downloads and static files have the headers too.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from answerable_site.design.downloads import SANDBOX

PRIVATE = "no-store, private"
FRESH_FOR = 60
"""Seconds for which a cache may keep what is published: what is withdrawn is gone by then."""
_PUBLISHED = f"public, max-age={FRESH_FOR}, must-revalidate"
_SAFE = {"GET", "HEAD"}
_SHOWN = {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}


class EveryAnswer:
    """Middleware: nobody else's site may read an answer, and only public ones are kept or found."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not response.get("Content-Type", "text/html").startswith("text/html"):
            response["Content-Security-Policy"] = SANDBOX
        viewer = getattr(request, "viewer", None)
        if viewer is None:
            # Answered before anybody was known: a static file, which names its own term, a
            # redirect to https, a request for another host.
            response.headers.setdefault("Cache-Control", PRIVATE)
        elif viewer.is_signed_in or not _is_for_everybody(response):
            response["Cache-Control"] = PRIVATE
            response["X-Robots-Tag"] = "noindex"
        elif _is_published(request):
            response.headers.setdefault("Cache-Control", _PUBLISHED)
        return response


def _is_published(request: HttpRequest) -> bool:
    """Whether the press answered: a page that is the same for whoever is not signed in."""
    match = request.resolver_match
    return match is not None and match.app_name == "publication" and request.method in _SAFE


def _is_for_everybody(response: HttpResponseBase) -> bool:
    """A page that was shown and gives its reader nothing of their own, such as a cookie."""
    return response.status_code in _SHOWN and not response.cookies
