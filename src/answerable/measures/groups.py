"""By what the rows of a measure may be put into groups, and how a group is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from answerable.measures.answer import Cell
from answerable.measures.definition import Definition

ORGANISATIONS = ("force", "cps_area")
_MONTHS_A_YEAR: Final = 12
_MONTHS_A_QUARTER: Final = 3


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of time that a day falls into."""

    name: str
    parts: tuple[tuple[str, int], ...]
    """The columns of the calendar that make its number, each with what it is multiplied by."""
    label: Callable[[int], str]


def _financial(year: int) -> str:
    """Such as "2025/26"."""
    return f"{year}/{(year + 1) % 100:02}"


TIMES = {
    one.name: one
    for one in (
        Time("month", (("year", 100), ("month", 1)), lambda at: f"{at // 100}-{at % 100:02}"),
        Time(
            "quarter",
            (("financial_year", 10), ("quarter", 1)),
            lambda at: f"{_financial(at // 10)} Q{at % 10}",
        ),
        Time("financial_year", (("financial_year", 1),), _financial),
    )
}


def last_day(name: str, every: str) -> date:
    """The last day of a time, by what it is called."""
    year = int(name[:4])
    if every == "month":
        months = year * _MONTHS_A_YEAR + int(name[5:])
    elif every == "quarter":
        months = year * _MONTHS_A_YEAR + 3 + _MONTHS_A_QUARTER * int(name[-1])
    else:
        months = (year + 1) * _MONTHS_A_YEAR + _MONTHS_A_QUARTER
    return date(months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1, 1) - timedelta(days=1)


class NoSuchBreakdown(ValueError):
    """A measure cannot be broken down so."""


def possible(definition: Definition) -> tuple[str, ...]:
    """By what a measure may be broken down."""
    return (*TIMES, *ORGANISATIONS, *definition.breakdowns)


def checked(definition: Definition, by: tuple[str, ...]) -> tuple[str, ...]:
    """The breakdown that was asked for.

    Raises:
        NoSuchBreakdown: the measure has none of that name, or it was named twice.
    """
    for one in by:
        if one not in possible(definition):
            raise NoSuchBreakdown(
                f"The measure {definition.name!r} cannot be broken down by {one!r}. Choose among: "
                f"{', '.join(possible(definition))}."
            )
    if len(set(by)) < len(by):
        raise NoSuchBreakdown("A breakdown was named twice. Name each once.")
    return by


_IN_WORDS = {
    "cps_area": "CPS Area",
    "days_since_review": "days since the last review",
    "direction": "who wrote to whom",
    "enhanced_rights": "Enhanced Rights",
    "form": "form of communication",
    "grouping": "kind of organisation",
    "has_target": "whether a target day was set",
    "in_custody": "whether a suspect was in custody",
    "is_enrolled": "whether it was in the pilot",
    "made": "decision",
    "maker": "who decided",
    "method": "how they were told",
    "raised_by": "who raised it",
    "scheme": "review scheme",
    "statement": "the victim’s statement",
    "subject": "what it is about",
    "track": "time for the decision",
}


def in_words(name: str) -> str:
    """What a breakdown is called after the word “by”, such as "financial year"."""
    return _IN_WORDS.get(name, name.replace("_", " "))


def all_in_words(names: Iterable[str]) -> str:
    """What breakdowns together are called after the word “by”, such as "month and decision"."""
    return " and ".join(map(in_words, names))


def heading(name: str) -> str:
    """What a breakdown is called above its groups, such as "Financial year"."""
    words = in_words(name)
    return words[:1].upper() + words[1:]


def label(name: str, value: Cell) -> Cell:
    """What a group is called: a month as "2026-03", everything else as it is."""
    return TIMES[name].label(value) if name in TIMES and isinstance(value, int) else value
