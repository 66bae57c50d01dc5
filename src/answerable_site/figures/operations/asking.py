"""How a cut is asked for, taken up, and ends if it is not made: refused, cancelled, left behind."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Final

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.casework import wall
from answerable_site.casework.sealing import seal
from answerable_site.figures import access, folders, queries
from answerable_site.figures.models import CutKey, DataCut, QueuedCut
from answerable_site.figures.rules import GOING_ON, CutState, check_plan
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer

_KEY_BYTES: Final = 32
_ENDED_FOR: Final = {
    CutState.WAITING.value: "No worker took it up for a day. No cut was made. Ask for it again.",
    CutState.MAKING.value: (
        "It stopped before it was finished. No cut was made. Ask for it again."
    ),
}


class CutOvertaken(ValueError):
    """The cut was made, has ended or was cancelled; nothing more is to be done."""


@transaction.atomic
def ask_cut(
    *, by: Viewer, at: datetime, force: Organisation, as_of: date, last_day: date
) -> QueuedCut:
    """Have a cut of the cases of a force made in the background.

    The first one draws the key with which its cases are numbered from then on.

    Args:
        as_of: the last day of which it is to hold what happened, inclusive.
        last_day: the day until which it is needed, inclusive.

    Raises:
        access.Refused: the viewer is no analyst of the force.
        UnusablePlan: of days to come, or kept for no time or for ever.
        CaseKeysMissing: no keys are set.
    """
    access.check_can_make(by, force)
    check_plan(as_of, last_day, today=civil_date(at))
    with wall.lifted_for(by):
        key = {"sealed": seal(secrets.token_hex(_KEY_BYTES))}
        CutKey.objects.get_or_create(force=force, defaults=key)
    queued = QueuedCut.objects.create(
        force=force,
        as_of=as_of,
        last_day=last_day,
        state=CutState.WAITING,
        asked_at=at,
        asked_by_id=signed_in(by),
        last_sign_at=at,
    )
    _record(by, at, "figures.ask_cut", queued)
    return queued


@transaction.atomic
def begin_cut(*, by: Viewer, at: datetime, queued_id: int, step: str) -> QueuedCut:
    """Take up a cut that waits, and leave the first sign of life.

    Args:
        step: what is done first, in words.

    Raises:
        CutOvertaken: it does not wait any more.
        OSError: the sign cannot be left, such as on a disk that is full; it waits as before.
    """
    queued = _locked(queued_id, CutState.WAITING)
    queued.state, queued.last_sign_at = CutState.MAKING, at
    queued.save()
    folders.leave_sign(queued.name, f"0 {step}")
    _record(by, at, "figures.begin_cut", queued)
    return queued


@transaction.atomic
def refuse_cut(*, by: Viewer, at: datetime, queued: QueuedCut, sentence: str) -> None:
    """End a cut that was not made, with a sentence for whoever asked. Nothing of it is left.

    Raises:
        CutOvertaken: it was cancelled meanwhile.
    """
    current = _locked(queued.pk, *GOING_ON)
    current.refusal = sentence
    _end(current, CutState.REFUSED, at)
    folders.sweep(current.name)
    _record(by, at, "figures.refuse_cut", current)


@transaction.atomic
def cancel_cut(*, by: Viewer, at: datetime, queued: QueuedCut) -> None:
    """Cancel a cut that is being made: whoever makes it breaks off and leaves nothing.

    Raises:
        access.Refused: the viewer is no analyst of the force.
        CutOvertaken: it has ended already.
    """
    access.check_can_make(by, queued.force)
    current = _locked(queued.pk, *GOING_ON)
    _end(current, CutState.CANCELLED, at)
    folders.take_sign(current.name)
    _record(by, at, "figures.cancel_cut", current)


@transaction.atomic
def end_cut_left_behind(*, by: Viewer, at: datetime, queued: QueuedCut) -> None:
    """End a cut that no worker has. Nothing of it is left.

    Raises:
        CutOvertaken: it has ended meanwhile, or a worker took it up or showed a sign of life.
    """
    current = _locked(queued.pk, *GOING_ON)
    if not queries.is_left_behind(current, at=at):
        raise CutOvertaken("A worker has this cut.")
    current.refusal = _ENDED_FOR[current.state]
    _end(current, CutState.REFUSED, at)
    folders.sweep(current.name)
    _record(by, at, "figures.end_cut_left_behind", current)


@transaction.atomic
def sweep_cut(*, by: Viewer, at: datetime, queued: QueuedCut) -> None:
    """Remove what is there of a cut that had ended and was not made.

    Raises:
        CutOvertaken: it was made.
    """
    current = _locked(queued.pk, CutState.REFUSED, CutState.CANCELLED)
    folders.sweep(current.name)
    _record(by, at, "figures.sweep_cut", current)


def _complete(queued: QueuedCut, cut: DataCut) -> None:
    """Within the transaction that keeps the cut: either both are there, or neither."""
    current = _locked(queued.pk, CutState.MAKING)
    current.cut = cut
    _end(current, CutState.MADE, cut.made_at)


def _end(queued: QueuedCut, state: CutState, at: datetime) -> None:
    queued.state, queued.last_sign_at, queued.ended_at = state, at, at
    queued.save()


def _locked(queued_id: int, *states: CutState) -> QueuedCut:
    locked = QueuedCut.objects.select_for_update(of=("self",)).select_related("force")
    found = locked.filter(pk=queued_id).first()
    if found is None or found.state not in states:
        raise CutOvertaken("This cut has ended already.")
    return found


def _record(by: Viewer, at: datetime, act: str, queued: QueuedCut) -> None:
    record(
        by=by,
        at=at,
        act=act,
        subject=f"figures.queuedcut:{queued.pk}",
        details={"force": queued.force_id, "as_of": queued.as_of.isoformat()},
    )
