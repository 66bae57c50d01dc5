"""Following the record from its first entry, and saying of every fault what and where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from answerable_site.audit.rules.comparing import HeadsSeen
from answerable_site.audit.rules.entries import (
    ERASE_CONTENT,
    GENESIS,
    Content,
    Leaf,
    Processing,
    is_chained,
    is_content,
    subject_of_entry,
)
from answerable_site.audit.rules.faults import FaultKind, Faults
from answerable_site.audit.rules.merkle import Frontier

CLOCK_TOLERANCE = timedelta(minutes=5)
"""How far a moment may lie before one of an earlier entry: acts wait for one another, and clocks
are put right by seconds. What lies further back is a fault of its own kind."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as the database holds it."""

    leaf: Leaf
    at: datetime
    content: str | None
    salt: str | None
    indexed: frozenset[str]
    """What the index by record says of it."""
    previous_hash: str
    hash: str


@dataclass(slots=True)
class Follower:
    """Goes along the record, entry by entry, in memory that does not grow with it."""

    seen: Sequence[HeadsSeen] = ()
    faults: Faults = field(default_factory=Faults)
    count: int = 0
    sequence: int = 0
    hash: str = GENESIS
    frontier: Frontier = field(default_factory=Frontier)
    latest: datetime | None = None
    blanked: set[int] = field(default_factory=set)
    erased: set[int] = field(default_factory=set)

    def begin(self) -> None:
        """Look at heads that were signed before the first entry."""
        for place in self.seen:
            place.compare(0, self.frontier)

    def follow(self, row: Row) -> None:
        """Take the next entry."""
        self._check_place(row)
        self._check_moment(row)
        leaf_hash = row.leaf.hash()
        number = row.leaf.sequence
        if not is_chained(leaf_hash, row.previous_hash, row.hash):
            self.faults.add(
                FaultKind.CHANGED, number, f"Entry {number} was changed after it was written."
            )
        self._check_content(row)
        self.count += 1
        self.sequence, self.hash = number, row.hash
        self.frontier.append(leaf_hash)
        for place in self.seen:
            place.compare(self.count, self.frontier)

    def end(self) -> None:
        """Say what only the whole record shows."""
        for number in sorted(self.blanked - self.erased):
            self.faults.add(
                FaultKind.BLANKED,
                number,
                f"The content of entry {number} is gone, and no entry says that it was erased.",
            )
        for number in sorted(self.erased - self.blanked):
            self.faults.add(
                FaultKind.BLANKED,
                number,
                f"An entry says that the content of entry {number} was erased, and it stands.",
            )
        for place in self.seen:
            place.tell(self.count, self.faults)

    def _check_place(self, row: Row) -> None:
        number, expected = row.leaf.sequence, self.sequence + 1
        if number < expected:
            self.faults.add(FaultKind.MISSING, number, f"Entry {number} is there twice.")
        elif number == expected + 1:
            self.faults.add(
                FaultKind.MISSING,
                expected,
                f"Entry {expected} is missing: entry {number} stands in its place.",
            )
        elif number > expected:
            self.faults.add(
                FaultKind.MISSING,
                expected,
                f"Entries {expected} to {number - 1} are missing: entry {number} follows.",
            )
        elif row.previous_hash != self.hash:
            self.faults.add(
                FaultKind.LINK, number, f"Entry {number} does not follow from the entry before it."
            )

    def _check_moment(self, row: Row) -> None:
        moments = [self.latest, *(place.latest for place in self.seen)]
        latest = max((moment for moment in moments if moment), default=row.at)
        self.latest = max(latest, row.at)
        if row.at < latest - CLOCK_TOLERANCE:
            self.faults.add(
                FaultKind.CLOCK,
                row.leaf.sequence,
                f"Entry {row.leaf.sequence} says {row.at:%Y-%m-%d %H:%M} UTC, and what stands "
                f"before it {latest:%Y-%m-%d %H:%M}: the clock was put back, or the moment is "
                "not true.",
            )
            # One fault for one step back, not one for every entry until the clock has caught up.
            self.latest = row.at
            for place in self.seen:
                place.latest = None

    def _check_content(self, row: Row) -> None:
        number = row.leaf.sequence
        if row.leaf.act == ERASE_CONTENT and row.leaf.kind == Processing.ERASURE:
            self._note_erasure(row.leaf)
        if row.content is None or row.salt is None:
            self._check_blank(row)
        elif not is_content(row.content, row.salt, row.leaf.content_hash):
            self.faults.add(
                FaultKind.CONTENT, number, f"The content of entry {number} was changed."
            )
        elif row.indexed != _records(row.content):
            self.faults.add(
                FaultKind.INDEX,
                number,
                f"The index by record differs from what entry {number} holds.",
            )

    def _check_blank(self, row: Row) -> None:
        number = row.leaf.sequence
        self.blanked.add(number)
        if row.content is not None or row.salt is not None:
            self.faults.add(
                FaultKind.BLANKED, number, f"The content of entry {number} is half gone."
            )
        if row.indexed:
            self.faults.add(
                FaultKind.INDEX,
                number,
                f"The index by record still names what was erased from entry {number}.",
            )

    def _note_erasure(self, leaf: Leaf) -> None:
        text = leaf.subject.removeprefix(subject_of_entry(0)[:-1])
        if text.isdecimal() and int(text) < leaf.sequence:
            self.erased.add(int(text))


def _records(content: str) -> frozenset[str] | None:
    """What content names; None if it has no form that this product writes."""
    try:
        return frozenset(Content.read(content).records)
    except (KeyError, TypeError, ValueError):
        return None
