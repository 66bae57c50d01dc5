"""What templates in Welsh put around a value. A builtin, for the loader writes it into them."""

from __future__ import annotations

from typing import Any

from django import template

from answerable.languages import Sentence, aloud, marked_as_data

register = template.Library()


@register.filter
def spoken(value: Any) -> Any:
    """A value in the language of the page: sentences said, other texts marked as English.

    HTML stays as it is: what made it said its parts.
    """
    match value:
        case Sentence():
            return aloud(value)
        case _ if hasattr(value, "__html__"):
            return value
        case str():
            return marked_as_data(value)
        case list() | tuple() if any(isinstance(part, str) for part in value):
            return [spoken(part) for part in value]
        case _:
            return value
