"""Times of figures by name: what each lies in, and which are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

_MONTHS = 12
_FIRST = 4
"""The month with which a financial year begins."""


def quarter_of(month: str) -> str:
    """The quarter of a financial year that a month lies in.

    >>> quarter_of("2026-03"), quarter_of("2026-04")
    ('2025/26 Q4', '2026/27 Q1')
    """
    year, number = int(month[:4]), int(month[5:])
    begins = year if number >= _FIRST else year - 1
    return f"{begins}/{(begins + 1) % 100:02} Q{(number - _FIRST) % _MONTHS // 3 + 1}"


def year_of(quarter: str) -> str:
    """The financial year that a quarter lies in."""
    return quarter.partition(" ")[0]


def listed(by: str, found: Iterable[str], as_of: date) -> list[str]:
    """The times that a figure lists: from the first of the financial year in which something
    was found to the as-of day, and beyond where something was. That one is listed does not say that
    there was anybody in it.

    Args:
        by: "month", "quarter" or "financial_year".
        found: times of this kind in which somebody was asked.

    >>> listed("quarter", ["2025/26 Q2"], date(2026, 1, 31))
    ['2025/26 Q1', '2025/26 Q2', '2025/26 Q3', '2025/26 Q4']
    """
    there = sorted(found)
    if not there:
        return []
    last = max(there[-1], _named(by, f"{as_of:%Y-%m}"))
    begins = int((quarter_of(there[0]) if by == "month" else there[0])[:4])
    times = dict.fromkeys(_named(by, month) for month in _months(begins, int(last[:4]) + 1))
    return [time for time in times if time <= last]


def _named(by: str, month: str) -> str:
    if by == "month":
        return month
    return quarter_of(month) if by == "quarter" else year_of(quarter_of(month))


def _months(first: int, last: int) -> Iterator[str]:
    """Every month of the financial years that begin in the years from the first to the last."""
    for place in range(first * _MONTHS + _FIRST - 1, (last + 1) * _MONTHS + _FIRST - 1):
        yield f"{place // _MONTHS}-{place % _MONTHS + 1:02}"
