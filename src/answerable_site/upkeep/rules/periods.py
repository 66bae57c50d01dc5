"""How long traces of the working site are kept: data, with its ground.

Rows of extracts, extracts that nobody confirmed and data cuts have periods in their own rooms.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from answerable.statute import Confidence

_NO_LONGER: Final = "section 39 of the Data Protection Act 2018; Article 5(1)(e) of the UK GDPR"


@dataclass(frozen=True, slots=True)
class Period:
    """How long one kind of trace is kept, and why no longer."""

    name: str
    what: str
    days: int
    """Whole days after it came to its end."""
    citation: str
    """The law that asks for an end."""
    note: str
    """Why so many days."""
    confidence: Confidence
    """Of the number of days."""

    def ended_before(self, at: datetime) -> datetime:
        """The moment before which a trace must have ended to be erased at another."""
        return at - timedelta(days=self.days)


SESSIONS: Final = Period(
    name="sessions",
    what="sessions that ended",
    days=0,
    citation=_NO_LONGER,
    note="A session that ended serves nobody.",
    confidence=Confidence.REASONED,
)
FAILED_SIGN_INS: Final = Period(
    name="failed_sign_ins",
    what="failed sign-ins, with account and address",
    days=30,
    citation=_NO_LONGER,
    note=(
        "They count for a quarter of an hour; a month lets somebody ask who tried a password over "
        "and over. Law names no number."
    ),
    confidence=Confidence.REASONED,
)
BACKGROUND_WORK: Final = Period(
    name="background_work",
    what="background work that ended, with what it was given",
    days=30,
    citation=_NO_LONGER,
    note="Long enough to look into what failed. Law names no number.",
    confidence=Confidence.REASONED,
)
BACKUPS: Final = Period(
    name="backups",
    what="backups in the folder of backups, but for the last",
    days=35,
    citation=_NO_LONGER,
    note=(
        "What was erased lives on in backups until the last that has it is gone: five weeks, so "
        "that a fault found after a month can still be put right. Law names no number."
    ),
    confidence=Confidence.REASONED,
)
PERIODS: Final = (SESSIONS, FAILED_SIGN_INS, BACKGROUND_WORK, BACKUPS)
