"""When a commitment may be closed, and whether a closure stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Criterion:
    """A closing criterion, and what the latest independent test of it found."""

    words: str
    is_met: bool | None = None
    """None until somebody tested it."""


CLOSED = "This is closed. Reopen it first, with a reason."


class CannotClose(ValueError):
    """What stands in the way, a sentence each."""

    def __init__(self, gaps: Sequence[str]) -> None:
        super().__init__(" ".join(gaps))
        self.gaps = tuple(gaps)


def gaps_before_closing(
    criteria: Sequence[Criterion], *, is_assured_complete: bool, open_actions: int
) -> tuple[str, ...]:
    """What stands between a commitment and its closure, in sentences; empty if nothing does."""
    gaps: list[str] = []
    if not criteria:
        gaps.append("No criteria for closing were written.")
    untested = sum(1 for one in criteria if one.is_met is None)
    unmet = sum(1 for one in criteria if one.is_met is False)
    if untested:
        gaps.append(f"{_criteria(untested)} not tested yet by somebody independent.")
    if unmet:
        gaps.append(f"{_criteria(unmet)} not met.")
    if open_actions:
        gaps.append(
            "1 action is still open." if open_actions == 1 else f"{open_actions} actions are open."
        )
    if not is_assured_complete:
        gaps.append("The office has not assured it as complete.")
    return tuple(gaps)


class ClosureState(StrEnum):
    """What became of a closure."""

    TO_CHECK = "to_check"
    """Closed; some months later somebody checks that it lasted."""
    LASTED = "lasted"
    DID_NOT_LAST = "did_not_last"
    REOPENED = "reopened"

    @property
    def label(self) -> str:
        return _CLOSURES[self]


_CLOSURES = {
    ClosureState.TO_CHECK: "Closed; to be checked that it lasts",
    ClosureState.LASTED: "Closed, and it lasted",
    ClosureState.DID_NOT_LAST: "Closed, but it did not last",
    ClosureState.REOPENED: "Reopened",
}


def _criteria(count: int) -> str:
    return "1 criterion is" if count == 1 else f"{count} criteria are"
