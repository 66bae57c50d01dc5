"""What signed heads kept somewhere show about the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from answerable_site.audit.rules.faults import FaultKind, Faults
from answerable_site.audit.rules.heads import Head
from answerable_site.audit.rules.merkle import Frontier


@dataclass(slots=True)
class HeadsSeen:
    """The heads of one place, and how they compare with the record as it goes by."""

    place: str
    """Where they are, in words."""
    heads: Sequence[Head]
    reached: int = 0
    """How many heads the record has come to."""
    last_whole: Head | None = None
    first_wrong: Head | None = None
    latest: datetime | None = None
    """The latest moment of a head that the record has come to."""

    def compare(self, size: int, frontier: Frontier) -> None:
        """Look at the heads that were signed over so many entries."""
        while self.reached < len(self.heads) and self.heads[self.reached].size <= size:
            head = self.heads[self.reached]
            self.reached += 1
            self.latest = max(self.latest or head.moment, head.moment)
            if head.root == frontier.root():
                self.last_whole = head
            elif self.first_wrong is None:
                self.first_wrong = head

    def tell(self, count: int, faults: Faults) -> None:
        """Say at the end what the heads show.

        Args:
            count: how many entries the record has.
            faults: takes the sentences.
        """
        if wrong := self.first_wrong:
            whole = self.last_whole.size if self.last_whole else 0
            faults.add(
                FaultKind.HEAD,
                whole + 1,
                f"Between entry {whole + 1} and entry {wrong.size} the record is not what it was "
                f"when head {wrong.number} was signed ({self.place}).",
            )
        if self.reached < len(self.heads):
            beyond = self.heads[-1]
            faults.add(
                FaultKind.HEAD,
                count + 1,
                f"The record ends at entry {count}, and head {beyond.number} was signed over "
                f"{beyond.size} entries ({self.place}): its end was cut off, or an older "
                "database was restored.",
            )
