"""On which days people are reminded of what, when an e-mail may go out, and calendar dates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from answerable.statute import LONDON
from answerable_site.responses.rules.states import Due, ResponseState

REMINDER_DAYS = frozenset({28, 14, 7, 3, 1, 0})
"""Calendar days before a date on which people are reminded of it; 0 is the day itself."""
EARLIEST = time(7)
"""No e-mail goes out before this time of the day in London."""
MOST_ATTEMPTS = 3
ABANDONED_AFTER = timedelta(minutes=30)
"""A run that has not said within this time what became of its e-mail is taken for broken off."""
TRY_AGAIN_AFTER = timedelta(minutes=10)
"""How long a failed e-mail rests, counted from the attempt."""


class Act(StrEnum):
    """A step of a response that waits for somebody."""

    BEGIN = "begin"
    DRAFT = "draft"
    APPROVE = "approve"
    SIGN = "sign"
    PUBLISH = "publish"
    RELEASE = "release"
    """An entry of the public register waits for a publisher."""
    COMMENT = "comment"
    """The chief officer was invited and has not commented."""


_WAITS_FOR = {
    ResponseState.NOT_BEGUN: Act.BEGIN,
    ResponseState.DRAFTING: Act.DRAFT,
    ResponseState.WITHDRAWN: Act.DRAFT,
    ResponseState.PARTLY_PUBLISHED: Act.DRAFT,
    ResponseState.REVISING: Act.DRAFT,
    ResponseState.PREPARED: Act.SIGN,
    ResponseState.SIGNED: Act.PUBLISH,
}


def next_act(state: ResponseState, *, approvals_wait: bool = False) -> Act | None:
    """The step that a response waits for; None once it is published whole.

    Args:
        state: how far the response has come.
        approvals_wait: a named step of approval stands before the signature.
    """
    act = _WAITS_FOR.get(state)
    return Act.APPROVE if act is Act.SIGN and approvals_wait else act


def comments_are_wanted(wanted_by: date | None, *, is_in: bool, none_received: date | None) -> bool:
    """Whether the chief officer's comments are still waited for.

    Args:
        wanted_by: the date of the latest invitation; None if there is none.
        is_in: comments were received.
        none_received: the date by which none were received, where somebody recorded that; it ends
            the waiting unless a later invitation gives a later date.
    """
    if wanted_by is None or is_in:
        return False
    return none_received is None or none_received < wanted_by


def reminds(days_left: int) -> bool:
    """Whether people are reminded on a day: 28, 14, 7, 3 and 1 days before, on the day itself,
    and every day once it is late.

    Args:
        days_left: calendar days until the date; 0 on the day itself, negative once it has passed.
    """
    return days_left < 0 or days_left in REMINDER_DAYS


@dataclass(frozen=True, slots=True)
class Waiting:
    """A step that waits for a person, and the date that it is wanted by."""

    act: Act
    due: Due
    by: date
    """The last lawful day or, for comments, the date that the chief officer was given."""
    invited_on: date | None = None
    """For comments: the day of the invitation."""
    entry_id: int | None = None
    """For a release: which entry."""

    @property
    def days_left(self) -> int:
        """Calendar days until the date; negative once it has passed."""
        return (self.by - self.due.on).days


def reminders(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """What people are reminded of on the day, the most urgent first."""
    return tuple(
        sorted(
            (one for one in waiting if reminds(one.days_left)),
            key=lambda one: (one.days_left, one.due.inspection_title, one.due.body_name, one.act),
        )
    )


def may_go_out(at: datetime) -> bool:
    """Whether e-mails may go out at a moment: from 7am London time."""
    return at.astimezone(LONDON).time() >= EARLIEST


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is known of the attempts to send an e-mail."""

    claimed_at: datetime
    """When the latest attempt began."""
    attempts: int
    is_sent: bool
    has_failed: bool
    """The latest attempt ended without success."""


def may_try_again(attempt: Attempt, *, at: datetime) -> bool:
    """Whether another attempt may begin: three at most, a failed one after 10 minutes, one that
    was broken off after 30."""
    if attempt.is_sent or attempt.attempts >= MOST_ATTEMPTS:
        return False
    rest = TRY_AGAIN_AFTER if attempt.has_failed else ABANDONED_AFTER
    return at - attempt.claimed_at >= rest


def secret_hash(secret: str) -> str:
    """What is kept of the secret in a calendar address: its SHA-256."""
    return hashlib.sha256(secret.encode()).hexdigest()


class DateKind(StrEnum):
    """What a date in a calendar is."""

    LAST_LAWFUL_DAY = "last-lawful-day"
    COMMENTS_WANTED = "comments-wanted"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date in somebody's calendar."""

    kind: DateKind
    due: Due
    day: date
    revision: int
    """How often its facts were changed on record: it never goes down, so calendar programs take
    the later state for the newer one (RFC 5545, SEQUENCE)."""
    changed_at: datetime
    """When they were last changed."""
    invited_on: date | None = None
    """For comments: the day of the invitation."""
