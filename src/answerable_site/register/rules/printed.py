"""What a response that is printed in a document shows about itself."""

from __future__ import annotations

from datetime import date


def first_possible_day(latest_mention: str) -> date:
    """The first day on which a text that speaks of this date or month can have been written.

    Args:
        latest_mention: ISO date ("2021-10-04") or month ("2021-10", counted from its first day).
    """
    whole = latest_mention if len(latest_mention) > len("2021-10") else f"{latest_mention}-01"
    return date.fromisoformat(whole)


def days_late_at_least(latest_mention: str, *, last_lawful_day: date) -> int:
    """By how many calendar days a response was late at the very least, from its own words.

    A text that speaks of October 2021 as past cannot have been published before 1 October 2021.
    0 means that its words prove nothing: it may have been in time.
    """
    return max(0, (first_possible_day(latest_mention) - last_lawful_day).days)
