"""Work in the background about figures: asked for, taken up, done or refused."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from django.db import transaction

from answerable.disclosure.policy import shipped_profiles
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework.rules import says_enough
from answerable_site.figures import access, folders, queries
from answerable_site.figures.models import DataCut, ProtectedFigures, ReleasedFigures, Results
from answerable_site.figures.rules import Asked, WorkState, told_of
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer

if TYPE_CHECKING:
    from answerable.release.composing import Composed

Work = TypeVar("Work", Results, ProtectedFigures)


class WorkOvertaken(ValueError):
    """It was done or refused meanwhile; nothing more is to be done."""


class CannotBeWorkedOut(ValueError):
    """The cut cannot be opened any more, or nothing was asked."""


class CannotBeProtected(ValueError):
    """What was asked for does not fit the results; `field` says what must be put right."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@transaction.atomic
def ask_results(*, by: Viewer, at: datetime, cut: DataCut, asked: Sequence[Asked]) -> Results:
    """Have measures worked out over a cut in the background.

    Args:
        asked: each a measure and its breakdowns.

    Raises:
        access.Refused: the viewer is no analyst of the force.
        CannotBeWorkedOut: the cut is to be erased, or nothing is asked.
    """
    access.check_can_make(by, cut.force)
    if queries.is_set_aside(cut):
        raise CannotBeWorkedOut("This cut is being erased: nobody can open it any more.")
    if not asked:
        raise CannotBeWorkedOut("Choose a measure.")
    results = Results.objects.create(
        force=cut.force,
        cut=cut,
        questions=[[measure, list(by_)] for measure, by_ in asked],
        **_waiting(by, at),
    )
    _record(by, at, "figures.ask_results", results, cut=cut.pk, questions=results.questions)
    return results


@transaction.atomic
def ask_protection(
    *,
    by: Viewer,
    at: datetime,
    results: Results,
    profile: str,
    corrects: ReleasedFigures | None = None,
    note: str = "",
) -> ProtectedFigures:
    """Have the figures of results protected under a profile, beside everything released before.

    Args:
        corrects: released figures whose place these are to take.
        note: what was wrong in them, in words for whoever reads them.

    Raises:
        access.Refused: the viewer is no analyst of the force.
        CannotBeProtected: there are no results yet, no such profile, or a correction without its
            note or of other figures.
    """
    access.check_can_make(by, results.force)
    _check_can_protect(results, profile, corrects, note)
    figures = ProtectedFigures.objects.create(
        force=results.force,
        results=results,
        profile=profile,
        corrects=corrects,
        note=note.strip() if corrects else "",
        **_waiting(by, at),
    )
    _record(by, at, "figures.ask_protection", figures, results=results.pk, profile=figures.profile)
    return figures


@transaction.atomic
def begin_work(*, by: Viewer, at: datetime, work: Work, step: str) -> Work:
    """Take up work that waits, and leave the first sign of life.

    Args:
        step: what is done first, in words.

    Raises:
        WorkOvertaken: it does not wait any more.
        OSError: the sign cannot be left; it waits as before.
    """
    current = _locked(work, WorkState.WAITING)
    current.state, current.last_sign_at = WorkState.MAKING, at
    current.save(update_fields=["state", "last_sign_at"])
    folders.leave_sign(current.name, f"0 {step}")
    _record(by, at, "figures.begin_work", current)
    return current


@transaction.atomic
def refuse_work(*, by: Viewer, at: datetime, work: Work, sentence: str) -> None:
    """End work of which nothing came, with a sentence for whoever asked.

    Raises:
        WorkOvertaken: it has ended already.
    """
    current = _locked(work, WorkState.WAITING, WorkState.MAKING)
    current.refusal = sentence
    _end(current, WorkState.REFUSED, at)
    _record(by, at, "figures.refuse_work", current)


@transaction.atomic
def keep_results(*, by: Viewer, at: datetime, results: Results, content: bytes) -> Results:
    """Keep what measures answered: raw, for those of the force.

    Raises:
        WorkOvertaken: it has ended already.
    """
    current = _locked(results, WorkState.MAKING)
    current.content = content
    _end(current, WorkState.MADE, at)
    _record(by, at, "figures.keep_results", current, kind=Processing.COMBINATION)
    return current


@transaction.atomic
def keep_protected(
    *, by: Viewer, at: datetime, figures: ProtectedFigures, composed: Composed
) -> ProtectedFigures:
    """Keep figures that were protected: from now on another person can check them.

    Raises:
        WorkOvertaken: it has ended already.
    """
    from answerable.release.made import written

    current = _locked(figures, WorkState.MAKING)
    current.content = written(composed.release)
    current.content_hash = hashlib.sha256(current.content).hexdigest()
    current.told = msgspec.to_builtins(told_of(composed))
    _end(current, WorkState.MADE, at)
    _record(
        by,
        at,
        "figures.keep_protected",
        current,
        digest=composed.release.digest,
        content_hash=current.content_hash,
    )
    return current


def _check_can_protect(
    results: Results, profile: str, corrects: ReleasedFigures | None, note: str
) -> None:
    if results.state != WorkState.MADE:
        raise CannotBeProtected("profile", "There are no results yet")
    if profile not in shipped_profiles():
        raise CannotBeProtected("profile", "Select for whom the figures are")
    if corrects is None:
        return
    standing = queries.released_before(results.force_id, profile)
    if not standing.filter(pk=corrects.pk).exists():
        raise CannotBeProtected("corrects", "Select figures that stand under the same profile")
    if not says_enough(note):
        raise CannotBeProtected("note", "Say in a sentence what was wrong")


def _waiting(by: Viewer, at: datetime) -> dict[str, Any]:
    return {
        "state": WorkState.WAITING,
        "asked_at": at,
        "asked_by_id": signed_in(by),
        "last_sign_at": at,
    }


def _end(work: Results | ProtectedFigures, state: WorkState, at: datetime) -> None:
    work.state, work.last_sign_at, work.ended_at = state, at, at
    work.save()
    folders.take_sign(work.name)


def _locked(work: Work, *states: WorkState) -> Work:
    locked = type(work).objects.select_for_update(of=("self",))
    found = locked.select_related("force").filter(pk=work.pk).first()
    if found is None or found.state not in states:
        raise WorkOvertaken("This was done already, or has ended.")
    return found


def _record(
    by: Viewer,
    at: datetime,
    act: str,
    work: Results | ProtectedFigures,
    *,
    kind: Processing | None = None,
    **details: Any,
) -> None:
    record(
        by=by,
        at=at,
        act=act,
        kind=kind,
        subject=f"figures.{type(work).__name__.lower()}:{work.pk}",
        details={"force": work.force_id, **details},
    )
