"""Data cuts: erased once their quarantine is over, and nothing left of what broke off."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from answerable.statute import civil_date
from answerable_site.casework import wall
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.figures import operations, queries
from answerable_site.people.rules import PRODUCT

log = logging.getLogger(__name__)
_STOPPED = "It stopped before it was finished, and nothing was kept. Ask for it again."


def settle(at: datetime) -> Outcome:
    """Erase the files of cuts that are due, end cuts and work on figures whose worker is gone, and
    remove what is left of those that were not made. Files of all others are put where their rows
    say that they are.

    Args:
        at: when the run begins; its civil date in Europe/London is the day.
    """
    with wall.as_product():
        due = queries.erasures_due(civil_date(at))
        erased, not_erased = _each(due, lambda one: _erase(one, at))
        ended, not_ended = _each(queries.cuts_left_behind(at), lambda one: _end(one, at))
        stopped, not_stopped = _each(queries.work_left_behind(at), lambda one: _stop(one, at))
        swept, not_swept = _each(queries.cuts_with_leftovers(at), lambda one: _sweep(one, at))
        _, not_put_right = _each(queries.cuts_not_erased(), lambda one: _put_right(one, at))
    broken = not_erased + not_ended + not_stopped + not_swept + not_put_right
    return Outcome(
        done=tuple(
            _said(count, verb)
            for count, verb in ((erased, "erased"), (ended, "ended"), (swept, "swept up"))
            if count
        )
        + _said_of_work(stopped, "ended"),
        failed=(f"{_said(broken, 'not settled')} The log says why.",) if broken else (),
    )


def foresee(at: datetime) -> tuple[str, ...]:
    """What `settle` would do."""
    with wall.as_product():
        counts = (
            (queries.erasures_due(civil_date(at)).count(), "to erase"),
            (len(queries.cuts_left_behind(at)), "to end"),
            (len(queries.cuts_with_leftovers(at)), "to sweep up"),
        )
        work = len(queries.work_left_behind(at))
    return tuple(_said(count, verb) for count, verb in counts if count) + _said_of_work(
        work, "to end"
    )


def _erase(erasure: Any, at: datetime) -> None:
    operations.erase_cut(by=PRODUCT, at=at, erasure=erasure)


def _end(queued: Any, at: datetime) -> None:
    operations.end_cut_left_behind(by=PRODUCT, at=at, queued=queued)


def _stop(work: Any, at: datetime) -> None:
    operations.refuse_work(by=PRODUCT, at=at, work=work, sentence=_STOPPED)


def _sweep(queued: Any, at: datetime) -> None:
    operations.sweep_cut(by=PRODUCT, at=at, queued=queued)


def _put_right(cut: Any, at: datetime) -> None:
    operations.put_files_right(by=PRODUCT, at=at, cut=cut)


def _each(some: Iterable[Any], act: Callable[[Any], None]) -> tuple[int, int]:
    """How many were settled, and how many could not be: one does not keep others from it."""
    done = failed = 0
    for one in some:
        try:
            act(one)
        except Exception:
            log.exception("%s cannot be settled.", one)
            failed += 1
        else:
            done += 1
    return done, failed


def _said(count: int, verb: str) -> str:
    return f"{count} data cut{'' if count == 1 else 's'} {verb}."


def _said_of_work(count: int, verb: str) -> tuple[str, ...]:
    piece = f"{count} piece{'' if count == 1 else 's'}"
    return (f"{piece} of work on figures {verb}.",) if count else ()
