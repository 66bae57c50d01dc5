"""Measures are worked out, and their figures protected, in the background."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeVar

from django.utils import timezone

from answerable.statute import civil_date
from answerable_site.background import task
from answerable_site.casework import wall
from answerable_site.disclosure import policy_of
from answerable_site.figures import folders, operations, queries
from answerable_site.figures.models import ProtectedFigures, Results
from answerable_site.people.rules import PRODUCT

if TYPE_CHECKING:
    from answerable.release.composing import Composed

Work = TypeVar("Work", Results, ProtectedFigures)

ASKING: Final = "Asking the measures"
PROTECTING: Final = "Hiding, rounding and attacking"
UNEXPECTED: Final = "Something went wrong on our side, and nothing was kept. Ask for it again."
ERASED: Final = "This cut is being erased: nobody can open it any more."
NOT_WHOLE: Final = "This cut is not whole and unchanged any more. Verify it on its page."
NOTHING_LEFT: Final = "There is no figure that can be shown. "
_WHOLE: Final = 100
log = logging.getLogger(__name__)


@task
def work_out_results(results_id: int) -> None:
    """Work one set of results out that waits, as the clock of the machine says."""
    work_out_waiting(results_id, now=timezone.now)


@task
def protect_figures(protected_id: int) -> None:
    """Protect figures that wait for it, as the clock of the machine says."""
    protect_waiting(protected_id, now=timezone.now)


def work_out_waiting(results_id: int, *, now: Callable[[], datetime]) -> None:
    """Work results out that wait; every end is written down, so that nobody waits for ever.

    Args:
        now: the clock by which each step is written down.
    """
    with wall.as_product():
        results = _begun(queries.waiting_results(results_id), ASKING, now())
        if results is not None:
            with _refusing(results, now):
                content = _worked_out(results)
                operations.keep_results(by=PRODUCT, at=now(), results=results, content=content)


def protect_waiting(protected_id: int, *, now: Callable[[], datetime]) -> None:
    """Protect figures that wait for it; every end is written down.

    Args:
        now: the clock by which each step is written down; its civil date is that of the release.
    """
    with wall.as_product():
        figures = _begun(queries.waiting_protected(protected_id), PROTECTING, now())
        if figures is not None:
            with _refusing(figures, now):
                composed = _protected(figures, now())
                operations.keep_protected(by=PRODUCT, at=now(), figures=figures, composed=composed)


class _NothingCame(ValueError):
    """Why nothing came of it, for whoever asked."""


def _begun(work: Work, step: str, at: datetime) -> Work | None:
    """The work, taken up; None where it does not wait."""
    try:
        return operations.begin_work(by=PRODUCT, at=at, work=work, step=step)
    except operations.WorkOvertaken:
        return None
    except OSError:
        log.exception("%s cannot leave its first sign of life.", work.name)
        operations.refuse_work(by=PRODUCT, at=at, work=work, sentence=UNEXPECTED)
        return None


@contextmanager
def _refusing(work: Work, now: Callable[[], datetime]) -> Iterator[None]:
    """Whatever goes wrong within ends the work with a sentence."""
    from answerable.cuts.engine import CutsNotInstalled
    from answerable.disclosure.ledger import BrokenLedger
    from answerable.measures.engines import EngineFailed, EngineNotInstalled

    refusals = (
        *(CutsNotInstalled, EngineFailed, EngineNotInstalled),
        *(BrokenLedger, _NothingCame),
    )
    try:
        yield
    except operations.WorkOvertaken:
        log.info("%s had ended before it was done.", work.name)
    except refusals as refusal:
        operations.refuse_work(by=PRODUCT, at=now(), work=work, sentence=str(refusal))
    except Exception:
        log.exception("%s failed.", work.name)
        operations.refuse_work(by=PRODUCT, at=now(), work=work, sentence=UNEXPECTED)


def _worked_out(results: Results) -> bytes:
    from answerable.cuts.opening import CutNotWhole
    from answerable.measures.running import opened
    from answerable.release.results import Question, worked_out, written

    if queries.is_set_aside(results.cut):
        raise _NothingCame(ERASED)
    questions = [Question(measure, by) for measure, by in results.asked]
    names, told = queries.names_of_areas(), _told(results, ASKING)
    try:
        with opened(folders.place_of(results.cut.name), results.cut.digest) as cut:
            return written(worked_out(cut, questions, names, told))
    except CutNotWhole:
        raise _NothingCame(NOT_WHOLE) from None


def _protected(figures: ProtectedFigures, at: datetime) -> Composed:
    from answerable.release.composing import composed
    from answerable.release.results import read

    found = composed(
        read(bytes(figures.results.content or b"")),
        policy_of(figures.profile),
        queries.ledger_of(figures.force_id),
        on=civil_date(at),
        of={"force": str(figures.force_id)},
        progress=_told(figures, PROTECTING),
    )
    if not found.release.figures:
        why = found.left_out[0].why if found.left_out else ""
        raise _NothingCame(NOTHING_LEFT + why)
    return found


def _told(work: Results | ProtectedFigures, step: str) -> Callable[[int, int], None]:
    """Leaves a sign of life for each question that is done."""

    def tell(done: int, of: int) -> None:
        folders.leave_sign(work.name, f"{_WHOLE * done // of} {step}")

    return tell
