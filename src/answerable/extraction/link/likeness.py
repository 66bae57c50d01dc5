"""How alike two wordings are, counted in shared words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from answerable.extraction.find.drafts import Draft
from answerable.extraction.wording import normal


@dataclass(frozen=True)
class Wording:
    """An item's words, counted for comparison."""

    draft: Draft

    @cached_property
    def words(self) -> Counter[str]:
        """Each word with how often it stands in the text and the sub-points."""
        return Counter(normal(whole_text(self.draft)).split())

    @cached_property
    def opening(self) -> str:
        """The first paragraph, for copies that differ in what follows; empty for a lead-in."""
        if not self.draft.pieces or self.draft.is_lead:
            return ""
        return normal(self.draft.pieces[0].text)

    @cached_property
    def size(self) -> int:
        """The number of words."""
        return self.words.total()

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers that the wording names: dates, counts, divisions."""
        return frozenset(word for word in self.words if word.isdecimal())


def likeness(one: Wording, other: Wording) -> float:
    """The share of words that two wordings have in common: 0 none, 1 all."""
    total = one.size + other.size
    return 2 * (one.words & other.words).total() / total if total else 0.0


def containment(one: Wording, other: Wording) -> float:
    """The share of the shorter wording's words that the longer one has too."""
    shorter = min(one.size, other.size)
    return (one.words & other.words).total() / shorter if shorter else 0.0


def whole_text(draft: Draft) -> str:
    """Text and sub-points of an item together."""
    return " ".join([draft.text, *(point.text for point in draft.points)])
