"""How long a cut is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

LONGEST_KEPT: Final = timedelta(days=7 * 366)
"""Seven years: whoever needs a cut for longer makes one anew."""


class UnusablePlan(ValueError):
    """A cut cannot be made so; `field` says what must be put right."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def check_plan(as_of: date, last_day: date, *, today: date) -> None:
    """Refuses a cut of days to come, and one that is kept for no time or for ever.

    Args:
        as_of: the last day of which it is to hold what happened, inclusive.
        last_day: the day until which it is kept, inclusive.

    Raises:
        UnusablePlan: it is so.
    """
    if as_of > today:
        raise UnusablePlan("as_of", "The as-of day must be today or in the past")
    if last_day <= today:
        raise UnusablePlan("last_day", "The day until which it is needed must be in the future")
    if last_day > today + LONGEST_KEPT:
        raise UnusablePlan("last_day", "A cut is kept for seven years at most")


def check_new_last_day(last_day: date, *, planned: date, made_on: date, today: date) -> None:
    """Refuses a further day until which a cut is kept: that of before, one that has passed, and
    one more than seven years after it was made, however often it is put off.

    Args:
        last_day: the day until which it is kept from now on, inclusive.
        planned: that of before.
        made_on: the civil day on which it was made.

    Raises:
        UnusablePlan: it is so.
    """
    if last_day == planned:
        raise UnusablePlan("last_day", "This is the day until which it is needed already")
    if last_day <= today:
        raise UnusablePlan("last_day", "The day until which it is needed must be in the future")
    if last_day > made_on + LONGEST_KEPT:
        raise UnusablePlan(
            "last_day", "A cut is kept for seven years from when it was made at most"
        )


def erased_on(confirmed_on: date, *, days: int) -> date:
    """The day on which the files of a cut are erased: that after its last day in quarantine.

    Args:
        confirmed_on: the civil day on which somebody confirmed it, which is no whole one.
        days: whole days after it, in each of which it can be called off.
    """
    return confirmed_on + timedelta(days=days + 1)


def is_quarantine_over(erase_on: date | None, *, on: date) -> bool:
    """Whether the files of a cut are erased from a day on: nobody can call it off any more.

    Args:
        erase_on: the first day on which they are erased; None while nobody has confirmed it.
    """
    return erase_on is not None and erase_on <= on
