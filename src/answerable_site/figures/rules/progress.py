"""How far a cut has come that somebody asked for."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

LEFT_BEHIND_AFTER: Final = timedelta(hours=1)
"""Sorting and writing what was read shows no sign of life."""
WAITS_AT_MOST: Final = timedelta(days=1)
"""Workers make what was asked for before it first, and may be started hours later."""
_READ: Final = 70
"""Of a hundred, what reading takes; sorting, writing and comparing take the rest."""


class CutState(StrEnum):
    """What became of a cut since somebody asked for it."""

    WAITING = "waiting"
    MAKING = "making"
    MADE = "made"
    REFUSED = "refused"
    CANCELLED = "cancelled"


GOING_ON: Final = (CutState.WAITING, CutState.MAKING)
"""While it can be cancelled still."""


class WorkState(StrEnum):
    """What became of results or protected figures since somebody asked for them."""

    WAITING = "waiting"
    MAKING = "making"
    MADE = "made"
    REFUSED = "refused"


WORKING: Final = (WorkState.WAITING, WorkState.MAKING)
"""While a worker has it, or is to take it up."""


_LONGEST_SILENT: Final = {
    CutState.WAITING.value: WAITS_AT_MOST,
    CutState.MAKING.value: LEFT_BEHIND_AFTER,
}


def left_behind(state: str, *, last_sign_at: datetime, now: datetime) -> bool:
    """Whether a cut or other work has been silent for an hour, or waited for a day: no worker has
    it."""
    longest = _LONGEST_SILENT.get(state)
    return longest is not None and now - last_sign_at > longest


def percent_of(cases_read: int, cases: int) -> int:
    """How far a cut has come, of a hundred."""
    return _READ * cases_read // cases if cases else _READ
