"""Deadlines that recommendations set, resolved to a date where that can be done honestly."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_RELATIVE = re.compile(r"within (\d{1,4}) (days|weeks|months)")


class Precision(StrEnum):
    """How exact a resolved deadline is."""

    DAY = "day"
    MONTH = "month"
    """Only the month is stated; `on` is its last day, kept for sorting."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ResolvedDeadline:
    """A deadline's date, if it has one, with the reason for it."""

    on: date | None
    precision: Precision
    reason: str
    """One sentence: how the date was reached, or why there is none."""


def resolve(deadline: str | None, *, base: date | None) -> ResolvedDeadline:
    """The date that a deadline comes to.

    Args:
        deadline: as `answerable.extraction` gives it: ISO date, ISO month, "immediately",
            "within N days|weeks|months", or None.
        base: the day that a relative deadline counts from (the report's publication unless the
            text names another start); the day itself is not counted.

    Raises:
        ValueError: the deadline has none of these forms.
    """
    if deadline is None:
        return ResolvedDeadline(None, Precision.NONE, "The text sets no deadline.")
    if deadline == "immediately":
        return ResolvedDeadline(
            None, Precision.NONE, "The text says at once and names no date; none is invented."
        )
    if match := _RELATIVE.fullmatch(deadline):
        return _relative(int(match[1]), match[2], base)
    if re.fullmatch(r"\d{4}-\d{2}", deadline):
        last = _last_of_month(int(deadline[:4]), int(deadline[5:]))
        return ResolvedDeadline(last, Precision.MONTH, "The text names a month and no day.")
    return ResolvedDeadline(
        date.fromisoformat(deadline), Precision.DAY, "The text names this date."
    )


def _relative(count: int, unit: str, base: date | None) -> ResolvedDeadline:
    if base is None:
        return ResolvedDeadline(
            None, Precision.NONE, "The day that this deadline counts from is not known."
        )
    if unit == "months":
        on = add_months(base, count)
    else:
        on = base + timedelta(days=count * (7 if unit == "weeks" else 1))
    named = f"{count} {unit if count != 1 else unit.removesuffix('s')}"
    return ResolvedDeadline(
        on, Precision.DAY, f"Computed: {named} from {base.day} {base:%B %Y}, that day not counted."
    )


def add_months(day: date, months: int) -> date:
    """The same day some months later; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
