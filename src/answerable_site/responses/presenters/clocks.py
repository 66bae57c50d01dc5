"""The statutory clock of one response in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from answerable.statute import Clock, days_in_words
from answerable_site.design.dates import date_in_words
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules.states import ResponseState


@dataclass(frozen=True, slots=True)
class ShownClock:
    """The panel at the top of a response."""

    label: str
    date: str
    note: str
    modifier: str
    """Of the block `app-deadline`: "late", "met" or nothing."""
    working: tuple[str, ...]
    """How the date was reached, one sentence a step."""


def shown_clock(
    clock: Clock | None, *, why_no_clock: str, answered_on: date | None, on: date
) -> ShownClock:
    """The clock on a day.

    Args:
        clock: None where no statutory clock runs.
        why_no_clock: the sentence for that case.
        answered_on: the civil date of the first publication, if any.
        on: the civil date on which somebody looks.
    """
    if clock is None:
        note = f"Answered on {date_in_words(answered_on)}." if answered_on else why_no_clock
        return ShownClock("Last lawful day", "None", note, "", (why_no_clock,))
    late = -clock.days_left(answered_on or on)
    return ShownClock(
        label="Last lawful day",
        date=date_in_words(clock.last_lawful_day),
        note=_answered(clock, answered_on, late) if answered_on else _left(-late),
        modifier="late" if late > 0 else "met" if answered_on else "",
        working=clock.working,
    )


def clock_of(held: Dossier, *, on: date) -> ShownClock:
    """The clock of one response; of one of former days, as what is known of it stands."""
    judgement = held.past_judgement
    clock = shown_clock(
        held.facts.clock,
        why_no_clock=held.facts.why_no_clock,
        answered_on=held.answered_on,
        on=on,
    )
    if judgement is None or held.state is not ResponseState.ANSWERED_BEFORE:
        return clock
    modifier = "late" if judgement.days_late else ""
    return replace(clock, note=judgement.sentence, modifier=modifier)


def _answered(clock: Clock, answered_on: date, late: int) -> str:
    taken = f"Published on {date_in_words(answered_on)}, day {clock.days_taken(answered_on)} of "
    verdict = f"late by {days_in_words(late)}" if late > 0 else "in time"
    return f"{taken}{clock.period.days}: {verdict}."


def _left(days: int) -> str:
    if days < 0:
        return f"Overdue by {days_in_words(-days)}. Publish as soon as you can."
    if days == 0:
        return "Today is the last lawful day. Publish before midnight."
    return f"{days_in_words(days)} left."
