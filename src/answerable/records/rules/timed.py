"""What a rule asks for by a day, and what comes of it: due, late, done late, or never done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.records.event import Side
from answerable.records.rules.rule import WHOLE_CASE, About, Breach, Due, Rule, in_words
from answerable.statute.limits import Limits, NoLimitInForce

_DAY = timedelta(days=1)


def last_day(limits: Limits, code: str, start: date) -> date | None:
    """The last day in time, inclusive, under the version that governs the start; None without
    one."""
    try:
        return limits.in_force(code, start).last_day(start)
    except NoLimitInForce:
        return None


def earliest(*days: date | None) -> date | None:
    """The earliest of the days that are known; None where none is."""
    return min((day for day in days if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a rule asked for."""

    rule: Rule
    to_do: str
    """What is to be done, such as "Answer item 4 of the prosecutors’ action plan"."""
    what: str
    """The same as a thing that comes or does not, such as "The answer to item 4"."""
    side: Side
    since: date
    """The day from which it was asked."""
    due_on: date | None
    """The last day in time, inclusive; None where there is no limit."""
    done_on: date | None = None
    """The day on which it was done; None where it was not."""
    lapsed_on: date | None = None
    """The day from which it was not asked any more; None where it still is."""
    about: About = WHOLE_CASE

    @property
    def _was_done(self) -> bool:
        """Whether it was done while it was asked."""
        return self.done_on is not None and (
            self.lapsed_on is None or self.done_on <= self.lapsed_on
        )

    def dues(self) -> Iterator[Due]:
        """That it is due, where it was not done and is still asked."""
        if self.done_on is None and self.lapsed_on is None:
            yield Due(self.rule, self.to_do, self.side, self.since, self.due_on, self.about)

    def breaches(self, on: date) -> Iterator[Breach]:
        """That it was late by the end of a day, or came late, or never came while it was asked."""
        if self.due_on is None:
            return
        by_when = f"{self.what} was due by {in_words(self.due_on)}"
        if self._was_done and self.done_on is not None:
            ended_on, how = self.done_on, f"and came on {in_words(self.done_on)}"
        elif self.lapsed_on is not None:
            ended_on, how = self.lapsed_on, f"and had not come by {in_words(self.lapsed_on)}"
        else:
            ended_on, how = on, "and has not come"
        if ended_on > self.due_on:
            is_open = self.done_on is None and self.lapsed_on is None
            yield Breach(
                self.rule, f"{by_when} {how}.", self.due_on + _DAY, self.about, is_open=is_open
            )
