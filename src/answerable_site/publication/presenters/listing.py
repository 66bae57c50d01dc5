"""An entry of the public register in the list, and how its answer stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable.languages import say
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
    Timeliness.IN_TIME: (say("In time"), "govuk-tag--green"),
    Timeliness.LATE: (say("Late"), "govuk-tag--orange"),
    Timeliness.RUNNING: (say("Time left"), "govuk-tag--blue"),
    Timeliness.OVERDUE: (say("Overdue"), "govuk-tag--red"),
    Timeliness.NO_CLOCK_ANSWERED: (say("Answered"), "govuk-tag--green"),
    Timeliness.NO_CLOCK_OPEN: (say("No statutory clock"), "govuk-tag--grey"),
    Timeliness.NOT_KNOWN: (say("Not known"), "govuk-tag--yellow"),
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
    return (
        say("{latest} (before: {earlier})", latest=latest, earlier=", ".join(earlier))
        if earlier
        else latest
    )


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
    told = {
        "answered": _answered(entry, answered),
        "unanswered": _unanswered(entry),
        "taken": days_taken(entry, answered),
        "period": entry.period_days,
        "days": days_in_words(days),
    }
    match standing.timeliness:
        case Timeliness.IN_TIME:
            return say("{answered}, day {taken} of {period}: in time.", **told)
        case Timeliness.LATE if is_perhaps_whole(entry):
            return say("{answered}, day {taken} of {period}: late by at least {days}.", **told)
        case Timeliness.LATE:
            return say("{answered}, day {taken} of {period}: late by {days}.", **told)
        case Timeliness.NOT_KNOWN:
            return say(
                "{answered}, day {taken} of {period}; whether that answer holds everything that "
                "the law asks for is not known.",
                **told,
            )
        case Timeliness.RUNNING if days == 0:
            return say("{unanswered} yet. Today is the last lawful day.", **told)
        case Timeliness.RUNNING:
            return say("{unanswered} yet. {days} left.", **told)
        case Timeliness.OVERDUE:
            return say("{unanswered}. Overdue by {days}.", **told)
        case Timeliness.NO_CLOCK_ANSWERED:
            return say("{answered}. No statutory clock runs for this report.", **told)
        case Timeliness.NO_CLOCK_OPEN:
            return say("{unanswered}. No statutory clock runs for this report.", **told)


def _answered(entry: PublicInspection, answered: date | None) -> str:
    if answered is None:
        return say("Not answered")
    day = date_in_words(answered)
    elsewhere = is_elsewhere(entry)
    return say("Answered on {day} on other pages" if elsewhere else "Answered on {day}", day=day)


def _unanswered(entry: PublicInspection) -> str:
    partly = partly_answered_on(entry)
    if partly is None:
        return say("Not answered")
    return say("Answered in part on {day}. Not wholly answered", day=date_in_words(partly))
