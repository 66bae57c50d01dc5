"""What a file that corrects another tells otherwise than its source did before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from answerable.records.event import Event
from answerable.records.file import CaseFile
from answerable.records.kinds import to_stored


class Change(StrEnum):
    """How an event differs."""

    NEW = "new"
    CHANGED = "changed"
    NO_LONGER_TOLD = "no_longer_told"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Change.NEW: "New",
    Change.CHANGED: "Changed",
    Change.NO_LONGER_TOLD: "No longer told",
}


class Compared(Struct, frozen=True, kw_only=True):
    """How many events of one kind are told otherwise, and how many as before."""

    kind: str
    """The tag of the kind."""
    new: int = 0
    changed: int = 0
    no_longer_told: int = 0
    unchanged: int = 0

    @property
    def differing(self) -> int:
        """Those that are not as before."""
        return self.new + self.changed + self.no_longer_told


class Differing(Struct, frozen=True, kw_only=True):
    """One event that is told otherwise, with all that its words need."""

    change: Change
    case: int | None
    """The number of its case; None of a case that is not held yet."""
    reference: str = ""
    """Of a case that is not held yet: as the source writes it."""
    before: dict[str, Any] | None = None
    """The event as it was told before, as it is stored; None where it is new."""
    after: dict[str, Any] | None = None
    """As it is told now; None where it is told no longer."""
    named: dict[int, dict[str, Any]] = field(default_factory=dict)
    """The events that these two name, by their number within the case."""


def compared(
    told: Iterable[tuple[str, int, int, int]], gone: Mapping[str, int]
) -> tuple[Compared, ...]:
    """The counts by kind, in the order of the tags.

    Args:
        told: of each kind in the file, how many are new, changed and unchanged.
        gone: how many of each kind are told no longer.
    """
    counts = {kind: counts for kind, *counts in told}
    found = []
    for kind in sorted({*counts, *gone}):
        new, changed, unchanged = counts.get(kind, (0, 0, 0))
        found.append(
            Compared(
                kind=kind,
                new=new,
                changed=changed,
                no_longer_told=gone.get(kind, 0),
                unchanged=unchanged,
            )
        )
    return tuple(found)


def differing(
    file: CaseFile,
    *,
    case: int | None,
    before: Event | None,
    after: Event | None,
    reference: str = "",
) -> Differing:
    """One event of a case that is told otherwise.

    Args:
        file: the case with both, and with the events that they name.
        case: its number; None of a case that is not held yet.
        before: as it was told; None where it is new.
        after: as it is told now; None where it is told no longer.
        reference: of a case that is not held yet.
    """
    change = Change.CHANGED
    if before is None:
        change = Change.NEW
    elif after is None:
        change = Change.NO_LONGER_TOLD
    both = [event for event in (before, after) if event is not None]
    return Differing(
        change=change,
        case=case,
        reference=reference,
        before=to_stored(before) if before else None,
        after=to_stored(after) if after else None,
        named={number: to_stored(named) for event in both for number, named in _named(file, event)},
    )


def _named(file: CaseFile, event: Event) -> Iterator[tuple[int, Event]]:
    for name in event.REFERS:
        number = getattr(event, name)
        found = file.named(number, Event) if number is not None else None
        if found is not None:
            yield number, found
