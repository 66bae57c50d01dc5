"""The clock of a personal-data breach, and the words of its record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from answerable.statute import LONDON

HOURS_TO_NOTIFY: Final = 72


class Regime(StrEnum):
    """Under which law the processing falls. That is for the organisation to say, not for us."""

    PART_3 = "part_3"
    UK_GDPR = "uk_gdpr"

    @property
    def label(self) -> str:
        return _REGIMES[self]

    @property
    def citation(self) -> str:
        """Where the law asks for a notification within 72 hours."""
        return _CITATIONS[self]


_REGIMES = {
    Regime.PART_3: "Law enforcement processing (Part 3 of the Data Protection Act 2018)",
    Regime.UK_GDPR: "General processing (UK GDPR)",
}
_CITATIONS = {
    Regime.PART_3: "section 67 of the Data Protection Act 2018",
    Regime.UK_GDPR: "Article 33 of the UK GDPR",
}


@dataclass(frozen=True, slots=True)
class BreachFacts:
    """What is known of a breach when it is recorded: section 67(4) and (6) of the Data Protection
    Act 2018; Article 33(3) and (5) of the UK GDPR."""

    regime: Regime
    became_known_at: datetime
    what_happened: str
    kinds_of_data: str
    people_concerned: int | None
    consequences: str
    measures: str


class BreachStep(StrEnum):
    """What was done about a breach after it was recorded."""

    COMMISSIONER_TOLD = "commissioner_told"
    COMMISSIONER_NOT_TOLD = "commissioner_not_told"
    PEOPLE_TOLD = "people_told"
    PEOPLE_NOT_TOLD = "people_not_told"
    FURTHER_FACTS = "further_facts"

    @property
    def label(self) -> str:
        return _STEPS[self]

    @property
    def settles_the_clock(self) -> bool:
        """Whether nothing is left to do within the 72 hours."""
        return self in {BreachStep.COMMISSIONER_TOLD, BreachStep.COMMISSIONER_NOT_TOLD}


_STEPS = {
    BreachStep.COMMISSIONER_TOLD: "The Information Commissioner was notified",
    BreachStep.COMMISSIONER_NOT_TOLD: (
        "It was decided not to notify the Information Commissioner: a risk to people is unlikely"
    ),
    BreachStep.PEOPLE_TOLD: "The people concerned were told",
    BreachStep.PEOPLE_NOT_TOLD: "It was decided not to tell the people concerned",
    BreachStep.FURTHER_FACTS: "Something else became known, or was done",
}


class WordsMissing(ValueError):
    """Something has to be said; the message says what."""


class MomentOutOfPlace(ValueError):
    """A moment cannot be right; the message says why."""


def notify_by(became_known_at: datetime) -> datetime:
    """The last moment of the 72 hours, in UTC.

    72 hours that pass, so a night on which clocks change makes no difference: section 67(1) of the
    Data Protection Act 2018; Article 33(1) of the UK GDPR.

    Args:
        became_known_at: when the organisation became aware of the breach, with a time zone.
    """
    return became_known_at.astimezone(UTC) + timedelta(hours=HOURS_TO_NOTIFY)


def is_late(became_known_at: datetime, notified_at: datetime) -> bool:
    """Whether a notification came later than 72 hours; at 72 hours exactly it did not."""
    return notified_at.astimezone(UTC) > notify_by(became_known_at)


def time_left(became_known_at: datetime, at: datetime) -> timedelta:
    """What is left of the 72 hours at a moment; negative once they are over."""
    return notify_by(became_known_at) - at.astimezone(UTC)


def left_in_words(left: timedelta) -> str:
    """Such as "5 hours left", "Less than an hour left" or "Overdue by 2 hours"."""
    if left < timedelta(0):
        over = -left // timedelta(hours=1)
        return f"Overdue by {_hours(over)}" if over else "Overdue by less than an hour"
    whole = left // timedelta(hours=1)
    return f"{_hours(whole)} left" if whole else "Less than an hour left"


def check_step(
    step: BreachStep, words: str, *, became_known_at: datetime, happened_at: datetime, at: datetime
) -> None:
    """Raises unless a step can stand in the record.

    Args:
        step: what was done.
        words: what was written about it, spaces at the ends left out.
        became_known_at: when the organisation became aware of the breach.
        happened_at: when the step was taken.
        at: now.

    Raises:
        MomentOutOfPlace: it lies ahead, or before the breach became known.
        WordsMissing: a late notification needs the reasons for the delay (section 67(3) of the
            Data Protection Act 2018, Article 33(1) of the UK GDPR); a decision against telling
            needs why (section 67(6), Article 33(5)).
    """
    if happened_at > at:
        raise MomentOutOfPlace("This must be now or in the past")
    if happened_at < became_known_at:
        raise MomentOutOfPlace("This must not be before the breach became known")
    if words:
        return
    if step is BreachStep.COMMISSIONER_TOLD and is_late(became_known_at, happened_at):
        raise WordsMissing("Give the reasons for the delay: more than 72 hours had passed")
    if step in {BreachStep.COMMISSIONER_NOT_TOLD, BreachStep.PEOPLE_NOT_TOLD}:
        raise WordsMissing("Say why this was decided")
    if step is BreachStep.FURTHER_FACTS:
        raise WordsMissing("Say what became known, or what was done")


def moment_in_london(day: date, clock: str) -> datetime:
    """The moment of a day and a time as typed, such as "9:05" or "14:30", in Europe/London.

    In the hour that comes twice in autumn the first is meant, from which the clock ends sooner.

    Raises:
        MomentOutOfPlace: it is no time, or one that the clock skipped that day.
    """
    hours, _, minutes = clock.strip().replace(".", ":").partition(":")
    try:
        told = datetime.combine(day, time(int(hours), int(minutes)), tzinfo=LONDON)
    except ValueError:
        raise MomentOutOfPlace("Enter the time with hours and minutes, like 14:30") from None
    if told.astimezone(UTC).astimezone(LONDON).time() != told.time():
        raise MomentOutOfPlace("There was no such time on that day: the clocks went forward")
    return told.astimezone(UTC)


def _hours(count: int) -> str:
    return f"{count} hour{'' if count == 1 else 's'}"
