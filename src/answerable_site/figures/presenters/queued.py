"""How far a cut has come that is being made, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from answerable_site.design.dates import date_in_words
from answerable_site.figures.rules import GOING_ON, CutState, left_behind

if TYPE_CHECKING:
    from answerable_site.figures.models import QueuedCut
    from answerable_site.figures.queries import Progress

_TAGS: Final = {
    CutState.WAITING: ("Waiting to be made", "blue"),
    CutState.MAKING: ("Being made", "blue"),
    CutState.MADE: ("Made", "green"),
    CutState.REFUSED: ("No cut was made", "red"),
    CutState.CANCELLED: ("Cancelled", "grey"),
}
_ENDED_FOR: Final = {
    CutState.WAITING.value: (
        "No worker took it up for a day. Cancel it, tell whoever runs Answerable, and ask for it "
        "again."
    ),
    CutState.MAKING.value: (
        "It stopped before it was finished. No cut was made. Cancel it, and ask for it again."
    ),
}


@dataclass(frozen=True, slots=True)
class ShownQueuedCut:
    """A cut that is being made or is not. `is_going_on` asks the page to look again."""

    pk: int
    title: str
    tag: str
    colour: str
    step: str
    percent: int
    is_going_on: bool
    can_be_cancelled: bool
    why: str
    """Why none was made; empty where it was, or still may be."""
    cut_id: int | None


def shown_queued(
    queued: QueuedCut, progress: Progress, *, at: datetime, can_cancel: bool
) -> ShownQueuedCut:
    """A cut that was asked for, as it stands at a moment.

    Args:
        can_cancel: whether the viewer may cancel it while it goes on.
    """
    is_open = queued.state in GOING_ON
    behind = left_behind(queued.state, last_sign_at=progress.last_sign_at, now=at)
    tag, colour = _TAGS[CutState(queued.state)]
    return ShownQueuedCut(
        pk=queued.pk,
        title=f"{queued.force.name}, as of {date_in_words(queued.as_of)}",
        tag="Stopped" if behind else tag,
        colour="red" if behind else colour,
        step=progress.step,
        percent=progress.percent,
        is_going_on=is_open and not behind,
        can_be_cancelled=is_open and can_cancel,
        why=_ENDED_FOR[queued.state] if behind else queued.refusal,
        cut_id=queued.cut_id,
    )
