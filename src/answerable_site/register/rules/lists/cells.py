"""What stands in a cell: a day, an address, a word of a choice. What is unclear is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, TypeVar
from urllib.parse import urlsplit

from answerable.documents.tables import Value
from answerable_site.register.rules.readings import storable
from answerable_site.register.rules.words import InspectionKind

Chosen = TypeVar("Chosen")

EARLIEST: Final = date(1950, 1, 1)
"""A day before it is a slip: spreadsheets show empty dates as days of 1899 or 1904."""
LONGEST_ADDRESS: Final = 500

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_NUMBERS: Final = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d+)(?: 00:00(?::00)?)?")
_WORDS: Final = re.compile(
    r"(?:(?P<weekday>[a-z]+day),?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+"
    r"(?P<month>[a-z]+)\.?,?[\s-]+(?P<year>\d+)",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    r"(?P<month>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.IGNORECASE
)
_CENTURY: Final = 2000


class CellUnreadable(ValueError):
    """A cell does not say clearly what its column asks for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the days of a list are written, as whoever sends it says."""

    month_first: bool = False
    """9/11/2026 is 11 September; a real date is itself either way."""
    short_years: bool = False
    """A year may have two figures, and is then one of this century."""

    @property
    def advice(self) -> str:
        """How to write a day that is read for certain."""
        if self.month_first:
            return "Write it as 9/30/2021, September 30, 2021 or 2021-09-30."
        return "Write it as 9/9/2021, 9 September 2021 or 2021-09-09."


DAY_FIRST: Final = Reading()


def text_in(value: Value) -> str:
    """The words of a cell on one line, a number or a date as one would type it."""
    words: str = storable(str(value))
    return " ".join(words.split())


def note_in(value: Value) -> str:
    """The words of a cell with their line breaks."""
    words: str = storable(str(value))
    return "\n".join(" ".join(line.split()) for line in words.splitlines()).strip()


def no_longer(text: str, longest: int) -> str:
    """The text, where it has no more characters than are kept.

    Raises:
        CellUnreadable: it is longer; nothing is clipped.
    """
    if len(text) > longest:
        raise CellUnreadable(f"The text has {len(text)} characters; {longest} are the most.")
    return text


def day_read(value: Value, reading: Reading = DAY_FIRST) -> date:
    """The day that a cell names: a real date, or one written as `reading` says.

    Nothing is guessed: a month without a day and a day that is none are refused.

    Raises:
        CellUnreadable: it names no day, or one that cannot be meant.
    """
    found = value if isinstance(value, date) else _written_day(value, reading)
    if found < EARLIEST:
        raise CellUnreadable(f"{day_in_words(found)} is too long ago to be meant.")
    return found


def _written_day(value: Value, reading: Reading) -> date:
    text = text_in(value)
    if isinstance(value, int | float):
        raise CellUnreadable(
            f"{text} is a number, not a date. Give the column a date format in the spreadsheet."
        )
    if found := _ISO.fullmatch(text):
        return _day(text, found[1], int(found[2]), int(found[3]), reading)
    if found := _NUMBERS.fullmatch(text):
        one, other = int(found[1]), int(found[3])
        month, day = (one, other) if reading.month_first else (other, one)
        return _day(text, found[4], month, day, reading)
    if found := _WORDS.fullmatch(text):
        return _worded_day(text, found, reading, found["weekday"])
    if found := _MONTH_FIRST.fullmatch(text):
        if not reading.month_first:
            raise CellUnreadable(f"“{short(text)}” begins with the month. {reading.advice}")
        return _worded_day(text, found, reading, None)
    raise CellUnreadable(f"“{short(text)}” is no day. {reading.advice}")


def _worded_day(text: str, found: re.Match[str], reading: Reading, weekday: str | None) -> date:
    month = _month(text, found["month"], reading)
    day = _day(text, found["year"], month, int(found["day"]), reading)
    right = _WEEKDAYS[day.weekday()]
    if weekday and weekday.casefold() != right:
        raise CellUnreadable(
            f"“{short(text)}”: {day_in_words(day)} was a {right.capitalize()}. "
            "Check which is right."
        )
    return day


def _day(text: str, year: str, month: int, day: int, reading: Reading) -> date:
    figures = int(year)
    if reading.short_years and len(year) == len("21"):
        figures += _CENTURY
    elif len(year) != len("2021"):
        raise CellUnreadable(f"Write the year of “{short(text)}” with four figures.")
    try:
        return date(figures, month, day)
    except ValueError:
        order = "month comes first and the day" if reading.month_first else _DAY_THEN_MONTH
        raise CellUnreadable(
            f"“{short(text)}” is no day when the {order} second. {reading.advice}"
        ) from None


_DAY_THEN_MONTH: Final = "day comes first and the month"


def _month(text: str, name: str, reading: Reading) -> int:
    word = name.casefold()
    for number, month in enumerate(_MONTHS, start=1):
        if word == month or word in {month[:3], "sept" if month == "september" else month}:
            return number
    raise CellUnreadable(f"“{short(text)}” names no month. {reading.advice}")


def address_in(value: Value) -> str:
    """The web address that a cell holds.

    Raises:
        CellUnreadable: it is none, or longer than `LONGEST_ADDRESS`.
    """
    text = text_in(value)
    address = f"https://{text}" if text.casefold().startswith("www.") else text
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        raise CellUnreadable(_no_address(text)) from None
    if parts.scheme not in {"http", "https"} or "." not in host or " " in address:
        raise CellUnreadable(_no_address(text))
    if len(address) > LONGEST_ADDRESS:
        raise CellUnreadable(f"The address is longer than {LONGEST_ADDRESS} characters.")
    return address


def _no_address(text: str) -> str:
    return f"“{short(text)}” is no web address. It begins with https:// or http://."


@lru_cache(maxsize=2048)  # lists say the same over and over
def word_key(text: str) -> str:
    """A word of a choice as it is looked up: signs and capitals do not count."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def word_in(value: Value, words: Mapping[str, Chosen], how: str) -> Chosen:
    """What the word of a cell stands for.

    Args:
        words: what stands for what, by `word_key`.
        how: what to write instead, as a sentence.

    Raises:
        CellUnreadable: it is none of the words.
    """
    text = text_in(value)
    try:
        return words[word_key(text)]
    except KeyError:
        raise CellUnreadable(f"“{short(text)}” is not understood. {how}") from None


def kind_in(value: Value) -> InspectionKind:
    """The kind of inspection that a cell names.

    Raises:
        CellUnreadable: it names none.
    """
    known = ", ".join(kind.value for kind in InspectionKind)
    return word_in(value, _KINDS, f"Write one of: {known}.")


_KINDS: Final = {
    **{word_key(kind.value): kind for kind in InspectionKind},
    **{word_key(kind.label): kind for kind in InspectionKind},
    **dict.fromkeys(("thematic", "national thematic", "all forces"), InspectionKind.NATIONAL),
    **dict.fromkeys(("single force", "force report", "peel", "local"), InspectionKind.FORCE),
    **dict.fromkeys(("joint inspection", "joint thematic"), InspectionKind.JOINT),
    **dict.fromkeys(("revisit", "reinspection", "follow up"), InspectionKind.REINSPECTION),
}


def proposed_kind(title: str) -> InspectionKind:
    """The kind of inspection that a title suggests."""
    words = title.casefold()
    return next((kind for sign, kind in _SIGNS if re.search(sign, words)), InspectionKind.NATIONAL)


_SIGNS: Final = (
    (r"\bletter\b", InspectionKind.LETTER),
    (r"\bre-?(?:inspection|visit)\b", InspectionKind.REINSPECTION),
    (r"\bjoint\b", InspectionKind.JOINT),
    (r"\bpeel\b|\bconstabulary\b|\bpolice service\b|\bforce\b", InspectionKind.FORCE),
)


def short(text: str) -> str:
    """A text as a sentence quotes it."""
    return text if len(text) <= 60 else f"{text[:57]}…"


def day_in_words(day: date) -> str:
    """Such as "9 September 2021"."""
    return f"{day.day} {day:%B} {day.year}"
