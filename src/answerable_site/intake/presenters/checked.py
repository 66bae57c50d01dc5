"""What would come of a file, in words, before anything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.intake.presenters.differing import DifferingCounts, differing_counts
from answerable_site.intake.presenters.rows import ShownReason

if TYPE_CHECKING:
    from answerable_site.intake.rules import Tried


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """What the check of a file found."""

    counts: tuple[tuple[str, int], ...]
    messages: tuple[tuple[int, ShownReason], ...]
    """The first, each with its row."""
    more: int
    """Rows that are set aside."""
    difference: DifferingCounts | None
    """What it tells otherwise; None where it corrects no load."""
    may_be_loaded: bool


def shown_check(tried: Tried) -> ShownCheck:
    """The counts and the first messages."""
    return ShownCheck(
        counts=(
            ("Rows read", tried.read),
            ("Rows that would go on", tried.accepted),
            ("Rows that would be set aside", tried.set_aside),
            ("Blank rows", tried.blank),
            ("Cases", tried.cases),
        ),
        messages=tuple(
            (one.row, ShownReason(one.column, one.sentence, one.what_to_do))
            for one in tried.messages
        ),
        more=tried.set_aside,
        difference=None if tried.difference is None else differing_counts(tried.difference),
        may_be_loaded=tried.may_be_loaded,
    )
