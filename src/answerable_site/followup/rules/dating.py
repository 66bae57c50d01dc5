"""Target dates: the first stays for ever, and every other has its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable_site.followup.rules.states import Whose


@dataclass(frozen=True, slots=True)
class Target:
    """One target date as it was set."""

    on: date
    whose: Whose
    reason: str = ""


class DateRefused(ValueError):
    """A target date cannot be set so; the message says why, and what can be done."""


def original(targets: Sequence[Target]) -> Target | None:
    """The first that was ever set, against which everything is measured.

    Args:
        targets: in the order in which they were set.
    """
    return targets[0] if targets else None


def current(targets: Sequence[Target]) -> Target | None:
    """The one that is worked to now."""
    return targets[-1] if targets else None


def revisions(targets: Sequence[Target]) -> int:
    """How often the first date was replaced."""
    return max(len(targets) - 1, 0)


def check_new_target(
    targets: Sequence[Target], new: Target, *, allowed: int | None, may_allow_more: bool
) -> None:
    """Raises unless a target date can be set.

    Args:
        targets: those set before, in order.
        new: the one wanted.
        allowed: how many revisions the body’s policy allows; None for any number.
        may_allow_more: the person who asks decides for the body, and may go beyond the policy.

    Raises:
        DateRefused: nothing changes, no reason is given, or the policy allows no further revision.
    """
    if not targets:
        return
    if new.on == targets[-1].on:
        raise DateRefused("This is the date that is worked to already")
    if not new.reason.strip():
        raise DateRefused("Say why the date moves: the reason stays beside the original date")
    if allowed is not None and revisions(targets) >= allowed and not may_allow_more:
        raise DateRefused(
            "This date was moved as often as the office allows. Ask the office: it can move it, "
            "and its reason is kept"
        )
