"""How far a load in the background has come, in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from answerable_site.design.background import ShownWork, Tag, shown_work
from answerable_site.design.dates import date_in_words
from answerable_site.intake.rules import GOING_ON, QueueState, left_behind

if TYPE_CHECKING:
    from answerable_site.intake.models import QueuedLoad

_TAGS: Final[dict[QueueState, Tag]] = {
    QueueState.WAITING: ("Waiting to be loaded", "blue"),
    QueueState.LOADING: ("Being loaded", "blue"),
    QueueState.LOADED: ("Loaded", "green"),
    QueueState.REFUSED: ("Nothing was loaded", "red"),
    QueueState.CANCELLED: ("Cancelled", "grey"),
}
_STOPPED = "It stopped before it was finished. Nothing was loaded. Cancel it, and send it again."


def shown_queued(queued: QueuedLoad, *, at: datetime, so_far: int) -> ShownWork:
    """A load in the background, as it stands at a moment.

    Args:
        so_far: how much of it is done, in hundredths, as its worker wrote beside the extract.
    """
    behind = left_behind(queued.state, last_sign_at=queued.last_sign_at, now=at)
    return shown_work(
        pk=queued.pk,
        title=f"{queued.source.name} of {date_in_words(queued.as_at)}",
        tag=_TAGS[QueueState(queued.state)],
        step=queued.step,
        percent=max(queued.percent, so_far),
        is_open=queued.state in GOING_ON,
        can_cancel=True,
        why_stopped=_STOPPED if behind else "",
        refusal=queued.refusal,
        result_id=queued.batch_id,
    )
