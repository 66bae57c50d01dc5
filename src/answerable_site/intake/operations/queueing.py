"""How an extract that was confirmed is taken up and ends, if not loaded: refused or cancelled."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.intake import access
from answerable_site.intake.models import Batch, QueuedLoad, Source
from answerable_site.intake.operations.beside import BesideExtract
from answerable_site.intake.rules import GOING_ON, QueueState
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer
from answerable_site.register.operations import KeptList


class LoadOvertaken(ValueError):
    """The load has ended or was cancelled; nothing more is to be done."""


@transaction.atomic
def queue_load(
    *,
    by: Viewer,
    at: datetime,
    source: Source,
    stored_as: str,
    sha256: str,
    as_at: date,
    sheet: str = "",
    supersedes: Batch | None = None,
) -> QueuedLoad:
    """Have an extract that is kept loaded in the background.

    Args:
        stored_as: the name under which `keep_extract` kept it.
        as_at: the day of the extract.
        sheet: which sheet or file, where there are several.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
    """
    access.check_can_load(by, source.organisation)
    queued = QueuedLoad.objects.create(
        source=source,
        organisation_id=source.organisation_id,
        stored_as=stored_as,
        sha256=sha256,
        as_at=as_at,
        sheet=sheet,
        supersedes=supersedes,
        state=QueueState.WAITING,
        queued_at=at,
        queued_by_id=signed_in(by),
        last_sign_at=at,
    )
    _record(by, at, "intake.queue_load", queued)
    return queued


@transaction.atomic
def begin_queued_load(*, by: Viewer, at: datetime, queued_id: int, step: str) -> QueuedLoad:
    """Take up an extract that waits.

    Raises:
        LoadOvertaken: it does not wait any more.
    """
    queued = _locked(queued_id, QueueState.WAITING)
    queued.state, queued.step, queued.percent, queued.last_sign_at = (
        QueueState.LOADING,
        step,
        0,
        at,
    )
    queued.save()
    _record(by, at, "intake.begin_queued_load", queued)
    return queued


@transaction.atomic
def report_queued_load(
    *, by: Viewer, at: datetime, queued: QueuedLoad, step: str, percent: int
) -> None:
    """Say how far a load has come: a step in words and a percentage of the whole.

    Raises:
        LoadOvertaken: it was cancelled meanwhile.
    """
    current = _locked(queued.pk, QueueState.LOADING)
    current.step, current.percent, current.last_sign_at = step, percent, at
    current.save()
    _record(by, at, "intake.report_queued_load", current)


@transaction.atomic
def refuse_queued_load(*, by: Viewer, at: datetime, queued: QueuedLoad, sentence: str) -> None:
    """End a load of which nothing was loaded, with a sentence for whoever confirmed it. The file
    is kept no longer.

    Raises:
        LoadOvertaken: it was cancelled meanwhile.
    """
    current = _locked(queued.pk, *GOING_ON)
    current.refusal = sentence
    _end(current, QueueState.REFUSED, at)
    _record(by, at, "intake.refuse_queued_load", current)


@transaction.atomic
def cancel_queued_load(*, by: Viewer, at: datetime, queued: QueuedLoad) -> None:
    """Cancel a load that goes on: nothing of the file is loaded, and it is kept no longer.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        LoadOvertaken: it has ended already.
    """
    access.check_can_load(by, queued.organisation)
    current = _locked(queued.pk, *GOING_ON)
    _end(current, QueueState.CANCELLED, at)
    _record(by, at, "intake.cancel_queued_load", current)


def _complete(queued: QueuedLoad, batch: Batch) -> None:
    """Within the transaction that loads it: either both are there, or neither."""
    current = _locked(queued.pk, QueueState.LOADING)
    current.batch = batch
    _end(current, QueueState.LOADED, batch.loaded_at)


def _end(queued: QueuedLoad, state: QueueState, at: datetime) -> None:
    queued.state, queued.step, queued.last_sign_at, queued.ended_at = state, "", at, at
    queued.save()
    KeptList("", queued.sha256, queued.stored_as).drop_once_committed()
    BesideExtract(queued.stored_as).drop_once_committed()


def _locked(queued_id: int, *states: QueueState) -> QueuedLoad:
    found = QueuedLoad.objects.select_for_update(of=("self",)).filter(pk=queued_id).first()
    if found is None or found.state not in states:
        raise LoadOvertaken("This load has ended already.")
    return found


def _record(by: Viewer, at: datetime, act: str, queued: QueuedLoad) -> None:
    record(by=by, at=at, act=act, subject=f"intake.queuedload:{queued.pk}")
