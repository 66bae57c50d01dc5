"""Lengths of time in words."""

from __future__ import annotations


def days_in_words(count: int) -> str:
    """ "1 day", "12 days"."""
    return "1 day" if count == 1 else f"{count} days"
