"""How far the trying of a long extract has come, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from answerable_site.intake.rules import QueueState, left_behind

_STOPPED = "It stopped before it was finished. Send the extract again."


@dataclass(frozen=True, slots=True)
class ShownTrying:
    """An extract that is tried in the background."""

    percent: int
    stopped: str
    """Why nothing comes of it; empty while it goes on."""


def shown_trying(hundredths: int, *, sent_at: datetime, at: datetime) -> ShownTrying:
    """How far it has come at a moment.

    Args:
        hundredths: as its worker wrote them beside the extract.
        sent_at: when it was sent.
    """
    behind = left_behind(QueueState.WAITING, last_sign_at=sent_at, now=at)
    return ShownTrying(hundredths, _STOPPED if behind else "")
