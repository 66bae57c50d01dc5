"""Questions of meetings that wait for an answer in writing: on “What is due” and in e-mails."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable.statute import days_in_words
from answerable_site.design.dates import date_in_words
from answerable_site.home.presenters.titles import one_line, short_title

if TYPE_CHECKING:
    from answerable_site.scrutiny.models import Question


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question that waits, as a step to take."""

    text: str
    title: str
    href: str


def shown_questions(questions: Iterable[Question], *, on: date) -> list[ShownQuestion]:
    """Each question with how much time is left on a civil date."""
    return [
        ShownQuestion(
            text=f"Answer in writing by {_day(one)}",
            title=f"{_time_left(one, on)}. {one.meeting.title}: {short_title(one.words)}",
            href=reverse("scrutiny:answer", args=[one.pk]),
        )
        for one in questions
    ]


def part(one: Question, *, on: date, site: str) -> str:
    """One question in an e-mail: of which meeting, by when, where it is; none of its words."""
    return "\n".join(
        (
            f"{_time_left(one, on)}: answer a question of “{one_line(one.meeting.title)}”",
            f"For: {one_line(one.put_to.name)}",
            f"An answer in writing is due by {_day(one)}.",
            f"{site}{reverse('scrutiny:answer', args=[one.pk])}",
        )
    )


def subject(questions: Sequence[Question], more: int, *, on: date) -> str:
    """The one that is due first.

    Args:
        more: how many other things the e-mail reminds of.
    """
    first = questions[0]
    rest = f", and {more} more" if more else ""
    title = short_title(first.meeting.title)
    return f"{_time_left(first, on)}: answer a question of “{title}”{rest}"


def why() -> str:
    """Why somebody gets this."""
    return (
        "You are reminded of a question to your organisation 28, 14, 7, 3 and 1 days before its "
        "answer in writing is due, on the day, and every day once it is late."
    )


def _time_left(one: Question, on: date) -> str:
    left = ((one.answer_due_on or on) - on).days
    if left < 0:
        return f"Late by {days_in_words(-left)}"
    return "Due today" if left == 0 else f"{days_in_words(left)} left"


def _day(one: Question) -> str:
    return date_in_words(one.answer_due_on) if one.answer_due_on else ""
