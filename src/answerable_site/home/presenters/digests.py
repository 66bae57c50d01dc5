"""The e-mail about what is due: plain text, the most urgent thing in its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable.statute import days_in_words
from answerable_site.design.dates import date_in_words
from answerable_site.home.presenters import follow_ups, questions
from answerable_site.home.presenters.titles import one_line, short_title
from answerable_site.home.rules import Act, Waiting

if TYPE_CHECKING:
    from answerable_site.home.queries import PersonalDigest

_ASKS = {
    Act.BEGIN: "begin the response to",
    Act.DRAFT: "finish the response to",
    Act.APPROVE: "approve the response to",
    Act.SIGN: "sign the response to",
    Act.PUBLISH: "publish the response to",
    Act.RELEASE: "release the public entry of",
    Act.COMMENT: "comment on",
}
_ROUTES = {
    Act.BEGIN: "responses:response",
    Act.DRAFT: "responses:response",
    Act.APPROVE: "responses:approve",
    Act.SIGN: "responses:sign",
    Act.PUBLISH: "responses:publish",
    Act.COMMENT: "responses:submit_comments",
}


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail in plain text."""

    subject: str
    text: str


def digest_email(digest: PersonalDigest, *, site: str) -> Email:
    """One e-mail with everything of which a person is reminded on a day.

    Args:
        digest: with at least one thing.
        site: the public address of the site, without a slash at its end.
    """
    reminders, follow_up, asked = digest.reminders, digest.follow_up, digest.questions
    count = digest.items
    parts = [
        "This waits for you:" if count == 1 else f"{count} things wait for you:",
        *(_part(one, site) for one in reminders),
        *(questions.part(one, on=digest.on, site=site) for one in asked),
        *(follow_ups.part(one, site=site) for one in follow_up[: follow_ups.MOST_SHOWN]),
    ]
    if len(follow_up) > follow_ups.MOST_SHOWN:
        parts.append(f"And {len(follow_up) - follow_ups.MOST_SHOWN} more commitments and actions.")
    if reminders:
        parts.append(
            "You get this e-mail 28, 14, 7, 3 and 1 days before a date, on the day itself, and "
            "every day once it is late, for as long as the step is open and you can do it. "
            f"Everything that is due: {site}{reverse('home:due')}"
        )
    if asked:
        parts.append(questions.why())
    if follow_up:
        parts.append(follow_ups.why(site=site))
    return Email(subject=_subject_of(digest), text="\n\n".join(parts) + "\n")


def _subject_of(digest: PersonalDigest) -> str:
    if digest.reminders:
        return _subject(digest.reminders, digest.items - len(digest.reminders))
    if digest.questions:
        return questions.subject(digest.questions, digest.items - 1, on=digest.on)
    return follow_ups.subject(digest.follow_up)


def _subject(reminders: Sequence[Waiting], others: int) -> str:
    first, more = reminders[0], len(reminders) - 1 + others
    title = short_title(first.due.inspection_title)
    rest = f", and {more} more" if more else ""
    return f"{_time_left(first)}: {_ASKS[first.act]} “{title}”{rest}"


def _part(one: Waiting, site: str) -> str:
    return "\n".join(
        (
            f"{_time_left(one)}: {_ASKS[one.act]} “{one_line(one.due.inspection_title)}”",
            f"For: {one_line(one.due.body_name)}",
            _why(one),
            f"{site}{_href(one)}",
        )
    )


def _time_left(one: Waiting) -> str:
    if _was_withdrawn(one):
        return "Withdrawn"
    if one.days_left < 0:
        return f"Overdue by {days_in_words(-one.days_left)}"
    if one.days_left == 0:
        return "Today is the last day"
    return f"{days_in_words(one.days_left)} left"


def _why(one: Waiting) -> str:
    """How the date came about, in one line."""
    by = _weekday(one.by)
    if one.act is Act.COMMENT:
        given = f" in its invitation of {date_in_words(one.invited_on)}" if one.invited_on else ""
        return f"Comments are wanted by {by}: the date that the body gave{given}."
    clock = one.due.clock
    if clock is None:
        raise LookupError("Nobody is reminded of a response without a clock.")
    withdrawn = "Nothing that was published stands. " if _was_withdrawn(one) else ""
    return (
        f"{withdrawn}Last lawful day: {by}. "
        f"The report was published on {date_in_words(clock.published)}, "
        f"which is day 1 of {clock.period.days} calendar days ({clock.period.citation})."
    )


def _was_withdrawn(one: Waiting) -> bool:
    """Whether there was an answer, which stopped the clock, and it was taken back."""
    return one.act is not Act.COMMENT and one.due.answered_on is not None


def _href(one: Waiting) -> str:
    if one.act is Act.RELEASE:
        return reverse("publication:release", args=[one.entry_id])
    return reverse(_ROUTES[one.act], args=[one.due.inspection_id, one.due.body_slug])


def _weekday(day: date) -> str:
    return f"{day:%A} {date_in_words(day)}"
