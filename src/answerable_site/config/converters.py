"""What may stand in an address."""

from __future__ import annotations

from django.urls.converters import IntConverter


class NumberConverter(IntConverter):
    """A whole number that every database can hold: longer ones are the address of no page.

    Django's own `int` lets any number of digits through, and SQLite then fails in the query.
    """

    regex = "[0-9]{1,18}"
