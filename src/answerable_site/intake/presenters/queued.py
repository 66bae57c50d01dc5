"""How far a load in the background has come, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.intake.rules import GOING_ON, QueueState, left_behind

if TYPE_CHECKING:
    from answerable_site.intake.models import QueuedLoad

_TAGS = {
    QueueState.WAITING: ("Waiting to be loaded", "blue"),
    QueueState.LOADING: ("Being loaded", "blue"),
    QueueState.LOADED: ("Loaded", "green"),
    QueueState.REFUSED: ("Nothing was loaded", "red"),
    QueueState.CANCELLED: ("Cancelled", "grey"),
}
_STOPPED = "It stopped before it was finished. Nothing was loaded. Cancel it, and send it again."


@dataclass(frozen=True, slots=True)
class ShownQueued:
    """A load that goes on or has ended. `is_going_on` asks the page to look again."""

    pk: int
    title: str
    tag: str
    colour: str
    step: str
    percent: int
    is_going_on: bool
    can_be_cancelled: bool
    why: str
    """Why nothing was loaded; empty where it was, or still may be."""
    batch_id: int | None


def shown_queued(queued: QueuedLoad, *, at: datetime, so_far: int) -> ShownQueued:
    """A load in the background, as it stands at a moment.

    Args:
        so_far: how much of it is done, in hundredths, as its worker wrote beside the extract.
    """
    behind = left_behind(queued.state, last_sign_at=queued.last_sign_at, now=at)
    tag, colour = _TAGS[QueueState(queued.state)]
    return ShownQueued(
        pk=queued.pk,
        title=f"{queued.source.name} of {date_in_words(queued.as_at)}",
        tag="Stopped" if behind else tag,
        colour="red" if behind else colour,
        step=queued.step,
        percent=max(queued.percent, so_far),
        is_going_on=queued.state in GOING_ON and not behind,
        can_be_cancelled=queued.state in GOING_ON,
        why=_STOPPED if behind else queued.refusal,
        batch_id=queued.batch_id,
    )
