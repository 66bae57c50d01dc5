"""Which rule every route falls under. A route without one answers nobody.

Each app states its rules in `access.ROUTES`; this middleware finds the rule of the matched route,
builds the viewer, and asks. Objects are a second question, asked by each app's queries.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
)
from django.utils import timezone
from rules.predicates import Predicate

from answerable_site.config import gate
from answerable_site.people import access, queries
from answerable_site.people.rules import Viewer
from answerable_site.people.signing_in import tokens

APPS = (
    *("home", "search", "webhooks", "scrutiny", "figures", "intake", "accessreview", "casereviews"),
    *("training", "support", "responses"),
    *("followup", "casework", "register", "publication", "people"),
)

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
"""What pages are asked with. Libraries take PUT for POST, which no form sends."""
log = logging.getLogger(__name__)
_REFUSALS = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}
"""What is foreign is not found, so both are answers to somebody who may not."""


class RouteWithoutRule(LookupError):
    """A route that stands in no app's table of rules."""


@cache
def all_rules() -> dict[str, Predicate]:
    """Every route's name with its rule, from all apps."""
    found: dict[str, Predicate] = {}
    for app in APPS:
        found |= import_module(f"answerable_site.{app}.access").ROUTES
    return found


def rule_for(route: str) -> Predicate:
    """The rule of a route.

    Raises:
        RouteWithoutRule: no app names it.
    """
    try:
        return all_rules()[route]
    except KeyError:
        raise RouteWithoutRule(f"The route {route!r} has no rule in any access.ROUTES.") from None


class RoutePolicy:
    """Middleware: sets `request.viewer`, and lets a request through only if its rule does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.viewer = _viewer(request)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if response.status_code in _REFUSALS and request.resolver_match:
            log.warning(
                "Refused with %s: %s, asked for by %s",
                response.status_code,
                request.resolver_match.view_name,
                _who(request.viewer),  # type: ignore[attr-defined]
            )
        return response

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        if request.method not in METHODS and not gate.concerns(request):
            return HttpResponseNotAllowed(METHODS)
        match = request.resolver_match
        viewer = request.viewer  # type: ignore[attr-defined]
        if match is None or rule_for(match.view_name).test(viewer):
            return None
        if gate.concerns(request):
            return gate.refused(viewer)
        if not viewer.is_signed_in:
            return redirect_to_login(_way_back(request))
        raise access.Refused("Your role does not include this page.")


def _viewer(request: HttpRequest) -> Viewer:
    """Whoever asks: of pages the person who signed in, of the interface a machine account."""
    if gate.concerns(request):
        return tokens.viewer_of(request.headers.get("Authorization", ""), at=timezone.now())
    return queries.viewer_for(request.user, on=timezone.localdate())


def _way_back(request: HttpRequest) -> str:
    """The page that was asked for; for a form that was sent, the page on which it stood.

    Without the query: words that somebody searched for belong in no further address.
    """
    stood_on = request.headers.get("Referer", "")
    ours = stood_on.startswith(request.build_absolute_uri("/"))
    return urlsplit(stood_on).path if request.method == "POST" and ours else request.path


def _who(viewer: Viewer) -> str:
    return f"user {viewer.user_id}" if viewer.is_signed_in else "nobody who signed in"
