"""Lengths of time in words."""

from __future__ import annotations

from answerable.languages import say_count


def days_in_words(count: int) -> str:
    """ "1 day", "12 days"."""
    return say_count("{count} day", "{count} days", count)
