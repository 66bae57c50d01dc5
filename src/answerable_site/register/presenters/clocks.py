"""The statutory clock of an inspection and the deadlines of recommendations, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable import statute
from answerable_site.design.dates import date_in_words
from answerable_site.register import rules
from answerable_site.register.rules import DeadlineForm

if TYPE_CHECKING:
    from answerable_site.register.models import ClockMovement, Recommendation


@dataclass(frozen=True, slots=True)
class ShownClock:
    """The last lawful day with its working, or why there is no clock."""

    last_lawful_day: date | None
    note: str
    """How many days are left, or why there is no clock."""
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownDeadline:
    """A recommendation's deadline: as worded, as resolved and why, and what the office works to."""

    worded: str
    resolved: str
    reason: str
    expected_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class ShownMovement:
    """A last lawful day that moved because a rule changed."""

    inspection_id: int
    title: str
    sentence: str


def shown_movement(movement: ClockMovement) -> ShownMovement:
    """What moved from where to where, when, and under which rule."""
    basis = statute.basis(movement.inspection.legal_basis)
    before, after = (
        date_in_words(day) if day else "none" for day in (movement.before, movement.after)
    )
    return ShownMovement(
        inspection_id=movement.inspection_id,
        title=movement.inspection.title,
        sentence=(
            f"Last lawful day: {after}; before: {before}. Counted again on "
            f"{date_in_words(movement.noted_at)}, because the rules under {basis.citation} changed "
            f"(version {movement.rules_version})."
        ),
    )


def shown_clock(published_on: date, legal_basis: str, *, on: date) -> ShownClock:
    """The clock of a report, seen from a day."""
    basis = statute.basis(legal_basis)
    clock = statute.clock_for(published_on, basis)
    if clock is None:
        return ShownClock(
            last_lawful_day=None,
            note=statute.why_no_clock(published_on, basis),
            working=(basis.summary,),
        )
    return ShownClock(
        last_lawful_day=clock.last_lawful_day,
        note=days_left_in_words(clock.days_left(on)),
        working=clock.working,
    )


def days_left_in_words(left: int) -> str:
    """ "5 days left", "Today is the last day", "Passed 3 days ago". Calendar days."""
    if left == 0:
        return "Today is the last day"
    days = f"{abs(left):,} day{'' if abs(left) == 1 else 's'}"
    return f"{days} left" if left > 0 else f"Passed {days} ago"


def shown_deadline(recommendation: Recommendation, *, on: date) -> ShownDeadline:
    """What a recommendation's own text sets, and the date that the office works to."""
    base = recommendation.deadline_from_on or recommendation.inspection.published_on
    resolved = rules.resolved(recommendation.deadline, base=base)
    expected = recommendation.expected_on
    return ShownDeadline(
        worded=recommendation.deadline_worded,
        resolved=deadline_in_words(recommendation.deadline, resolved.on),
        reason=resolved.reason,
        expected_on=expected,
        note=days_left_in_words((expected - on).days) if expected else "",
    )


def deadline_in_words(deadline: str, due_on: date | None) -> str:
    """A deadline as precise as its text: a day, a month, at once, or none."""
    match rules.form_of(deadline):
        case DeadlineForm.IMMEDIATELY:
            return "At once; no date is stated"
        case DeadlineForm.MONTH:
            return rules.month_in_words(deadline)
        case _:
            return date_in_words(due_on) if due_on else "No date"
