"""What stands in a cell of a list of past responses, beside what any list holds."""

from __future__ import annotations

from datetime import date
from typing import Final

from answerable.documents.tables import Value
from answerable.statute import BASES, SECTION_55
from answerable_site.register.rules.lists import (
    CellUnreadable,
    day_in_words,
    day_read,
    word_in,
    word_key,
)
from answerable_site.responses.rules.past import Explained


def day_in(value: Value, *, today: date) -> date:
    """The day that a cell names: a real date, or one written day first as in Britain.

    The month never comes first, and nothing is guessed: a year of two figures, a month without a
    day and a day that is none are refused.

    Raises:
        CellUnreadable: it names no day, or one that cannot be meant.
    """
    found = day_read(value)
    if found > today:
        raise CellUnreadable(f"{day_in_words(found)} is in the future.")
    return found


def explained_in(value: Value) -> Explained:
    """Whether every recommendation is explained: yes, some or no.

    Raises:
        CellUnreadable: it says something else.
    """
    return word_in(value, _EXPLAINED, "Write yes, some, no or not known.")


def basis_in(value: Value) -> str:
    """The code of the legal basis that a cell names.

    Raises:
        CellUnreadable: it names none.
    """
    known = ", ".join(_BASIS_WORDS)
    return word_in(value, _BASES, f"Write one of: {known}.")


_EXPLAINED: Final = {
    **dict.fromkeys(("yes", "y", "all", "true", "every", "all of them"), Explained.ALL),
    **dict.fromkeys(("some", "partly", "in part", "partial", "some of them"), Explained.SOME),
    **dict.fromkeys(("no", "n", "none", "false"), Explained.NONE),
    **dict.fromkeys(("not known", "unknown", "don t know", "n k"), Explained.NOT_KNOWN),
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
    **{word_key(basis.code): basis.code for basis in BASES.values()},
    **{word_key(basis.name): basis.code for basis in BASES.values()},
    **{word_key(word): code for word, code in _BASIS_WORDS.items()},
    **dict.fromkeys(("s 55", "s55", "section 55 police act 1996"), SECTION_55.code),
    **dict.fromkeys(("no", "no duty", "no statutory duty", "no clock"), "none"),
}
