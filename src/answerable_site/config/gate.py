"""The gate of the programming interface: what is asked there is answered to programs alike.

No session counts behind it, so that nobody’s browser can be made to ask in their name; a token
does. Whatever goes wrong, wherever, is told as a problem; whoever holds an answer is told so.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.crypto import salted_hmac
from django.utils.http import parse_http_date_safe, quote_etag
from ninja.throttling import SimpleRateThrottle

from answerable_site.interface import KINDS, MEDIA_TYPE, REFERENCE, Problem, problem_answer
from answerable_site.people.requests import Request
from answerable_site.people.rules import Viewer
from answerable_site.people.signing_in.lockout import address

PREFIX: Final = "/api/"
_BY_STATUS: Final = {kind.status.value: name for name, kind in reversed(list(KINDS.items()))}
_READ: Final = ("GET", "HEAD")


def concerns(request: HttpRequest) -> bool:
    """Whether a request is for the interface; the page about it is a page like any other."""
    return request.path.startswith(PREFIX) and request.path != REFERENCE


def refused(viewer: Viewer) -> HttpResponse:
    """The answer to whoever may not: no token that is in force, or one that does not allow it."""
    if viewer.is_signed_in:
        return problem_answer(Problem("not-allowed"))
    return problem_answer(Problem("no-token"), {"WWW-Authenticate": "Bearer"})


class Gate:
    """Middleware, before everything that may refuse."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not concerns(request):
            return self.get_response(request)
        was_head = request.method == "HEAD"
        if was_head:
            # What can be read can be asked about; servers leave the content out.
            request.method = "GET"
        response = _told_as_problem(self.get_response(request))
        patch_vary_headers(response, ("Authorization",))
        if request.method in _READ and response.status_code == HTTPStatus.OK:
            response = _unless_held(request, response)
        if was_head:
            request.method = "HEAD"
            _without_content(response)
        return response

    def process_view(
        self, request: Request, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        if not concerns(request):
            return None
        limit = _Limit(settings.INTERFACE_RATES[_who(request.viewer)])
        if limit.allow_request(request):
            return None
        seconds = math.ceil(limit.wait() or 1)
        return problem_answer(Problem("too-many"), {"Retry-After": str(seconds)})


class _Limit(SimpleRateThrottle):
    """How often one machine account, or one address without a token, may ask."""

    cache = cache

    def get_cache_key(self, request: HttpRequest) -> str:
        viewer: Viewer = request.viewer  # type: ignore[attr-defined]
        whose = str(viewer.user_id) if viewer.is_signed_in else address(request) or ""
        # The cache lies in the database, where addresses of people have no place.
        ident = salted_hmac("answerable interface limit", whose, algorithm="sha256").hexdigest()
        return self.cache_format % {"scope": _who(viewer), "ident": ident}


def _who(viewer: Viewer) -> str:
    return "machine" if viewer.is_signed_in else "anonymous"


def _told_as_problem(response: HttpResponseBase) -> HttpResponseBase:
    """What anything before or behind the interface refused, as programs read it."""
    is_problem = response.get("Content-Type", "").startswith(MEDIA_TYPE)
    if response.status_code < HTTPStatus.BAD_REQUEST or is_problem:
        return response
    other = (
        "our-fault" if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR else "not-readable"
    )
    told = problem_answer(Problem(_BY_STATUS.get(response.status_code, other)))
    if "Allow" in response:
        told["Allow"] = response["Allow"]
    return told


def _without_content(response: HttpResponseBase) -> None:
    if isinstance(response, HttpResponse):
        response.content = b""


def _unless_held(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """The answer, or that it has not changed since whoever asks got it."""
    if response.streaming or not isinstance(response, HttpResponse):
        return response
    # To be asked for again each time, so that what is withdrawn is gone at once.
    response.headers.setdefault("Cache-Control", "public, no-cache")
    digest = salted_hmac("answerable answer", response.content, algorithm="sha256").hexdigest()
    response["ETag"] = quote_etag(digest[:32])
    changed = response.get("Last-Modified")
    held = get_conditional_response(
        request,
        etag=response["ETag"],
        last_modified=parse_http_date_safe(changed) if changed else None,
        response=response,
    )
    return held if held is not None else response
