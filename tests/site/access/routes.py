"""The routes of the site, read from its URL configuration."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def routes() -> dict[str, frozenset[str]]:
    """The name of every route with the arguments of its address."""
    return dict(_routes(get_resolver(), "", frozenset()))


def _routes(
    resolver: URLResolver, app: str, arguments: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for entry in resolver.url_patterns:
        taken = arguments | set(entry.pattern.converters)
        if isinstance(entry, URLResolver):
            yield from _routes(entry, entry.app_name or app, taken)
        elif isinstance(entry, URLPattern):
            yield f"{app}:{entry.name}" if app else str(entry.name), taken
