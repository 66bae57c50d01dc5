"""What stands in a cell: a day, an address, a word of a choice. What is unclear is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar
from urllib.parse import urlsplit

from answerable.documents.tables import Value
from answerable.statute import BASES, SECTION_55
from answerable_site.register.rules import InspectionKind, storable
from answerable_site.responses.rules.past import Explained

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
_MONTH_FIRST: Final = re.compile(r"[a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}", re.IGNORECASE)
_HOW: Final = "Write it as 9/9/2021, 9 September 2021 or 2021-09-09."


class CellUnreadable(ValueError):
    """A cell does not say clearly what its column asks for."""


def text_in(value: Value) -> str:
    """The words of a cell on one line, a number or a date as one would type it."""
    words: str = storable(str(value))
    return " ".join(words.split())


def note_in(value: Value) -> str:
    """The words of a cell with their line breaks."""
    words: str = storable(str(value))
    return "\n".join(" ".join(line.split()) for line in words.splitlines()).strip()


def day_in(value: Value, *, today: date) -> date:
    """The day that a cell names: a real date, or one written day first as in Britain.

    The month never comes first, and nothing is guessed: a year of two figures, a month without a
    day and a day that is none are refused.

    Raises:
        CellUnreadable: it names no day, or one that cannot be meant.
    """
    found = value if isinstance(value, date) else _written_day(value)
    if found > today:
        raise CellUnreadable(f"{_words(found)} is in the future.")
    if found < EARLIEST:
        raise CellUnreadable(f"{_words(found)} is too long ago to be meant.")
    return found


def _written_day(value: Value) -> date:
    text = text_in(value)
    if isinstance(value, int | float):
        raise CellUnreadable(
            f"{text} is a number, not a date. Give the column a date format in the spreadsheet."
        )
    if found := _ISO.fullmatch(text):
        return _day(text, found[1], int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(text):
        return _day(text, found[4], int(found[3]), int(found[1]))
    if found := _WORDS.fullmatch(text):
        day = _day(text, found["year"], _month(text, found["month"]), int(found["day"]))
        _check_weekday(text, found["weekday"], day)
        return day
    if _MONTH_FIRST.fullmatch(text):
        raise CellUnreadable(f"“{_short(text)}” begins with the month. {_HOW}")
    raise CellUnreadable(f"“{_short(text)}” is no day. {_HOW}")


def _day(text: str, year: str, month: int, day: int) -> date:
    if len(year) != len("2021"):
        raise CellUnreadable(f"Write the year of “{_short(text)}” with four figures.")
    try:
        return date(int(year), month, day)
    except ValueError:
        raise CellUnreadable(
            f"“{_short(text)}” is no day when the day comes first and the month second. {_HOW}"
        ) from None


def _month(text: str, name: str) -> int:
    word = name.casefold()
    for number, month in enumerate(_MONTHS, start=1):
        if word == month or word in {month[:3], "sept" if month == "september" else month}:
            return number
    raise CellUnreadable(f"“{_short(text)}” names no month. {_HOW}")


def _check_weekday(text: str, weekday: str | None, day: date) -> None:
    right = _WEEKDAYS[day.weekday()]
    if weekday and weekday.casefold() != right:
        raise CellUnreadable(
            f"“{_short(text)}”: {_words(day)} was a {right.capitalize()}. Check which is right."
        )


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
    return f"“{_short(text)}” is no web address. It begins with https:// or http://."


def explained_in(value: Value) -> Explained:
    """Whether every recommendation is explained: yes, some or no.

    Raises:
        CellUnreadable: it says something else.
    """
    return _chosen(value, _EXPLAINED, "Write yes, some, no or not known.")


def kind_in(value: Value) -> InspectionKind:
    """The kind of inspection that a cell names.

    Raises:
        CellUnreadable: it names none.
    """
    known = ", ".join(kind.value for kind in InspectionKind)
    return _chosen(value, _KINDS, f"Write one of: {known}.")


def basis_in(value: Value) -> str:
    """The code of the legal basis that a cell names.

    Raises:
        CellUnreadable: it names none.
    """
    known = ", ".join(_BASIS_WORDS)
    return _chosen(value, _BASES, f"Write one of: {known}.")


def _chosen(value: Value, words: Mapping[str, Chosen], how: str) -> Chosen:
    text = text_in(value)
    key = " ".join(re.findall(r"\w+", text.casefold()))
    try:
        return words[key]
    except KeyError:
        raise CellUnreadable(f"“{_short(text)}” is not understood. {how}") from None


_EXPLAINED: Final = {
    **dict.fromkeys(("yes", "y", "all", "true", "every", "all of them"), Explained.ALL),
    **dict.fromkeys(("some", "partly", "in part", "partial", "some of them"), Explained.SOME),
    **dict.fromkeys(("no", "n", "none", "false"), Explained.NONE),
    **dict.fromkeys(("not known", "unknown", "don t know", "n k"), Explained.NOT_KNOWN),
}
_KINDS: Final = {
    **{" ".join(re.findall(r"\w+", kind.value)): kind for kind in InspectionKind},
    **{" ".join(re.findall(r"\w+", kind.label.casefold())): kind for kind in InspectionKind},
    **dict.fromkeys(("thematic", "national thematic", "all forces"), InspectionKind.NATIONAL),
    **dict.fromkeys(("single force", "force report", "peel", "local"), InspectionKind.FORCE),
    **dict.fromkeys(("joint inspection", "joint thematic"), InspectionKind.JOINT),
    **dict.fromkeys(("revisit", "reinspection", "follow up"), InspectionKind.REINSPECTION),
}
_BASIS_WORDS: Final = {
    "section 55": SECTION_55.code,
    "super-complaint": "police_super_complaint",
    "fire": "fire_cause_of_concern",
    "IOPC": "iopc_learning_recommendation",
    "prevention of future deaths": "prevention_of_future_deaths",
    "none": "none",
}
_BASES: Final = {
    **{" ".join(re.findall(r"\w+", basis.code.casefold())): basis.code for basis in BASES.values()},
    **{" ".join(re.findall(r"\w+", basis.name.casefold())): basis.code for basis in BASES.values()},
    **{" ".join(re.findall(r"\w+", word.casefold())): code for word, code in _BASIS_WORDS.items()},
    **dict.fromkeys(("s 55", "s55", "section 55 police act 1996"), SECTION_55.code),
    **dict.fromkeys(("no", "no duty", "no statutory duty", "no clock"), "none"),
}


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
