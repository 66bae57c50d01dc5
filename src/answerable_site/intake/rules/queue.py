"""How far an extract has come that was confirmed and waits to be loaded."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

LEFT_BEHIND_AFTER: Final = timedelta(hours=1)
"""The statements that place a long file show no sign of life while they run."""


class QueueState(StrEnum):
    """What became of an extract since somebody confirmed it."""

    WAITING = "waiting"
    LOADING = "loading"
    LOADED = "loaded"
    REFUSED = "refused"
    CANCELLED = "cancelled"


GOING_ON: Final = (QueueState.WAITING, QueueState.LOADING)
"""While it can be cancelled still."""


def left_behind(state: str, *, last_sign_at: datetime, now: datetime) -> bool:
    """Whether a load has shown no sign of life for an hour: its worker is gone."""
    return state in GOING_ON and now - last_sign_at > LEFT_BEHIND_AFTER
