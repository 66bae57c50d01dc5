"""The board in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.followup.presenters.listing import (
    ListedCommitment,
    listed_commitment,
    state_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerable_site.followup.queries import Column


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column, its first commitments, and where the list has them all."""

    title: str
    count: int
    cards: tuple[ListedCommitment, ...]
    more: int
    state: str


def shown_columns(columns: Iterable[Column], *, on: date) -> list[ShownColumn]:
    """Every column, seen from a day."""
    return [
        ShownColumn(
            title=state_in_words(column.state),
            count=column.count,
            cards=tuple(listed_commitment(line, on=on) for line in column.lines),
            more=column.count - len(column.lines),
            state=column.state,
        )
        for column in columns
    ]
