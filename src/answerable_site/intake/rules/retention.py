"""How long rows that were set aside are kept while nobody settles them: data, with its ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from answerable.statute import LONDON, Confidence, civil_date


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something is kept, and why no longer."""

    days: int
    """Whole ones, after the civil day on which it came."""
    citation: str
    """The law that asks for an end."""
    note: str
    """Why so many days."""
    confidence: Confidence
    """Of the number of days."""


ROWS_SET_ASIDE: Final = Retention(
    days=90,
    citation="section 39 of the Data Protection Act 2018",
    note=(
        "Law asks that nothing is kept longer than needed, and for time limits; it names no "
        "number. Extracts come once a month at least: in three of them a row can be put right."
    ),
    confidence=Confidence.REASONED,
)
"""Rows of which nothing became: they are in no case, and nobody can ask for them by one."""


def erased_on(loaded_at: datetime) -> date:
    """The day on which rows are erased that a load set aside and nobody settles: that after the
    last of their days."""
    return civil_date(loaded_at) + timedelta(days=ROWS_SET_ASIDE.days + 1)


def loaded_before(at: datetime) -> datetime:
    """The moment before which a load came whose rows are erased at a moment."""
    first_kept = civil_date(at) - timedelta(days=ROWS_SET_ASIDE.days)
    return datetime.combine(first_kept, time.min, tzinfo=LONDON)
