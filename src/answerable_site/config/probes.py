"""Whether the site lives, whether it can work, and how it does: for machines that watch it.

Answered before host names, sessions and rules are looked at: a probe comes from the machine itself,
must have an answer when the database has none, and is given no word of anybody’s. The web server in
front passes none of these addresses on.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare

from answerable_site.config.log_lines import request_id
from answerable_site.upkeep.queries.tables import is_up_to_date

LIVE: Final = "/health/live"
READY: Final = "/health/ready"
METRICS: Final = "/metrics"
REQUEST_ID: Final = "X-Request-ID"
NO_ROUTE: Final = "none"
_AN_ID: Final = re.compile(r"[0-9a-f]{32}")
_MEASURED: Final = ("GET", "POST", "HEAD")

log = logging.getLogger("answerable.requests")
Answer = Callable[[HttpRequest], HttpResponseBase]


class Probes:
    """Middleware: answers those who watch, and lets all else through."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path == LIVE:
            return HttpResponse("alive\n", content_type="text/plain")
        if request.path == READY:
            return _ready()
        if request.path == METRICS:
            return _metrics(request)
        return self.get_response(request)


class Traced:
    """Middleware, outermost: gives each request a name, counts it, and tells the log of it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(REQUEST_ID, "")
        name = given if _AN_ID.fullmatch(given) else secrets.token_hex(16)
        token = request_id.set(name)
        began = time.monotonic()
        try:
            response = self.get_response(request)
            seconds = time.monotonic() - began
            response[REQUEST_ID] = name
            match = request.resolver_match
            route = match.view_name if match else NO_ROUTE
            log.info(
                "%s %s",
                response.status_code,
                route,
                extra={"told": _told(request, route, response.status_code, seconds)},
            )
        finally:
            request_id.reset(token)
        return response


class Counted:
    """Middleware: counts requests where figures for monitoring are asked for."""

    def __init__(self, get_response: Answer) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        from answerable_site.config import metering

        began = time.monotonic()
        response = self.get_response(request)
        match = request.resolver_match
        metering.count(
            route=match.view_name if match else NO_ROUTE,
            status=response.status_code,
            seconds=time.monotonic() - began,
        )
        return response


def _told(request: HttpRequest, route: str, status: int, seconds: float) -> dict[str, object]:
    """What a line says of a request: no address as it was typed, and nobody’s name."""
    return {
        "route": route,
        "method": request.method if request.method in _MEASURED else "other",
        "status": status,
        "milliseconds": round(seconds * 1000),
    }


def _ready() -> HttpResponse:
    """Whether requests can be worked on: database, migrations and files."""
    found = {"database": False, "migrations": False, "files": _files_are_there()}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        found["database"] = True
        found["migrations"] = is_up_to_date(connection)
    except Error:
        # Which of them cannot be told: the answer says so, and the log of the database why.
        connection.close()
    return JsonResponse(found, status=200 if all(found.values()) else 503)


def _files_are_there() -> bool:
    if not isinstance(default_storage, FileSystemStorage):
        return True
    place = Path(default_storage.location)
    return place.is_dir() or place.parent.is_dir()


def _metrics(request: HttpRequest) -> HttpResponse:
    """Figures for whoever has the token; for others there is nothing at this address."""
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN:
        return HttpResponse(status=404)
    if not constant_time_compare(given, f"Bearer {settings.METRICS_TOKEN}"):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    from answerable_site.config import metering

    return HttpResponse(metering.written(), content_type=metering.CONTENT_TYPE)
