"""The request as every view receives it, once `config.policy` has let it through."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from answerable_site.people.rules import Viewer


class Request(HttpRequest):
    """A request with its viewer."""

    viewer: Viewer
    user: Any
    """The person who signed in, or Django's anonymous user; rules ask the viewer instead."""
