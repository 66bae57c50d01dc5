"""The date that the chief officer is given, against the last lawful day."""

from __future__ import annotations

from datetime import date, timedelta

from answerable.statute import Clock, days_in_words

DAYS_TO_ANSWER = 21
"""What the proposed date leaves between the chief officer's comments and the last lawful day."""
TIGHT = 7
"""Fewer days than this between the two draw a warning."""


def proposed_date(clock: Clock | None, *, on: date) -> date | None:
    """A date for the chief officer's comments; the law names none, the body chooses.

    Returns:
        Three weeks before the last lawful day, but never before `on`; None without a clock.
    """
    if clock is None:
        return None
    return max(on, clock.last_lawful_day - timedelta(days=DAYS_TO_ANSWER))


def warning(comments_wanted_by: date, clock: Clock | None) -> str | None:
    """Why the date leaves too little time to answer, in a sentence; None if it leaves enough."""
    if clock is None:
        return None
    left = clock.days_left(comments_wanted_by)
    last = _words(clock.last_lawful_day)
    if left < 0:
        return (
            f"This date is {days_in_words(-left)} after the last lawful day, {last}. The response "
            "would be late before the comments are due."
        )
    if left == 0:
        return (
            f"This date is the last lawful day itself, {last}. It leaves no time to answer what "
            "the chief officer says."
        )
    if left < TIGHT:
        return (
            f"This date leaves {days_in_words(left)} until the last lawful day, {last}, to answer, "
            "sign and publish."
        )
    return None


def none_received(comments_wanted_by: date, *, on: date) -> bool:
    """Whether one may say that no comments were received by the date: only once it has passed."""
    return on > comments_wanted_by


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
