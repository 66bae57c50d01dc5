"""What would come of a file, in words, before anything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable_site.intake.presenters.rows import ShownReason

if TYPE_CHECKING:
    from answerable.mappings import Outcome

MOST_MESSAGES: Final = 50


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """What the check of a file found."""

    counts: tuple[tuple[str, int], ...]
    messages: tuple[tuple[int, ShownReason], ...]
    """The first, each with its row."""
    more: int
    """Rows that are set aside."""
    may_be_loaded: bool


def shown_check(outcome: Outcome) -> ShownCheck:
    """The counts and the first messages."""
    rows = outcome.receipt.rows
    return ShownCheck(
        counts=(
            ("Rows read", rows.read),
            ("Rows that would go on", rows.accepted),
            ("Rows that would be set aside", rows.set_aside),
            ("Blank rows", rows.blank),
            ("Cases", outcome.receipt.cases or 0),
        ),
        messages=tuple(
            (one.row, ShownReason(one.column, one.sentence, one.what_to_do))
            for one in outcome.doubts(MOST_MESSAGES)
        ),
        more=rows.set_aside,
        may_be_loaded=rows.read > rows.blank,
    )
