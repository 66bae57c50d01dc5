"""What many commitments come to: the least far decides, and the counts stay in view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from answerable_site.followup.rules.states import OwnView

State = TypeVar("State", bound=StrEnum)

OWN_VIEWS_IN_ORDER = (
    OwnView.NOT_STARTED,
    OwnView.OFF_TRACK,
    OwnView.AT_RISK,
    OwnView.ON_TRACK,
    OwnView.COMPLETE,
)
"""From the least far to the furthest."""


@dataclass(frozen=True, slots=True)
class RolledUp(Generic[State]):
    """One state for many, and how many have which."""

    state: State | None
    """The least far of all; None if none says anything."""
    counts: tuple[tuple[State | None, int], ...]
    """In the order of the states; None for those that say nothing yet."""

    @property
    def is_unanimous(self) -> bool:
        return len(self.counts) == 1


def rolled_up(states: Sequence[State | None], order: Sequence[State]) -> RolledUp[State]:
    """The least far of several states.

    One that says nothing holds back all the others: nothing is complete while a part is silent.

    Args:
        states: of each part.
        order: every state, from the least far to the furthest.
    """
    counted = Counter(states)
    ranks: list[State | None] = [None, *order]
    counts = tuple((one, counted[one]) for one in ranks if counted[one])
    return RolledUp(state=counts[0][0] if counts else None, counts=counts)
