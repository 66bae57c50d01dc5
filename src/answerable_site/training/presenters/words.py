"""The words and colours of training, and how days and periods are said."""

from __future__ import annotations

from datetime import date
from typing import Final

from answerable_site.design.dates import date_in_words
from answerable_site.training.rules import Outcome, Place, Presence, Standing, Unqualified

OUTCOME_COLOURS: Final = {
    Outcome.BOOKED: "yellow",
    Outcome.ATTENDED: "blue",
    Outcome.DID_NOT_ATTEND: "grey",
    Outcome.PASSED: "green",
    Outcome.FAILED: "orange",
}
_WHY_NOT: Final = {
    Unqualified.RAN_OUT: "The qualification has run out",
    Unqualified.DOES_NOT_COUNT: "Passed a course that does not count on this day",
    Unqualified.NOT_PASSED: "Took part, and has passed nothing that counts",
    Unqualified.NO_COURSE: "Has taken no course that counts",
}
PLACES: Final = {
    Place.PASSED: "Passed",
    Place.FAILED: "Failed",
    Place.ATTENDED: "Attended, without a result",
    Place.DID_NOT_ATTEND: "Did not attend",
    Place.WITHOUT_RESULT: "Booked, and no result is recorded",
    Place.REFRESHER: "A refresher, which is no attendance",
    Place.NOT_COUNTING: "A course that did not count on its last day",
}
PRESENCES: Final = {
    Presence.COUNTED: "Qualified and in post",
    Presence.NO_POSTING: "No posting is recorded",
    Presence.LEFT: "Left before the day",
    Presence.NOT_YET: "Posted only after the day",
    Presence.BETWEEN: "Left before the day, and came back after it",
    Presence.OTHER_DUTY: "In post, with another duty",
    Presence.RAN_OUT: "In post; the qualification had run out",
    Presence.DOES_NOT_COUNT: "In post; passed a course that does not count on the day",
    Presence.NOT_PASSED: "In post; took part, and has passed nothing that counts",
    Presence.NO_COURSE: "In post; has taken no course that counts",
}


def from_to(from_on: date, to_on: date | None) -> str:
    """Such as "From 1 April 2024" or "1 April 2024 to 31 March 2025"."""
    if to_on is None:
        return f"From {date_in_words(from_on)}"
    return f"{date_in_words(from_on)} to {date_in_words(to_on)}"


def days_of(first_day: date, last_day: date) -> str:
    """The days of an event; one alone where it has one."""
    return date_in_words(last_day) if first_day == last_day else from_to(first_day, last_day)


def standing_in_words(standing: Standing) -> tuple[str, str, str]:
    """The words of a tag, its colour, and a sentence."""
    if standing.why_not is not None:
        return "Not qualified", "grey", f"{_WHY_NOT[standing.why_not]}."
    until = date_in_words(standing.until) if standing.until else None
    lasts = f"until {until}" if until else "without an end"
    due = standing.refresher_on
    refresher = f" A refresher is due on {date_in_words(due)}." if due else ""
    since = date_in_words(standing.from_on) if standing.from_on else ""
    return "Qualified", "green", f"Since {since}, {lasts}.{refresher}"


def months_in_words(months: int | None, nothing: str) -> str:
    """Such as "36 months"; what is said where there are none."""
    if months is None:
        return nothing
    return "1 month" if months == 1 else f"{months} months"


def duration_in_words(minutes: int) -> str:
    """Such as "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    if rest:
        parts.append(f"{rest} minute{'' if rest == 1 else 's'}")
    return " ".join(parts)
