"""Which cases a reference may mean that no case bears, and how far such a link has come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from answerable_site.intake.rules.spellings import Likeness

MOST_CASES: Final = 3
"""Where more cases are alike in the same way, the likeness tells nothing: it proposes none."""
MOST_REFERENCES: Final = 1000
"""So many references of one file that nobody knows are no slips."""


class LinkState(StrEnum):
    """How far a link has come since it was proposed."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS: Final = {
    LinkState.PROPOSED: "Proposed",
    LinkState.ACCEPTED: "Waits for a second person",
    LinkState.CONFIRMED: "Linked",
    LinkState.REFUSED: "Refused",
    LinkState.ENDED: "Ended",
}
OPEN: Final = (LinkState.PROPOSED, LinkState.ACCEPTED)
"""While somebody has still to decide."""


def cases_meant(alike: Mapping[Likeness, Collection[int]]) -> dict[int, Likeness]:
    """The cases that a reference may mean, each with its surest likeness.

    Args:
        alike: the cases that bear a reference which is alike, by how. There is nothing else from
            which a link could be proposed.
    """
    found: dict[int, Likeness] = {}
    for likeness in Likeness:
        cases = alike.get(likeness, ())
        if len(cases) <= MOST_CASES:
            for case in sorted(cases):
                found.setdefault(case, likeness)
    return found
