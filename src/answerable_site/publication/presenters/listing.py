"""An entry of the public register in the list, and how its answer stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.publication import rules
from answerable_site.publication.presenters.addresses import href
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


def listed(entry: PublicInspection, *, on: date) -> Listed:
    """An entry as the list shows it on a day."""
    answered_on = first_answered_on(entry)
    standing = rules.standing(last_lawful_day=entry.last_lawful_day, answered_on=answered_on, on=on)
    tag, classes = _TAGS[standing.timeliness]
    return Listed(
        title=entry.title,
        href=href(entry),
        body=entry.body_name,
        published_on=entry.published_on,
        last_lawful_day=entry.last_lawful_day,
        tag=tag,
        tag_classes=classes,
        sentence=_sentence(entry, standing, answered_on),
        withdrawn=answered_on is not None and current_version(entry) is None,
    )


def body_choices(bodies: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Slug and words for each body of `queries.public_bodies`, by its latest name."""
    return sorted(
        ((slug, _all_names(names)) for slug, names in bodies.items()), key=lambda one: one[1]
    )


def _all_names(names: tuple[str, ...]) -> str:
    latest, *earlier = names
    return f"{latest} (before: {', '.join(earlier)})" if earlier else latest


def current_version(entry: PublicInspection) -> PublicResponse | None:
    """The version that stands, if one does."""
    return next((v for v in entry.responses.all() if v.withdrawn_at is None), None)


def first_answered_on(entry: PublicInspection) -> date | None:
    """The civil date of the first publication, withdrawn since or not."""
    return min((version.published_on for version in entry.responses.all()), default=None)


def days_taken(entry: PublicInspection, answered_on: date | None) -> int | None:
    """Days used up to the answer, the day of publication counted as 1; None for no answer."""
    if answered_on is None:
        return None
    return rules.days_taken(published_on=entry.published_on, answered_on=answered_on)


def _sentence(entry: PublicInspection, standing: Standing, answered_on: date | None) -> str:
    days = standing.days or 0
    taken = days_taken(entry, answered_on)
    match standing.timeliness:
        case Timeliness.IN_TIME:
            return f"{_answered(answered_on)}, day {taken} of {entry.period_days}: in time."
        case Timeliness.LATE:
            return (
                f"{_answered(answered_on)}, day {taken} of {entry.period_days}: "
                f"late by {_days(days)}."
            )
        case Timeliness.RUNNING if days == 0:
            return "Not answered yet. Today is the last lawful day."
        case Timeliness.RUNNING:
            return f"Not answered yet. {_days(days).capitalize()} left."
        case Timeliness.OVERDUE:
            return f"Not answered. Overdue by {_days(days)}."
        case Timeliness.NO_CLOCK_ANSWERED:
            return f"{_answered(answered_on)}. No statutory clock runs for this report."
        case Timeliness.NO_CLOCK_OPEN:
            return "Not answered. No statutory clock runs for this report."


def _answered(answered_on: date | None) -> str:
    return f"Answered on {date_in_words(answered_on)}" if answered_on else "Not answered"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
