"""Commitments and actions in e-mails: titles, dates and addresses, and no words of people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable.statute import days_in_words
from answerable_site.design.dates import date_in_words
from answerable_site.followup.presenters import commitment_heading
from answerable_site.followup.queries import ActionLine, Line
from answerable_site.home.presenters.titles import one_line, short_title

if TYPE_CHECKING:
    from answerable_site.followup.queries import Reminder

MOST_SHOWN = 40
"""Of commitments and actions in one e-mail."""


def part(one: Reminder, *, site: str) -> str:
    """One commitment or action: how it stands, both dates, where it is."""
    return "\n".join(
        (
            f"{_standing(one)}: {title_of(one.about)}",
            f"For: {one_line(one.about.organisation)}",
            _dates(one),
            f"{site}{address_of(one.about)}",
        )
    )


def subject(reminders: Sequence[Reminder]) -> str:
    """The longest late, and how many more."""
    first, more = reminders[0], len(reminders) - 1
    rest = f", and {more} more" if more else ""
    return f"{_standing(first)}: {short_title(title_of(first.about))}{rest}"


def why(*, site: str) -> str:
    """Why somebody gets this, and where the rest is."""
    return (
        "You are reminded of a commitment or an action that you own or manage 7 days and 1 day "
        "before its date, on the day, and 1, 7 and 14 days after it, of the original date and of "
        f"the one worked to now. All of your work: {site}{reverse('followup:my_work')}"
    )


def title_of(about: Line | ActionLine) -> str:
    """The title of an action; of a commitment, the recommendation and its report."""
    if isinstance(about, ActionLine):
        return f"action “{one_line(about.title)}”"
    return f"{one_line(commitment_heading(about))} of “{one_line(about.inspection)}”"


def address_of(about: Line | ActionLine) -> str:
    """The address of its page, without the site."""
    route = "followup:commitment" if isinstance(about, Line) else "followup:action"
    return reverse(route, args=[about.id])


def _standing(one: Reminder) -> str:
    if one.about.original_on is None:
        return "No original date"
    if one.days_left < 0:
        return f"Late by {days_in_words(-one.days_left)}"
    return "Due today" if one.days_left == 0 else f"{days_in_words(one.days_left)} left"


def _dates(one: Reminder) -> str:
    if one.about.original_on is None or one.about.target_on is None:
        return "No date was set."
    original = f"Original date: {date_in_words(one.about.original_on)}."
    if not one.about.revisions:
        return original
    return f"{original} Worked to now: {date_in_words(one.about.target_on)}."
