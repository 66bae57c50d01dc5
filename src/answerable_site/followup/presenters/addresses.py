"""The addresses of records, looked up once: a list has dozens of them."""

from __future__ import annotations

import functools

from django.urls import reverse


class Address:
    """The addresses of a route’s records."""

    def __init__(self, route: str) -> None:
        self._route = route

    def of(self, key: int) -> str:
        """Where the record with a key is."""
        before, after = self._around
        return f"{before}{key}{after}"

    @functools.cached_property
    def _around(self) -> tuple[str, str]:
        mark = 9_999_999_999
        before, _, after = reverse(self._route, args=[mark]).partition(str(mark))
        return before, after


COMMITMENT = Address("followup:commitment")
ACTION = Address("followup:action")
