"""How a person states a deadline, and the form in which it is kept."""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum

from answerable.statute import Precision, ResolvedDeadline, resolve


class DeadlineForm(StrEnum):
    """The forms in which inspectorates set deadlines."""

    NONE = "none"
    IMMEDIATELY = "immediately"
    PERIOD = "period"
    DAY = "day"
    MONTH = "month"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    DeadlineForm.NONE: "No deadline is stated",
    DeadlineForm.IMMEDIATELY: "At once (“immediately”)",
    DeadlineForm.PERIOD: "Within a period",
    DeadlineForm.DAY: "By a date",
    DeadlineForm.MONTH: "By a month, no day stated",
}
_PERIOD = re.compile(r"(?:within )?(\d{1,4}) (day|week|month)s?", re.IGNORECASE)


def form_of(deadline: str) -> DeadlineForm:
    """The form of a deadline in the shape of `extraction.Item.deadline`; "" for none."""
    if not deadline:
        return DeadlineForm.NONE
    if deadline == "immediately":
        return DeadlineForm.IMMEDIATELY
    if deadline.startswith("within "):
        return DeadlineForm.PERIOD
    return DeadlineForm.MONTH if len(deadline) == len("2026-05") else DeadlineForm.DAY


def period(typed: str) -> str | None:
    """ "9 weeks" as "within 9 weeks"; None where it is no number of days, weeks or months."""
    found = _PERIOD.fullmatch(" ".join(typed.split()))
    return f"within {int(found[1])} {found[2].lower()}s" if found else None


def month(typed: str) -> str | None:
    """ "May 2026" or "5/2026" as "2026-05"; None where it is no month."""
    found = re.fullmatch(r"\s*(\w+)[\s/.-]+(\d{4})\s*", typed)
    if found is None:
        return None
    number = _month_number(found[1])
    return f"{found[2]}-{number:02}" if number else None


def month_in_words(deadline: str) -> str:
    """ "2026-05" as "May 2026"."""
    return f"{date.fromisoformat(f'{deadline}-01'):%B %Y}"


def _month_number(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    named = [
        n for n, name in enumerate(_MONTHS, 1) if len(word) > 2 and name.startswith(word.lower())
    ]
    return named[0] if named else None


_MONTHS = tuple(calendar.month_name[n].lower() for n in range(1, 13))


def resolved(deadline: str, *, base: date | None) -> ResolvedDeadline:
    """The date that a deadline comes to, as `statute.resolve` has it; no date for an odd one.

    Args:
        deadline: in the form of `extraction.Item.deadline`; "" for none.
        base: the day that a relative deadline counts from, itself not counted.
    """
    try:
        return resolve(deadline or None, base=base)
    except (ValueError, OverflowError):
        return ResolvedDeadline(None, Precision.NONE, "No date can be computed from this deadline.")


def deadline_of_words(worded: str) -> str:
    """The form in which worded deadlines are kept ("within 3 months"); "" where it shows none."""
    from answerable.extraction.deadlines import sole_deadline

    found = sole_deadline(worded) if worded.strip() else None
    return (found.value or "") if found else ""
