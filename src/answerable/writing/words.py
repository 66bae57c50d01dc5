"""The few words that renderers add themselves, in English and in Welsh."""

from __future__ import annotations

from datetime import date

_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "cy": (
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
        "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
    ),
}  # fmt: skip
_PAGE_OF = {"en": "Page {page} of {total}", "cy": "Tudalen {page} o {total}"}


def date_in_words(day: date, language: str) -> str:
    """The date as a reader says it, "9 September 2021" or "9 Medi 2021"."""
    return f"{day.day} {_MONTHS[_base(language)][day.month - 1]} {day.year}"


def page_of(language: str) -> str:
    """The page number's wording with `{page}` and `{total}` to fill, "Page {page} of {total}"."""
    return _PAGE_OF[_base(language)]


def _base(language: str) -> str:
    return language.split("-", maxsplit=1)[0]
