"""Who answered against who was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lean(StrEnum):
    """Whether a group is heard more or less than it was asked."""

    LESS = "less"
    ALIKE = "alike"
    MORE = "more"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return _LEANS[self]


_LEANS = {
    Lean.LESS: "Heard less than others",
    Lean.ALIKE: "Heard about as much as others",
    Lean.MORE: "Heard more than others",
    Lean.UNKNOWN: "Cannot be said",
}
NOTABLE = 10
"""Percentage points between the share of a group among those asked and among those who answered
from which on it is said that the group is heard less or more. A choice of this product."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One group as it may be shown: None where a count is hidden."""

    asked: int | None
    answered: int | None


def leaning(group: Heard, everybody: Heard) -> Lean:
    """Whether a group is heard less or more than it was asked, from what may be shown of it.

    Args:
        everybody: all who told their group, and all of whom it was counted.
    """
    now, before = _share(group.answered, everybody.answered), _share(group.asked, everybody.asked)
    if now is None or before is None:
        return Lean.UNKNOWN
    points = 100 * (now - before)
    if points <= -NOTABLE:
        return Lean.LESS
    return Lean.MORE if points >= NOTABLE else Lean.ALIKE


def _share(part: int | None, whole: int | None) -> float | None:
    return None if part is None or not whole else part / whole
