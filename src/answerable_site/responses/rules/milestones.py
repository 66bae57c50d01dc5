"""The office's own milestones, planned back from the last lawful day; the law knows none of them.

Milestones fall on working days and may be stopped and started again. The statutory clock can do
neither: it counts calendar days and never stops.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from answerable.statute import (
    Clock,
    bank_holiday_name,
    days_in_words,
    is_weekend,
    is_working_day,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days_between,
)

_DAY = timedelta(days=1)


class Step(StrEnum):
    """What an office does on the way to publication, in order."""

    CHIEF_OFFICER_INVITED = "chief_officer_invited"
    COMMENTS_WANTED = "comments_wanted"
    DRAFT_COMPLETE = "draft_complete"
    PREPARED = "prepared"
    SIGNED = "signed"
    PUBLISHED = "published"

    @property
    def words(self) -> str:
        """The step as a person reads it, in lower case."""
        return _WORDS[self]


_WORDS = {
    Step.CHIEF_OFFICER_INVITED: "chief officer invited",
    Step.COMMENTS_WANTED: "chief officer’s comments wanted",
    Step.DRAFT_COMPLETE: "draft complete",
    Step.PREPARED: "prepared for signature",
    Step.SIGNED: "signed",
    Step.PUBLISHED: "published",
}


class PlanOutOfOrder(ValueError):
    """A step is planned for later than the one that follows it, or after the last lawful day."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many calendar days before the last lawful day each step should be done.

    Raises:
        PlanOutOfOrder: a step has fewer days than the next one, or less than none.
    """

    chief_officer_invited: int = 49
    comments_wanted: int = 21
    draft_complete: int = 14
    prepared: int = 10
    signed: int = 7
    published: int = 3

    def __post_init__(self) -> None:
        for step, following in pairwise(Step):
            if self.days_before(step) < self.days_before(following):
                raise PlanOutOfOrder(
                    f"“{_upper(step.words)}” is planned {days_in_words(self.days_before(step))} "
                    f"before the last lawful day and “{following.words}” "
                    f"{self.days_before(following)}. Give each step at least as many days as the "
                    "one that follows it."
                )
        if self.published < 0:
            raise PlanOutOfOrder("Plan publication on or before the last lawful day, not after it.")

    def days_before(self, step: Step) -> int:
        """Calendar days between the step and the last lawful day; 0 is that day itself."""
        days: int = getattr(self, step.value)
        return days


class PauseEndsBeforeItBegins(ValueError):
    """A pause has a last day before its first."""


class PauseWithoutReason(ValueError):
    """Nobody said why the plan is stopped."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the office stops its own milestones. No pause stops the statutory clock.

    Raises:
        PauseEndsBeforeItBegins: `to_on` is before `from_on`.
        PauseWithoutReason: the reason is blank.
    """

    from_on: date
    to_on: date | None
    """The last day of the pause, inclusive; None while it lasts."""
    reason: str

    def __post_init__(self) -> None:
        if self.to_on is not None and self.to_on < self.from_on:
            raise PauseEndsBeforeItBegins(
                f"The pause begins on {_words(self.from_on)}. Give a last day on or after that day."
            )
        if not self.reason.strip():
            raise PauseWithoutReason("Say why the office stops its plan.")


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day by which the office wants a step done, and how that day was reached."""

    step: Step
    on: date
    working: tuple[str, ...]
    """One sentence a move, in order."""


class MilestoneState(StrEnum):
    """What has become of a milestone."""

    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    DUE = "due"
    OVERDUE = "overdue"


def planned(
    clock: Clock,
    plan: Plan,
    *,
    on: date,
    pauses: Iterable[Pause] = (),
    from_on: date | None = None,
) -> tuple[Milestone, ...]:
    """The milestones of a response, one a step, in order, none after the last lawful day.

    Each is counted back in calendar days. What would lie before the report’s publication, or
    before the day of planning, moves to that day. Each calendar day of a pause moves the
    milestones that were still ahead when it began one day later. What then falls on a weekend or
    a bank holiday goes to the working day before; only where no working day is left may it stand
    on the last lawful day itself, whatever day that is.

    Args:
        clock: the statutory clock; nothing here moves its last lawful day.
        plan: days before the last lawful day, by step.
        on: the day on which one looks; a pause that still lasts counts up to it, inclusive.
        pauses: times in which the office stopped its milestones; a day in two of them counts once,
            a day before the plan was made or the report published not at all.
        from_on: the day of planning, where it is known.
    """
    room = _Room.between(clock, from_on)
    stops = tuple(_stops(pauses, room, on))
    return tuple(_milestone(step, plan.days_before(step), room, stops) for step in Step)


def state_of(milestone: Milestone, *, done_on: date | None, on: date) -> MilestoneState:
    """What has become of a milestone; one is still in time on its own day.

    Args:
        milestone: as planned.
        done_on: the day on which the step was done, as its records say; None where it was not.
        on: the day on which one looks.
    """
    if done_on is not None:
        is_late = done_on > milestone.on
        return MilestoneState.DONE_LATE if is_late else MilestoneState.DONE_IN_TIME
    return MilestoneState.OVERDUE if on > milestone.on else MilestoneState.DUE


@dataclass(frozen=True, slots=True)
class _Room:
    """The days between which milestones lie."""

    opens: date
    event: str
    """What happened on that day, before which nothing is planned: half a sentence."""
    first: date
    """The first working day of the room; the last lawful day where there is none."""
    last: date

    @classmethod
    def between(cls, clock: Clock, from_on: date | None) -> _Room:
        """From the report’s publication or the later day of planning to the last lawful day."""
        last = clock.last_lawful_day
        opens, event = clock.published, "the report was published"
        if from_on is not None and from_on > opens:
            opens, event = from_on, "the plan was made"
        first = min(working_day_on_or_after(opens), last)
        return cls(opens, f"{event} on {_words(opens)}", first, last)

    def placed(self, day: date) -> date:
        """Where a milestone stands that comes to this day: on a working day, if there is one."""
        return max(self.first, working_day_on_or_before(day))


@dataclass(frozen=True, slots=True)
class _Stop:
    """Days without a gap in which the office stopped its milestones."""

    first: date
    days: int
    reasons: tuple[str, ...]


def _stops(pauses: Iterable[Pause], room: _Room, on: date) -> Iterator[_Stop]:
    """Pauses cut to the room and joined where they overlap or touch, earliest first."""
    cut = sorted(
        (max(pause.from_on, room.opens), min(pause.to_on or on, room.last), pause.reason.strip())
        for pause in pauses
    )
    joined: list[tuple[date, date, tuple[str, ...]]] = []
    for first, last, reason in cut:
        if last < first:
            continue
        if joined and first <= joined[-1][1] + _DAY:
            since, until, reasons = joined.pop()
            joined.append((since, max(until, last), tuple(dict.fromkeys((*reasons, reason)))))
        else:
            joined.append((first, last, (reason,)))
    for first, last, reasons in joined:
        yield _Stop(first, (last - first).days + 1, reasons)


def _milestone(step: Step, days_before: int, room: _Room, stops: Sequence[_Stop]) -> Milestone:
    day = room.last - timedelta(days=days_before)
    working = [
        (
            f"The office’s plan: {step.words} {days_in_words(days_before)} before the last lawful "
            f"day, {_words(room.last)}. That is {_words(day)}."
        )
    ]
    if day < room.opens:
        day = room.opens
        working.append(f"That is before {room.event}, so it moves to that day.")
    for stop in stops:
        if room.placed(day) >= stop.first:
            day += timedelta(days=stop.days)
            working.append(_stopped(stop, day))
    if day > room.last:
        day = room.last
        working.append("No milestone lies after the last lawful day, so it is held to that day.")
    placed = room.placed(day)
    working.extend(_moved(day, placed))
    if stops:
        working.append(
            "The statutory clock never stops: a pause moves the office’s own milestones only, and "
            f"the last lawful day stays {_words(room.last)}."
        )
    left = working_days_between(placed + _DAY, room.last)
    working.append(
        f"After this day, {_working_days(left)} to the last lawful day, that day included."
    )
    return Milestone(step, placed, tuple(working))


def _stopped(stop: _Stop, day: date) -> str:
    last = stop.first + timedelta(days=stop.days - 1)
    return (
        f"The office stopped its milestones for {days_in_words(stop.days)}, from "
        f"{_words(stop.first)} to {_words(last)} ({'; '.join(stop.reasons)}), so it moves as many "
        f"days later, to {_words(day)}."
    )


def _moved(day: date, placed: date) -> Iterator[str]:
    """Why a milestone does not stand on the day that was counted, if it does not."""
    if placed < day:
        passed = [day - _DAY * count for count in range((day - placed).days)]
        yield f"{_no_working(passed)}, so it goes to the working day before: {_words(placed)}."
    elif placed > day:
        passed = [day + _DAY * count for count in range((placed - day).days)]
        yield (
            f"{_no_working(passed)} and there is no earlier one to go to, so it goes to "
            f"{_words(placed)}."
        )
    if not is_working_day(placed):
        yield f"{_no_working([placed])}, but none is left before the last lawful day."


def _no_working(days: Sequence[date]) -> str:
    named = [f"{_words(day)} ({_why_no_working_day(day)})" for day in days]
    if len(named) == 1:
        return f"{named[0]} is not a working day"
    return f"{', '.join(named[:-1])} and {named[-1]} are not working days"


def _why_no_working_day(day: date) -> str:
    return "weekend" if is_weekend(day) else str(bank_holiday_name(day))


def _working_days(count: int) -> str:
    return "1 working day is left" if count == 1 else f"{count or 'no'} working days are left"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
