"""How far a cut has come that somebody asked for."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Final

LEFT_BEHIND_AFTER: Final = timedelta(hours=1)
"""Sorting and writing what was read shows no sign of life."""
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


def percent_of(cases_read: int, cases: int) -> int:
    """How far a cut has come, of a hundred."""
    return _READ * cases_read // cases if cases else _READ
