"""Making data cuts in the background."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.utils import timezone

from answerable_site.background import task
from answerable_site.casework import wall
from answerable_site.figures import folders, operations, queries
from answerable_site.figures.rules import percent_of
from answerable_site.people.access import Refused
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import PRODUCT

if TYPE_CHECKING:
    from answerable_site.figures.models import QueuedCut

READING: Final = "Reading cases, as they are now"
WRITING: Final = "Sorting and writing"
COMPARING: Final = "Comparing with the cut before"
UNEXPECTED: Final = (
    "Something went wrong on our side. No cut was made. Ask for it again, or make it with the "
    "command."
)
NOT_WRITABLE: Final = (
    "Its files cannot be written: the disk is full, or the folder of cuts cannot be written to. No "
    "cut was made. Tell whoever runs Answerable, and ask for it again."
)
_AT_ONCE: Final = 500
"""Cases between two signs of life."""
_COMPARED: Final = 90
log = logging.getLogger(__name__)


@task
def make_data_cut(queued_id: int) -> None:
    """Make one cut that waits, as the clock of the machine says."""
    make_waiting(queued_id, now=timezone.now)


def make_waiting(
    queued_id: int,
    *,
    now: Callable[[], datetime],
    tell: Callable[[int], object] = lambda _: None,
) -> None:
    """Make one cut that waits; every end is written down, so that nobody waits for ever.

    Args:
        now: the clock by which each step is written down.
        tell: is called with how many cases were read, now and then.
    """
    from answerable.cuts.engine import CutsNotInstalled
    from answerable.cuts.staging import RowsRefused
    from answerable.cuts.write import CutExists, CutNotWritten
    from answerable_site.casework.sealing import CaseKeysMissing, SealBroken

    refusals = (
        *(CutsNotInstalled, RowsRefused, CutExists, CutNotWritten),
        *(CaseKeysMissing, SealBroken, Refused),
    )
    with wall.as_product():
        queued = _begun(queued_id, now())
        if queued is None:
            return
        try:
            _make(queued, now, tell)
        except operations.CutOvertaken:
            log.info("Cut %s was cancelled.", queued.name)
            _sweep(queued, now())
        except refusals as refusal:
            _refuse(queued, str(refusal), now())
        except OSError:
            log.exception("Cut %s cannot be written.", queued.name)
            _refuse(queued, NOT_WRITABLE, now())
        except Exception:
            log.exception("Cut %s failed.", queued.name)
            _refuse(queued, UNEXPECTED, now())
        else:
            _take_sign(queued)


def _begun(queued_id: int, at: datetime) -> QueuedCut | None:
    """The cut, taken up; None where it does not wait, or its first sign of life cannot be left."""
    try:
        return operations.begin_cut(by=PRODUCT, at=at, queued_id=queued_id, step=READING)
    except operations.CutOvertaken:
        return None
    except OSError:
        log.exception("Cut %s cannot leave its first sign of life.", queued_id)
        _refuse(queries.queued_cut(queued_id), NOT_WRITABLE, at)
        return None


def _make(queued: QueuedCut, now: Callable[[], datetime], tell: Callable[[int], object]) -> None:
    def told(read: int, cases: int) -> None:
        if read % _AT_ONCE == 0 or read == cases:
            _leave_sign(queued, percent_of(read, cases), READING if read < cases else WRITING)
            tell(read)

    written = operations.Written.of(
        queued, tell=told, compares=lambda: _leave_sign(queued, _COMPARED, COMPARING)
    )
    at = now()
    by = viewer_for(queued.asked_by, on=timezone.localdate(at))
    operations.make_cut(by=by, at=at, queued=queued, written=written)


def _leave_sign(queued: QueuedCut, percent: int, step: str) -> None:
    """Breaks a cut off once somebody took its sign away."""
    if queries.is_cancelled(queued):
        raise operations.CutOvertaken("Somebody cancelled this cut.")
    folders.leave_sign(queued.name, f"{percent} {step}")


def _refuse(queued: QueuedCut, sentence: str, at: datetime) -> None:
    try:
        operations.refuse_cut(by=PRODUCT, at=at, queued=queued, sentence=sentence)
    except operations.CutOvertaken:
        log.info("Cut %s had ended before it was refused.", queued.name)
        _sweep(queued, at)


def _sweep(queued: QueuedCut, at: datetime) -> None:
    """Remove what is there of a cut that had ended; one that was made stays."""
    try:
        operations.sweep_cut(by=PRODUCT, at=at, queued=queued)
    except operations.CutOvertaken:
        log.warning("Cut %s was not cancelled, and nothing of it was removed.", queued.name)


def _take_sign(queued: QueuedCut) -> None:
    """Of a cut that was made: nothing that goes wrong here makes it another."""
    try:
        folders.take_sign(queued.name)
    except OSError:
        log.exception("Cut %s was made, and its sign of life cannot be taken away.", queued.name)
