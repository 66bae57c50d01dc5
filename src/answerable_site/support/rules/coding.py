"""Who codes, when a coder sees what the other gave, and what may be quoted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FIRST, SECOND = 1, 2
LONGEST_QUOTE: Final = 300
"""Characters: a quote is a sentence, and no story."""


class CodingRefused(ValueError):
    """This cannot be coded, settled or quoted so, or not now."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the coding of a survey has come."""

    passages: int
    first: int
    """How many the first coder has coded."""
    second: int
    settled: int
    """How many both gave the same, or settled on."""

    @property
    def both_done(self) -> bool:
        """Whether each has coded all: from then on they see what the other gave."""
        return self.first == self.second == self.passages

    @property
    def is_settled(self) -> bool:
        return self.both_done and self.settled == self.passages


def check_two_coders(first_id: int, second_id: int) -> None:
    """Raises CodingRefused unless they are two people."""
    if first_id == second_id:
        raise CodingRefused("Two people code. Choose somebody else as the second")


def checked_quote(words: str, passage: str) -> str:
    """The words as they may be quoted: some of a passage, as they stand there.

    Gaps are written as "…"; each part between gaps stands in the passage, in this order.

    Raises:
        CodingRefused: they are empty, too long, or not in the passage.
    """
    quoted = " ".join(words.split())
    if not quoted.strip("… "):
        raise CodingRefused("Enter the words to quote")
    if len(quoted) > LONGEST_QUOTE:
        raise CodingRefused(f"Quote no more than {LONGEST_QUOTE} characters")
    left = " ".join(passage.split())
    for part in filter(None, (one.strip() for one in quoted.split("…"))):
        _before, found, left = left.partition(part)
        if not found:
            raise CodingRefused("Quote words as they stand. Write … where some are left out")
    return quoted
