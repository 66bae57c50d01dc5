"""How else a reference may have been written: from the reference alone, and never many ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import product
from string import ascii_uppercase, digits
from typing import Final

from answerable_site.casework.rules import ReferenceKind, UnusableReference, canonical_reference
from answerable_site.casework.rules.references import LONGEST

MOST_SPELLINGS: Final = 3000
"""No more are looked at of one reference: the surest."""
_MOST_ZEROS: Final = 5
_CENTURY: Final = "20"
_LOOK_ALIKE: Final = ("O0", "Q0", "I1", "L1", "Z2", "S5", "G6", "B8")
_YEAR: Final = re.compile(r"[0-9]{2}$")
_LONG_YEAR: Final = re.compile(rf"{_CENTURY}[0-9]{{2}}$")


class Likeness(StrEnum):
    """In what two references are alike, the surest first."""

    SAME_URN = "same_urn"
    ZEROS = "zeros"
    SWAPPED = "swapped"
    YEAR = "year"
    PREFIX = "prefix"
    ANOTHER = "another"
    ONE_LOST = "one_lost"
    ONE_MORE = "one_more"
    BOTH_BEAR_URN = "both_bear_urn"
    """Of two cases, not of a reference that was written wrongly."""

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS: Final = {
    Likeness.SAME_URN: "It names the URN of this case, with another crime reference.",
    Likeness.ZEROS: "Zeros are lost, or there are too many.",
    Likeness.SWAPPED: "Two characters that stand side by side are swapped.",
    Likeness.YEAR: "The year is the one before or after, or written with more or fewer figures.",
    Likeness.PREFIX: "The characters at the start, such as those of the force, are lost or added.",
    Likeness.ANOTHER: "One character is another one.",
    Likeness.ONE_LOST: "One figure is lost.",
    Likeness.ONE_MORE: "There is one figure too many.",
    Likeness.BOTH_BEAR_URN: "Both cases bear the same URN.",
}


def near_spellings(kind: ReferenceKind, canonical: str) -> dict[str, Likeness]:
    """The references for which one may have been written by a slip, each with the surest likeness.

    It is near to whatever is near to it. Nothing but the reference is asked: no name, no day, no
    other fact of a case.

    Args:
        kind: a URN has near spellings only of the shape of a URN.
        canonical: in the spelling of `casework.rules.canonical_reference`.

    Returns:
        At most `MOST_SPELLINGS`, in the same spelling, never the reference itself.
    """
    found: dict[str, Likeness] = {}
    for likeness, ways in _WAYS.items():
        for spelling in ways(canonical):
            if spelling != canonical and _fits(kind, spelling):
                found.setdefault(spelling, likeness)
            if len(found) == MOST_SPELLINGS:
                return found
    return found


def _fits(kind: ReferenceKind, spelling: str) -> bool:
    if not 0 < len(spelling) <= LONGEST:
        return False
    if kind is not ReferenceKind.URN:
        return True
    try:
        return canonical_reference(kind, spelling) == spelling
    except UnusableReference:
        return False


def _with_zeros(text: str) -> Iterator[str]:
    for many in range(1, _MOST_ZEROS + 1):
        zeros = "0" * many
        for place in range(len(text) + 1):
            yield text[:place] + zeros + text[place:]
            if text.startswith(zeros, place):
                yield text[:place] + text[place + many :]


def _swapped(text: str) -> Iterator[str]:
    for place in range(len(text) - 1):
        yield text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _other_years(text: str) -> Iterator[str]:
    if not _YEAR.search(text):
        return
    before, year = text[:-2], int(text[-2:])
    for other in (year - 1, year + 1):
        yield f"{before}{other % 100:02}"
    yield f"{before}{_CENTURY}{text[-2:]}"
    if _LONG_YEAR.search(text):
        yield text[:-4] + text[-2:]


def _other_starts(text: str) -> Iterator[str]:
    for start in (*map("".join, product(digits, repeat=2)), *ascii_uppercase):
        yield start + text
        yield text.removeprefix(start)


def _with_another(text: str) -> Iterator[str]:
    for place, character in enumerate(text):
        for other in _ALIKE.get(character, ""):
            yield text[:place] + other + text[place + 1 :]


def _with_one_more(text: str) -> Iterator[str]:
    for place in range(len(text) + 1):
        for figure in digits:
            yield text[:place] + figure + text[place:]


def _with_one_less(text: str) -> Iterator[str]:
    for place, character in enumerate(text):
        if character in digits:
            yield text[:place] + text[place + 1 :]


def _alike() -> dict[str, str]:
    """For which characters each may stand: others of its sort, and those that look like it."""
    alike = {one: sort.replace(one, "") for sort in (digits, ascii_uppercase) for one in sort}
    for letter, figure in _LOOK_ALIKE:
        alike[letter] += figure
        alike[figure] += letter
    return alike


_ALIKE: Final = _alike()
_WAYS: Final[dict[Likeness, Callable[[str], Iterator[str]]]] = {
    Likeness.ZEROS: _with_zeros,
    Likeness.SWAPPED: _swapped,
    Likeness.YEAR: _other_years,
    Likeness.PREFIX: _other_starts,
    Likeness.ANOTHER: _with_another,
    Likeness.ONE_LOST: _with_one_more,
    Likeness.ONE_MORE: _with_one_less,
}
