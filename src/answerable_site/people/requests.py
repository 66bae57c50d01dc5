"""The request as every view receives it, once `config.policy` has let it through."""

from __future__ import annotations

from django.http import HttpRequest

from answerable_site.people.rules import Viewer


class Request(HttpRequest):
    """A request with its viewer."""

    viewer: Viewer
