"""The few words that renderers add themselves, in English and in Welsh."""

from __future__ import annotations

from datetime import date

from answerable.writing.blocks import WrittenDocument

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


def origin(document: WrittenDocument) -> str:
    """Whose document it is and the date that it bears, "Office for X, 9 September 2021"."""
    if document.date is None:
        return document.author_body
    return f"{document.author_body}, {date_in_words(document.date, document.language)}"


def day_of_making(document: WrittenDocument) -> date:
    """The day that a file states as that of its making: the document's own, never the clock's."""
    return document.date or date(1970, 1, 1)


def language_and_country(tag: str) -> tuple[str, str | None]:
    """A language tag in parts, as word processors want it: Welsh and English are those of Britain.

    Returns:
        "cy" and "GB" for "cy" as for "cy-GB"; "pl" and None for "pl".
    """
    language, _, country = tag.partition("-")
    return language, country or ("GB" if language in _PAGE_OF else None)


def _base(language: str) -> str:
    return language.split("-", maxsplit=1)[0]
