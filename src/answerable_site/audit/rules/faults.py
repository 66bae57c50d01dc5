"""What can be wrong with the record, each in a sentence that says what and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_FAULTS = 100
"""Beyond these, faults are counted and no longer worded."""


class FaultKind(StrEnum):
    """What is wrong."""

    MISSING = "missing"
    """An entry is missing, or is there twice."""
    LINK = "link"
    """An entry does not follow from the one before."""
    CHANGED = "changed"
    """What stays for good was changed."""
    CONTENT = "content"
    """Details, reason, recipients, records or salt were changed."""
    BLANKED = "blanked"
    """Content is gone that no entry says was erased, or stands although one does."""
    INDEX = "index"
    """The index by record says something else than the entry."""
    CLOCK = "clock"
    """A moment lies before an earlier one."""
    CHAIN_HEAD = "chain head"
    """The database's own note of where the chain ends says otherwise."""
    HEAD = "head"
    """A signed head shows other entries, or more."""
    HEADS_FILE = "heads file"
    """Heads are missing, unsigned or changed."""
    LOST_KEY = "lost key"
    """A key was lost, and nothing but the office’s word vouches for the one that follows it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with the record."""

    kind: FaultKind
    entry: int | None
    """The entry at which it shows, if at one."""
    sentence: str

    def __str__(self) -> str:
        return self.sentence


class Faults:
    """Faults as they are found: the first ones in words, the rest counted."""

    def __init__(self) -> None:
        self.worded: list[Fault] = []
        self.count = 0

    def add(self, kind: FaultKind, entry: int | None, sentence: str) -> None:
        """Note one."""
        self.count += 1
        if self.count <= MOST_FAULTS:
            self.worded.append(Fault(kind, entry, sentence))
