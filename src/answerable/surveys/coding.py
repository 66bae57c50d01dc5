"""How far two people who coded the same passages, neither knowing of the other, agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from answerable.surveys.themes import CodeBook

Codes = frozenset[str]
"""The keys of the themes that somebody gave a passage; none: it says nothing that is coded."""


class UnknownTheme(ValueError):
    """A theme that the book does not have."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of how many passages two people said the same."""

    passages: int
    alike: int

    @property
    def share(self) -> Fraction | None:
        """None of no passages."""
        return Fraction(self.alike, self.passages) if self.passages else None


@dataclass(frozen=True, slots=True)
class Agreements:
    """Raw agreement: of whole passages, and of each theme."""

    whole: Agreement
    """Passages to which both gave exactly the same themes."""
    by_theme: Mapping[str, Agreement]
    """Passages to which both gave the theme, or neither did."""


def checked_codes(codes: Iterable[str], book: CodeBook) -> Codes:
    """The themes that were given.

    Raises:
        UnknownTheme: the book does not have one of them.
    """
    given = frozenset(codes)
    if unknown := given - {one.key for one in book.themes}:
        raise UnknownTheme(f"The book of codes has no {', '.join(sorted(unknown))}.")
    return given


def agreement_of(pairs: Sequence[tuple[Codes, Codes]], book: CodeBook) -> Agreements:
    """Raw agreement over passages that both have coded.

    Nothing is taken off for chance: a theme that hardly occurs is agreed on nearly always.

    Args:
        pairs: what the first and what the second gave, for each passage.
    """
    return Agreements(
        whole=Agreement(len(pairs), sum(one == other for one, other in pairs)),
        by_theme={
            theme.key: Agreement(
                len(pairs), sum((theme.key in one) == (theme.key in other) for one, other in pairs)
            )
            for theme in book.themes
        },
    )
