"""Items of plans, each with everything that became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.plan import (
    ItemAnswered,
    ItemEscalated,
    ItemHandedOver,
    ItemMoved,
    ItemReviewed,
    ItemSet,
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a plan as it stands."""

    number: int
    """The number of the event that set it."""
    event: ItemSet
    original_on: date | None
    """The first target day that it had: late or in time is counted from it for ever. A correction
    may bring it forward and never puts it back. None where it never had one."""
    dated_on: date | None
    """The day on which it was given its first target day."""
    moves: tuple[ItemMoved, ...]
    """Every later target day with its reason, earliest first; not the first of an item that was
    set without one."""
    side: Side
    """Who is to do it now."""
    owner: int | None
    """The user who is to do it now; None while nobody is named."""
    answers: tuple[ItemAnswered, ...]
    reviews: tuple[ItemReviewed, ...]
    escalations: tuple[ItemEscalated, ...]

    @property
    def target_on(self) -> date | None:
        """The present target day, moved or not."""
        return self.moves[-1].target_on if self.moves else self.original_on

    @property
    def ended_on(self) -> date | None:
        """The day from which nothing more is asked; None while something is."""
        return next((one.on for one in self.answers if one.answer.ends_the_item), None)

    @property
    def name(self) -> str:
        """Which item it is, within a sentence."""
        return f"item {self.number} of {self.event.plan.whose}"

    @property
    def title(self) -> str:
        """Which item it is, at the start of a sentence."""
        return f"I{self.name[1:]}"


def items(file: CaseFile) -> tuple[Item, ...]:
    """Every item of both plans, in the order in which they were set."""
    return tuple(_item(file, number, event) for number, event in file.of(ItemSet))


def first_target(file: CaseFile, number: int) -> date | None:
    """The earliest target day of an item as it was set, over all its corrections; None where it was
    set without one.

    Args:
        number: of the event that stands.
    """
    targets = (
        one.event.target_on
        for one in file.recorded
        if isinstance(one.event, ItemSet) and _names(file, one.number, number)
    )
    return min((target for target in targets if target is not None), default=None)


def _item(file: CaseFile, number: int, event: ItemSet) -> Item:
    moves = tuple(one for _, one in file.of(ItemMoved) if _names(file, one.item, number))
    original, dated_on = first_target(file, number), event.on
    if original is None and moves:
        first, *later = moves
        original, dated_on, moves = first.target_on, first.on, tuple(later)
    handed = [one for _, one in file.of(ItemHandedOver) if _names(file, one.item, number)]
    return Item(
        number=number,
        event=event,
        original_on=original,
        dated_on=dated_on if original is not None else None,
        moves=moves,
        side=handed[-1].side if handed else event.side,
        owner=handed[-1].owner if handed else event.owner,
        answers=tuple(one for _, one in file.of(ItemAnswered) if _names(file, one.item, number)),
        reviews=tuple(one for _, one in file.of(ItemReviewed) if _names(file, one.item, number)),
        escalations=tuple(
            one for _, one in file.of(ItemEscalated) if _names(file, one.item, number)
        ),
    )


def _names(file: CaseFile, named: int, number: int) -> bool:
    return file.standing_number(named) == number
