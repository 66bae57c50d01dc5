"""Days and times within a sentence."""

from __future__ import annotations

from datetime import date


def day_in_words(day: date) -> str:
    """A day within a sentence, such as "8 March 2026"."""
    return f"{day.day} {day:%B %Y}"


def time_in_words(name: str) -> str:
    """A month, quarter or year within a sentence, such as "March 2026" for "2026-03"."""
    if name[4:5] == "-":
        return f"{date(int(name[:4]), int(name[5:]), 1):%B %Y}"
    return name
