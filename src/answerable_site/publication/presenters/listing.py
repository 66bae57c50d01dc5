"""An entry of the public register in the list, and how its answer stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable.statute import days_in_words
from answerable_site.design.dates import date_in_words
from answerable_site.publication import rules
from answerable_site.publication.presenters.addresses import href
from answerable_site.publication.presenters.answers import (
    answered_on,
    is_elsewhere,
    is_perhaps_whole,
    partly_answered_on,
    standing_of,
)
from answerable_site.publication.rules import Standing, Timeliness

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicInspection, PublicResponse


_TAGS = {
    Timeliness.IN_TIME: ("In time", "govuk-tag--green"),
    Timeliness.LATE: ("Late", "govuk-tag--orange"),
    Timeliness.RUNNING: ("Time left", "govuk-tag--blue"),
    Timeliness.OVERDUE: ("Overdue", "govuk-tag--red"),
    Timeliness.NO_CLOCK_ANSWERED: ("Answered", "govuk-tag--green"),
    Timeliness.NO_CLOCK_OPEN: ("No statutory clock", "govuk-tag--grey"),
    Timeliness.NOT_KNOWN: ("Not known", "govuk-tag--yellow"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry in the list."""

    title: str
    href: str
    body: str
    published_on: date
    last_lawful_day: date | None
    tag: str
    tag_classes: str
    sentence: str
    withdrawn: bool
    incomplete: bool
    """Something is public, and not everything that the law asks for was."""


def listed(entry: PublicInspection, *, on: date) -> Listed:
    """An entry as the list shows it on a day."""
    standing = standing_of(entry, on=on)
    tag, classes = _TAGS[standing.timeliness]
    return Listed(
        title=entry.title,
        href=href(entry),
        body=entry.body_name,
        published_on=entry.published_on,
        last_lawful_day=entry.last_lawful_day,
        tag=tag,
        tag_classes=classes,
        sentence=_sentence(entry, standing, answered_on(entry)),
        withdrawn=is_withdrawn(entry),
        incomplete=partly_answered_on(entry) is not None,
    )


_STATES = {
    "in_time": {Timeliness.IN_TIME},
    "late": {Timeliness.LATE},
    "not_known": {Timeliness.NOT_KNOWN},
    "overdue": {Timeliness.OVERDUE},
    "running": {Timeliness.RUNNING},
    "no_clock": {Timeliness.NO_CLOCK_ANSWERED, Timeliness.NO_CLOCK_OPEN},
}


def is_in_state(entry: PublicInspection, state: str, *, on: date) -> bool:
    """Whether an entry stands on a day as `queries.STATES` names it; any does for no state."""
    return not state or standing_of(entry, on=on).timeliness in _STATES.get(state, set())


def body_choices(bodies: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Slug and words for each body of `queries.public_bodies`, by its latest name."""
    return sorted(
        ((slug, _all_names(names)) for slug, names in bodies.items()), key=lambda one: one[1]
    )


def _all_names(names: tuple[str, ...]) -> str:
    latest, *earlier = names
    return f"{latest} (before: {', '.join(earlier)})" if earlier else latest


def current_version(entry: PublicInspection) -> PublicResponse | None:
    """The version that stands: the latest, unless it was withdrawn."""
    latest = next(iter(entry.responses.all()), None)
    return latest if latest and latest.withdrawn_at is None else None


def is_withdrawn(entry: PublicInspection) -> bool:
    """Whether something was published here and no version of it stands."""
    return bool(entry.responses.all()) and current_version(entry) is None


def days_taken(entry: PublicInspection, answered: date | None) -> int | None:
    """Days used up to the answer, the day of publication counted as 1; None for no answer."""
    if answered is None:
        return None
    return rules.days_taken(published_on=entry.published_on, answered_on=answered)


def _sentence(entry: PublicInspection, standing: Standing, answered: date | None) -> str:
    days = standing.days or 0
    taken = f"{_answered(entry, answered)}, day {days_taken(entry, answered)} of "
    match standing.timeliness:
        case Timeliness.IN_TIME:
            return f"{taken}{entry.period_days}: in time."
        case Timeliness.LATE:
            least = "at least " if is_perhaps_whole(entry) else ""
            return f"{taken}{entry.period_days}: late by {least}{days_in_words(days)}."
        case Timeliness.NOT_KNOWN:
            return (
                f"{taken}{entry.period_days}; whether that answer holds everything that the law "
                "asks for is not known."
            )
        case Timeliness.RUNNING if days == 0:
            return f"{_unanswered(entry)} yet. Today is the last lawful day."
        case Timeliness.RUNNING:
            return f"{_unanswered(entry)} yet. {days_in_words(days).capitalize()} left."
        case Timeliness.OVERDUE:
            return f"{_unanswered(entry)}. Overdue by {days_in_words(days)}."
        case Timeliness.NO_CLOCK_ANSWERED:
            return f"{_answered(entry, answered)}. No statutory clock runs for this report."
        case Timeliness.NO_CLOCK_OPEN:
            return f"{_unanswered(entry)}. No statutory clock runs for this report."


def _answered(entry: PublicInspection, answered: date | None) -> str:
    where = " on other pages" if is_elsewhere(entry) else ""
    return f"Answered on {date_in_words(answered)}{where}" if answered else "Not answered"


def _unanswered(entry: PublicInspection) -> str:
    partly = partly_answered_on(entry)
    if partly is None:
        return "Not answered"
    return f"Answered in part on {date_in_words(partly)}. Not wholly answered"
