"""Dates as British documents print them: "16 July 2021", "July 2021", "16/07/2021".

Welsh months are read too, for covers that are printed in Welsh alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

MONTH_PATTERN: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_WELSH_MONTHS: Final = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin",
    "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
WEEKDAY_PATTERN: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"

_AFTER_YEAR: Final = r"(?=\d{0,2}(?:\b|[¹²³⁰⁴-⁹]))"
"""The end of the year, which a footnote's number may touch: "16 July 202112"."""
_FOOTNOTE: Final = re.compile(r"(?<=\d{4})(?:\d{1,2}|[¹²³⁰⁴-⁹*†‡]{1,3}|\s?\[\d{1,3}\])$")
_DATE: Final = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})\b"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?:\s+of)?\s+(?P<month>{MONTH_PATTERN}|{'|'.join(_WELSH_MONTHS)}),?\s+"
    rf"(?P<year>\d{{4}}){_AFTER_YEAR}"
    rf"|\b(?P<am>{MONTH_PATTERN})\s+(?P<aday>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<ayear>\d{{4}}){_AFTER_YEAR}"
    rf"|\b(?P<nday>\d{{1,2}})(?P<sign>[/.])(?P<nmonth>\d{{1,2}})(?P=sign)(?P<nyear>\d{{4}}"
    rf"|\d{{2}})\b"
    rf"|\b(?P<momonth>{MONTH_PATTERN}),?\s+(?P<moyear>\d{{4}})\b",
    re.IGNORECASE,
)
_CENTURY: Final = 100


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: its value, the words, and where they stand in that text."""

    value: str
    """ISO date, or ISO month where no day is printed."""
    worded: str
    start: int
    end: int

    @property
    def has_day(self) -> bool:
        """Whether a day is printed, not only a month."""
        return self.value.count("-") > 1


def dates_in(text: str) -> Iterator[PrintedDate]:
    """The dates printed in a text, in order; numeric ones are read day first."""
    for found in _DATE.finditer(text):
        value = _value(found)
        if value is not None:
            yield PrintedDate(value, found[0], found.start(), found.end())


def sole_date(text: str) -> PrintedDate | None:
    """The date that is the whole text but for weekday, footnote and closing marks, or None."""
    bare = re.sub(rf"^{WEEKDAY_PATTERN}", "", text.strip(" .,:;()"), flags=re.IGNORECASE)
    bare = _FOOTNOTE.sub("", bare)
    for found in dates_in(bare):
        return found if found.end - found.start == len(bare.strip()) else None
    return None


def _value(found: re.Match[str]) -> str | None:
    if found["iso"]:
        return _checked(*(int(part) for part in found["iso"].split("-")))
    if found["day"]:
        return _checked(int(found["year"]), _month(found["month"]), int(found["day"]))
    if found["aday"]:
        return _checked(int(found["ayear"]), _month(found["am"]), int(found["aday"]))
    if found["nday"]:
        year = int(found["nyear"])
        year += 2000 if year < _CENTURY else 0
        return _checked(year, int(found["nmonth"]), int(found["nday"]))
    return f"{int(found['moyear']):04}-{_month(found['momonth']):02}"


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    name = name.lower()
    if name in _WELSH_MONTHS:
        return _WELSH_MONTHS.index(name) + 1
    start = name[:3]
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))
