"""A case file: every event of one case, and how to ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from answerable.records.event import Event, Recorded

E = TypeVar("E", bound=Event)


@dataclass(frozen=True)
class CaseFile:
    """What is recorded of one case, in the order of recording."""

    case: int
    """The pseudonym: a number that says nothing about anybody."""
    reported_on: date
    """The civil date of the report to the police."""
    recorded: tuple[Recorded, ...] = ()

    @cached_property
    def standing(self) -> tuple[Recorded, ...]:
        """The events that count: those whose place no later one took, by day, then by number.

        One that leaves nothing in the place that it takes does not count either.
        """
        replaced = {one.replaces for one in self.recorded}
        left = [
            one
            for one in self.recorded
            if one.number not in replaced and not one.event.LEAVES_NOTHING
        ]
        return tuple(sorted(left, key=_by_day))

    @cached_property
    def _successors(self) -> dict[int, int]:
        return {one.replaces: one.number for one in self.recorded if one.replaces is not None}

    @cached_property
    def _by_number(self) -> dict[int, Recorded]:
        return {one.number: one for one in self.recorded}

    @cached_property
    def _by_kind(self) -> dict[type[Event], list[Recorded]]:
        found: dict[type[Event], list[Recorded]] = {}
        for one in self.standing:
            found.setdefault(type(one.event), []).append(one)
        return found

    def of(self, *kinds: type[E]) -> Iterator[tuple[int, E]]:
        """The events of some kinds that count, each with its number, earliest first."""
        found = [one for kind in kinds for one in self._by_kind.get(kind, ())]
        if len(kinds) > 1:
            found.sort(key=_by_day)
        for one in found:
            yield one.number, cast("E", one.event)

    def first(self, *kinds: type[E]) -> E | None:
        """The earliest event of some kinds; None where there is none."""
        return next((event for _, event in self.of(*kinds)), None)

    def latest(self, *kinds: type[E]) -> E | None:
        """The latest event of some kinds; None where there is none."""
        found = [event for _, event in self.of(*kinds)]
        return found[-1] if found else None

    def standing_number(self, number: int) -> int:
        """The number of the event that stands in the place of one, its own where none does."""
        while number in self._successors:
            number = self._successors[number]
        return number

    def named(self, number: int, kind: type[E]) -> E | None:
        """The event of a kind that a number names, or what took its place; None where it is
        another kind or there is none."""
        found = self._by_number.get(self.standing_number(number))
        return found.event if found and isinstance(found.event, kind) else None

    def with_event(self, recorded: Recorded) -> CaseFile:
        """The file as it would be with a further event."""
        return CaseFile(self.case, self.reported_on, (*self.recorded, recorded))

    def without(self, number: int) -> CaseFile:
        """The file as it would be had an event, and all whose place it took, never been there."""
        left = tuple(one for one in self.recorded if self.standing_number(one.number) != number)
        return CaseFile(self.case, self.reported_on, left)

    @property
    def next_number(self) -> int:
        """The number of the event that is recorded next."""
        return max((one.number for one in self.recorded), default=0) + 1

    def as_at(self, day: date) -> CaseFile:
        """The file as far as things had happened by the end of a day, whenever recorded.

        What was put right counts by the day that it was given then: the day that was wrong brings
        nothing back.
        """
        if all(one.event.on <= day for one in self.standing):
            return self
        return CaseFile(
            self.case,
            self.reported_on,
            tuple(one for one in self.recorded if self._had_happened(one, day)),
        )

    def _had_happened(self, one: Recorded, day: date) -> bool:
        stands = self._by_number[self.standing_number(one.number)].event
        return stands.LEAVES_NOTHING or stands.on <= day


def _by_day(one: Recorded) -> tuple[date, int]:
    return one.event.on, one.number
