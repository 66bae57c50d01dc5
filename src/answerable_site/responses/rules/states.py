"""How far a response has come, and what is due, soonest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.statute import Clock
from answerable_site.responses.rules.past import Judgement


class ResponseState(StrEnum):
    """How far a response has come; derived from its records, stored nowhere."""

    NOT_BEGUN = "not_begun"
    DRAFTING = "drafting"
    PREPARED = "prepared"
    """Its document is fixed; it waits for approvals, where the body wants some, or a signature."""
    SIGNED = "signed"
    PUBLISHED = "published"
    PARTLY_PUBLISHED = "partly_published"
    """What is public lacks something that the law asks for."""
    REVISING = "revising"
    """A published version stands, and a further one is being written."""
    NOT_OWED = "not_owed"
    """A person decided that the law asks the body for no response."""
    WITHDRAWN = "withdrawn"
    """Every published version was withdrawn and no new one is prepared yet."""
    ANSWERED_BEFORE = "answered_before"
    """The response was published before the office used the product."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The records of a response that decide its state."""

    prepared: bool = False
    """A preparation stands: nothing changed since, and it is not published."""
    signed: bool = False
    public: bool = False
    """A published version stands."""
    complete: bool = False
    """The version that stands holds everything that the law asks for."""
    revising: bool = False
    """Somebody began a further version, and it is not published yet."""
    owed: bool = True
    """Nobody decided that the law asks for no response."""
    answered_on: date | None = None
    """The civil date of the answer from which timeliness is counted, here or on other pages
    before, withdrawn since or not."""
    partly_on: date | None = None
    """The civil date of the first publication of anything, withdrawn since or not."""
    past: Judgement | None = None
    """How the response of former days stands, where one is recorded."""


def state_of(progress: Progress | None) -> ResponseState:
    """The state of a response; None stands for one that nobody has begun."""
    if progress is None:
        return ResponseState.NOT_BEGUN
    if progress.signed:
        return ResponseState.SIGNED
    if progress.prepared:
        return ResponseState.PREPARED
    if progress.public:
        return _state_of_public(progress)
    if progress.past:
        return ResponseState.ANSWERED_BEFORE
    if progress.partly_on:
        return ResponseState.WITHDRAWN
    return ResponseState.DRAFTING if progress.owed else ResponseState.NOT_OWED


def _state_of_public(progress: Progress) -> ResponseState:
    if progress.revising:
        return ResponseState.REVISING
    return ResponseState.PUBLISHED if progress.complete else ResponseState.PARTLY_PUBLISHED


_FINISHED = frozenset(
    {ResponseState.PUBLISHED, ResponseState.NOT_OWED, ResponseState.ANSWERED_BEFORE}
)


@dataclass(frozen=True, slots=True)
class Due:
    """An inspection that a body answers: its clock on a day and how far its response has come."""

    inspection_id: int
    inspection_title: str
    published_on: date
    """The day on which the inspectorate published."""
    body_id: int
    body_name: str
    body_slug: str
    clock: Clock | None
    why_no_clock: str
    """A sentence where there is no clock, else empty."""
    on: date
    state: ResponseState
    answered_on: date | None
    passed_to: str = ""
    """The body that succeeded this one and answers in its place; empty if none does."""
    passed_on: date | None = None
    """The first day of that body."""
    past: Judgement | None = None
    """How a response of former days stands, where one is recorded."""
    stands: bool = False
    """Whether something that was published stands, here or on other pages before."""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do for this body."""
        return self.state not in _FINISHED and not self.passed_to

    @property
    def last_lawful_day(self) -> date | None:
        return self.clock.last_lawful_day if self.clock else None

    @property
    def days_left(self) -> int | None:
        """Calendar days after `on`: 0 on the last lawful day, negative once late; None without a
        clock."""
        return self.clock.days_left(self.on) if self.clock else None

    @property
    def days_late(self) -> int:
        """Days by which the whole answer was late or, if there is none, is late on `on`; what
        passed to another body is late there."""
        if self.clock is None or self.passed_to:
            return 0
        if self.past is not None and self.answered_on is None:
            return self.past.days_late
        return max(0, -self.clock.days_left(self.answered_on or self.on))

    @property
    def is_overdue(self) -> bool:
        """Whether no whole answer was published although the last lawful day has passed."""
        return self.is_open and self.answered_on is None and self.days_late > 0


def soonest_first(dues: Iterable[Due]) -> tuple[Due, ...]:
    """What is open by its last lawful day, then what is open without a clock, then the answered."""
    return tuple(
        sorted(
            dues,
            key=lambda due: (
                not due.is_open,
                due.last_lawful_day or date.max,
                due.inspection_title,
                due.body_name,
            ),
        )
    )
