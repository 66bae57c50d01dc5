"""On what ground somebody opens a case that is not assigned to them, and for how long."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

STAYS_OPEN: Final = timedelta(hours=24)
"""How long a case stays open to somebody who opened it with a reason."""
FEWEST_LETTERS: Final = 15
"""A reason in fewer letters says nothing that somebody else could judge."""


class Ground(StrEnum):
    """Why a person opens a case. Asked because experience shows that a recorded reason is what lets
    an organisation tell use from misuse; no Act demands it."""

    SUPERVISION = "supervision"
    DECISION = "decision"
    COVER = "cover"
    VICTIM_ASKED = "victim_asked"
    COMPLAINT = "complaint"
    LINKED_CASE = "linked_case"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Ground.SUPERVISION: "To supervise or review the investigation",
    Ground.DECISION: "To decide what happens next in the case",
    Ground.COVER: "To cover for a colleague who is away",
    Ground.VICTIM_ASKED: "The victim, or somebody for the victim, has been in touch",
    Ground.COMPLAINT: "A complaint, a review or a court asks for it",
    Ground.LINKED_CASE: "It may be linked to a case that I work on",
    Ground.OTHER: "Another reason",
}


class GroundOutOfPlace(ValueError):
    """The reason cannot stand as it is; the message says what to write."""


def check_ground(ground: Ground, words: str, *, breaks_glass: bool) -> None:
    """Raises GroundOutOfPlace unless somebody else could judge the reason.

    Args:
        ground: what was chosen.
        words: what was written, spaces at the ends left out.
        breaks_glass: the case is not assigned to the person and their role does not see every case.
    """
    if (breaks_glass or ground is Ground.OTHER) and not says_enough(words):
        raise GroundOutOfPlace(
            "Say in a sentence why you need this case, so that a second person can judge it"
        )


def says_enough(words: str) -> bool:
    """Whether words have letters enough for somebody else to judge what they say."""
    return sum(map(str.isalpha, words)) >= FEWEST_LETTERS


def closes_at(opened_at: datetime) -> datetime:
    """The moment from which a case that was opened with a reason is closed again."""
    return opened_at + STAYS_OPEN
