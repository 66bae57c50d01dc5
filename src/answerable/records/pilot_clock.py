"""The clock of the early advice pilot: how many submissions were decided within three weeks.

“Within three weeks” says neither from which day nor of which cases. So it is counted from both
days from which it can be meant, over every submission, with those that are still pending.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.records.enrolment import is_enrolled
from answerable.records.file import CaseFile
from answerable.records.rules.asked import last_day_under
from answerable.records.submissions import Submission, submissions
from answerable.statute.limits import Limits


class Start(StrEnum):
    """From which day the three weeks are counted."""

    SUBMISSION = "submission"
    ACCEPTANCE = "acceptance"

    @property
    def label(self) -> str:
        return _STARTS[self]

    @property
    def limit(self) -> str:
        """The code of the limit."""
        return f"pilot_decision_from_{self.value}"


_STARTS = {
    Start.SUBMISSION: "From the day on which the file was sent",
    Start.ACCEPTANCE: "From the day on which it was accepted as a full file",
}


class Standing(StrEnum):
    """How a submission stands on a day. Each has exactly one."""

    IN_TIME = "in_time"
    LATER = "later"
    PENDING_NOT_DUE = "pending_not_due"
    PENDING_PAST_DUE = "pending_past_due"
    IMMATURE = "immature"
    NOT_STARTED = "not_started"
    NO_LIMIT = "no_limit"

    @property
    def label(self) -> str:
        return _STANDINGS[self]

    @property
    def is_mature(self) -> bool:
        """Whether its limit has run out, so that quick and slow ones are seen alike."""
        return self in (Standing.IN_TIME, Standing.LATER, Standing.PENDING_PAST_DUE)


_STANDINGS = {
    Standing.IN_TIME: "Decided within the limit",
    Standing.LATER: "Decided later",
    Standing.PENDING_NOT_DUE: "Pending, not yet due",
    Standing.PENDING_PAST_DUE: "Pending, past due",
    Standing.IMMATURE: "Decided, but its limit still runs",
    Standing.NOT_STARTED: "Not accepted as a full file",
    Standing.NO_LIMIT: "No limit in force",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """One submission, as one of the two clocks sees it."""

    case: int
    submission: int
    """The number of the event within the case."""
    start_on: date | None
    """Day 0; None where the clock has not started."""
    due_on: date | None
    """The last day in time, inclusive."""
    decided_on: date | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One of the two clocks over every submission of the cases, as at the end of a day."""

    start: Start
    as_at: date
    enrolled: bool
    counted: tuple[Counted, ...]
    """Every submission, the pending ones too: the denominator."""
    left_out: int
    """Submissions of the same cases on days on which their case was on the other side of the
    pilot."""

    def number(self, *standings: Standing) -> int:
        """How many submissions stand in one of these ways."""
        found = Counter(one.standing for one in self.counted)
        return sum(found[standing] for standing in standings)

    @property
    def decided_within(self) -> int:
        """How many were decided within the limit so far, of `all_submissions`."""
        return self.number(Standing.IN_TIME, Standing.IMMATURE)

    @property
    def all_submissions(self) -> int:
        """Every submission, whatever became of it."""
        return len(self.counted)

    @property
    def mature(self) -> int:
        """How many had their whole limit by the day: of them `number(IN_TIME)` were in time."""
        return sum(one.standing.is_mature for one in self.counted)

    def excluded(self) -> Iterator[str]:
        """What is left out by rule, in words, each with its number. No case is left out by hand."""
        yield (
            f"Nothing is left out of all {_many(self.all_submissions)}: pending, rejected and "
            "admin finalised ones are in it."
        )
        still_running = self.number(Standing.PENDING_NOT_DUE, Standing.IMMATURE)
        yield (
            f"Left out of those whose limit has run out: {_many(still_running)} whose limit still "
            "runs, decided or not. To count only the decided ones would count the quick ones alone."
        )
        if not_started := self.number(Standing.NOT_STARTED):
            yield (
                f"Left out of those whose limit has run out: {_many(not_started)} not accepted "
                "as a full file, so that this clock has not started. The other clock counts them."
            )
        if no_limit := self.number(Standing.NO_LIMIT):
            yield (
                f"Left out of those whose limit has run out: {_many(no_limit)} that started on a "
                "day on which no limit was in force."
            )
        where = "not enrolled" if self.enrolled else "enrolled"
        yield f"Not counted here: {_many(self.left_out)} made while their case was {where}."


def reckon(
    files: Iterable[tuple[CaseFile, Limits]],
    start: Start,
    *,
    as_at: date,
    enrolled: bool = True,
) -> Reckoning:
    """How every submission stands by one of the two clocks.

    A case is in the pilot from the day of enrolment until the day before it leaves. A submission
    made in that time counts for ever, also when the case leaves afterwards. Each submission counts
    for itself: one that was rejected and sent again counts twice, the first from its own day.

    Args:
        files: each with the limits that count in its case.
        as_at: the day at whose end it is asked; what happened later is not seen.
        enrolled: False counts the submissions of cases while they were not in the pilot, to
            compare with.
    """
    counted: list[Counted] = []
    left_out = 0
    for file, limits in files:
        by_then = file.as_at(as_at)
        for submission in submissions(by_then):
            if is_enrolled(by_then, submission.event.on) is enrolled:
                counted.append(_counted(file.case, submission, limits, start, as_at))
            else:
                left_out += 1
    return Reckoning(start, as_at, enrolled, tuple(counted), left_out)


def _counted(
    case: int, submission: Submission, limits: Limits, start: Start, as_at: date
) -> Counted:
    started = submission.event.on if start is Start.SUBMISSION else submission.full_file_on
    due_on = last_day_under(limits, start.limit, started) if started else None
    decided_on = submission.decided_on
    return Counted(
        case=case,
        submission=submission.number,
        start_on=started,
        due_on=due_on,
        decided_on=decided_on,
        standing=_standing(started, due_on, decided_on, as_at),
    )


def _standing(
    started: date | None, due_on: date | None, decided_on: date | None, as_at: date
) -> Standing:
    if started is None:
        return Standing.NOT_STARTED
    if due_on is None:
        return Standing.NO_LIMIT
    if decided_on is None:
        return Standing.PENDING_PAST_DUE if as_at > due_on else Standing.PENDING_NOT_DUE
    if decided_on > due_on:
        return Standing.LATER
    return Standing.IN_TIME if as_at > due_on else Standing.IMMATURE


def _many(count: int) -> str:
    return "1 submission" if count == 1 else f"{count} submissions"
