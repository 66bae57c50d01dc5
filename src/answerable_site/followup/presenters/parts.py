"""What the pages of follow-up are made of: sections of entries, each with what may be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from answerable_site.design.dates import date_in_words, moment_in_words


@dataclass(frozen=True, slots=True)
class Act:
    """Something that the viewer may do: a link to a form, or a button that does it at once."""

    text: str
    href: str
    about: str = ""
    """Which thing it is done to, for those who hear the page."""
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A state in a word, and its colour."""

    text: str
    colour: str = "grey"

    @property
    def classes(self) -> str:
        """The component’s class for the colour."""
        return f"govuk-tag--{self.colour}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a section."""

    title: str
    href: str = ""
    tags: tuple[Tag, ...] = ()
    facts: tuple[str, ...] = ()
    words: str = ""
    notes: tuple[str, ...] = ()
    """Further sentences, such as what others found."""
    acts: tuple[Act, ...] = ()
    folded: str = ""
    """What the fold over earlier notes is called; empty where there are none."""
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with its own heading."""

    id: str
    heading: str
    entries: tuple[Entry, ...] = ()
    empty: str = ""
    """What is said where there is no entry."""
    intro: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """Short sentences in a list."""
    acts: tuple[Act, ...] = ()
    folded: str = ""
    """What the fold over earlier entries is called."""
    earlier: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form leads back to."""

    href: str
    text: str


def act(text: str, route: str, *keys: Any, about: str = "", at_once: bool = False) -> Act:
    """An act at a route of follow-up."""
    return Act(text, reverse(f"followup:{route}", args=keys), about, at_once)


def acts(*offered: Act | None) -> tuple[Act, ...]:
    """Those that the viewer may do, the others being None."""
    return tuple(one for one in offered if one is not None)


def said(by: Any, at: datetime) -> str:
    """Who said something when."""
    return f"{by.full_name}, {moment_in_words(at)}"


def newest_first(rows: Iterable[Any]) -> list[Any]:
    """Rows of history, which are kept in the order in which they were said."""
    return list(rows)[::-1]


def dates(first: Any, last: Any) -> str:
    """From one day to another, both inclusive."""
    return f"{date_in_words(first)} to {date_in_words(last)}"
