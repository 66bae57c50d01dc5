"""When a day is over, and when evidence is too old to rely on."""

from __future__ import annotations

from datetime import date, timedelta

from answerable.statute import add_months


def is_past(day: date | None, on: date) -> bool:
    """Whether a civil date comes after a day; the day itself is in time, and no day never is."""
    return day is not None and on > day


def is_too_old(evidence_on: date | None, *, on: date, months: int) -> bool:
    """Whether evidence that speaks to a day is too old on a civil date; none is never.

    Args:
        months: after which evidence is too old, as the body chose.
    """
    return evidence_on is not None and on > add_months(evidence_on, months)


def evidence_from(on: date, evidence_months: int) -> date:
    """The first day to which evidence may speak that is not too old on a civil date.

    Args:
        on: the civil date that is asked about.
        evidence_months: months after which evidence is too old.
    """
    first = add_months(on, -evidence_months)
    # Months differ in length, so the way back is not the way there.
    while is_too_old(first, on=on, months=evidence_months):
        first += timedelta(days=1)
    return first
