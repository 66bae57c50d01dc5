"""What the database is told before a page is made: for whom, and whether it is the press's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase

from answerable_site.casework import wall
from answerable_site.publication.access import IN_ORDER, PUBLIC_ROUTES


class DatabaseWalls:
    """Middleware, the last: tells the connection who looks, and answers public pages of the press
    as a database role that can open no case."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        wall.stand_for(request.viewer)  # type: ignore[attr-defined]
        try:
            return self.get_response(request)
        finally:
            if _has_press_role():
                _execute("RESET ROLE")

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> None:
        match = request.resolver_match
        if _has_press_role() and match and match.view_name in PUBLIC_ROUTES - IN_ORDER:
            _execute(f"SET ROLE {connection.ops.quote_name(settings.PRESS_ROLE)}")


def _has_press_role() -> bool:
    return bool(settings.PRESS_ROLE) and connection.vendor == "postgresql"


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
