"""How far a cut or other work has come that is being done, in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from answerable_site.design.background import ShownWork, Tag, shown_work
from answerable_site.design.dates import date_in_words
from answerable_site.figures.rules import GOING_ON, WORKING, CutState, WorkState, left_behind

if TYPE_CHECKING:
    from answerable_site.figures.models import ProtectedFigures, QueuedCut, Results
    from answerable_site.figures.queries import Progress

_TAGS: Final[dict[CutState, Tag]] = {
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


def shown_queued(
    queued: QueuedCut, progress: Progress, *, at: datetime, can_cancel: bool
) -> ShownWork:
    """A cut that was asked for, as it stands at a moment.

    Args:
        can_cancel: whether the viewer may cancel it while it goes on.
    """
    behind = left_behind(queued.state, last_sign_at=progress.last_sign_at, now=at)
    return shown_work(
        pk=queued.pk,
        title=f"{queued.force.name}, as of {date_in_words(queued.as_of)}",
        tag=_TAGS[CutState(queued.state)],
        step=progress.step,
        percent=progress.percent,
        is_open=queued.state in GOING_ON,
        can_cancel=can_cancel,
        why_stopped=_ENDED_FOR[queued.state] if behind else "",
        refusal=queued.refusal,
        result_id=queued.cut_id,
    )


_WORK_TAGS: Final[dict[WorkState, Tag]] = {
    WorkState.WAITING: ("Waiting", "blue"),
    WorkState.MAKING: ("Going on", "blue"),
    WorkState.MADE: ("Done", "green"),
    WorkState.REFUSED: ("Nothing came of it", "red"),
}
_WORK_STOPPED: Final = "No worker has it any more. Ask for it again."


def shown_work_on(
    work: Results | ProtectedFigures, progress: Progress, *, title: str, at: datetime
) -> ShownWork:
    """Results or protected figures that were asked for, as they stand at a moment."""
    behind = left_behind(work.state, last_sign_at=progress.last_sign_at, now=at)
    return shown_work(
        pk=work.pk,
        title=title,
        tag=_WORK_TAGS[WorkState(work.state)],
        step=progress.step,
        percent=progress.percent,
        is_open=work.state in WORKING,
        can_cancel=False,
        why_stopped=_WORK_STOPPED if behind else "",
        refusal=work.refusal,
        result_id=work.pk if work.state == WorkState.MADE else None,
    )
