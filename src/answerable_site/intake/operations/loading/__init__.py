"""One file goes into the cases of a force, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime

import msgspec
from django.db import connection, transaction
from django.db.models import Q

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import wall
from answerable_site.intake import access, queries
from answerable_site.intake.models import Batch, QueuedLoad, SetAsideRow, Source
from answerable_site.intake.operations.holding import _hold_loads_of
from answerable_site.intake.operations.loading.differing import _Difference
from answerable_site.intake.operations.loading.meeting import _held_by_the_record
from answerable_site.intake.operations.loading.placing import _Placed, _Placing
from answerable_site.intake.operations.loading.preparing import Prepared
from answerable_site.intake.operations.loading.room import _room
from answerable_site.intake.operations.loading.setting_aside import _set_aside
from answerable_site.intake.operations.loading.so_far import _SoFar, _Step
from answerable_site.intake.operations.loading.staging import _Staging
from answerable_site.intake.operations.queueing import _complete
from answerable_site.intake.operations.settling import _settle
from answerable_site.intake.rules import Compared, Counts, RowState, reasons_met
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer


class StillDoubtful(ValueError):
    """Rows that were corrected cannot be loaded yet; nothing was changed."""


class CannotSupersede(ValueError):
    """The load that a file would correct is of another source, or was undone."""


@transaction.atomic
def load_batch(
    *,
    by: Viewer,
    at: datetime,
    prepared: Prepared,
    tell: Callable[[int], object],
    so_far: Callable[[int], object] = lambda _: None,
    supersedes: Batch | None = None,
    takes: Sequence[SetAsideRow] = (),
    queued: QueuedLoad | None = None,
) -> Batch:
    """Load a file that was checked: what is new of its cases is added, what changed takes the place
    of what was told before, what is held already stays, and the rest is set aside.

    One transaction with one entry, which names the digest of all events that were added: whatever
    breaks off, nothing of the file is there, or all of it.

    Args:
        tell: is called with how many events were staged, now and then.
        so_far: is called with how much of the load is done, in hundredths and never less than
            before; the last of them pass when the transaction ends.
        supersedes: an earlier load of the source that this file corrects. What that one told of
            cases which this file has, and this one no longer does, leaves nothing.
        takes: rows of an earlier load that wait, and that this file has as they were corrected.
            They are taken; so that none is lost, no row of the file may be set aside then.
        queued: what was confirmed and is loaded now; it ends with the load.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        LoadOvertaken: what was confirmed is cancelled.
        CannotSupersede: the message says why.
        StillDoubtful: a row of the file would be set aside, or one of `takes` waits no more.
        CaseKeysMissing: no keys are set.
    """
    access.check_can_load(by, prepared.source.organisation)
    with wall.lifted_for(by), _room():
        source = _locked(prepared.source)
        _check_supersedes(source, supersedes)
        batch = _load(by, at, source, prepared, tell, _SoFar(so_far, connection.vendor), supersedes)
        _take(batch, takes)
        sent_again = _settle_sent_again(batch)
        if queued is not None:
            _complete(queued, batch)
    record(
        by=by,
        at=at,
        act="intake.load_batch",
        kind=Processing.COLLECTION,
        subject=f"intake.batch:{batch.pk}",
        details={
            "source": source.pk,
            "sha256": batch.sha256,
            "profile": prepared.version.digest,
            **asdict(batch.counts),
            "cases_added": batch.cases_added,
            "events": batch.events_added + batch.events_withdrawn,
            "root": batch.root_digest,
        }
        | ({"supersedes": supersedes.pk} if supersedes else {})
        | ({"takes": len(takes)} if takes else {})
        | ({"sent_again": sent_again} if sent_again else {}),
    )
    return batch


def _load(
    by: Viewer,
    at: datetime,
    source: Source,
    prepared: Prepared,
    tell: Callable[[int], object],
    so_far: _SoFar,
    supersedes: Batch | None,
) -> Batch:
    placing = _Placing(source)
    _stage(prepared, tell, so_far)
    placing.compare()
    so_far.ended(_Step.COMPARING)
    held = _held_by_the_record(placing, source, at)
    placing.set_aside(held)
    so_far.ended(_Step.MEETING)
    difference = None
    if supersedes is not None:
        placing.find_gone(supersedes)
        difference = _Difference(source, at, {}).counted()
    placed = placing.place()
    so_far.ended(_Step.PLACING)
    batch = _batch(by, at, source, prepared, placed, supersedes, difference)
    batch.events_added = placing.write(batch, so_far)
    if supersedes is not None:
        batch.events_withdrawn = placing.withdraw(batch)
    _set_aside(batch, prepared, prepared.held | held)
    placing.clear()
    so_far.ended(_Step.SETTING_ASIDE)
    batch.root_digest = queries.digest_of_rows(batch)
    batch.save(update_fields=["events_added", "events_withdrawn", "root_digest"])
    so_far.ended(_Step.DIGEST)
    return batch


def _stage(prepared: Prepared, tell: Callable[[int], object], so_far: _SoFar) -> None:
    expected = prepared.outcome.count_events()

    def staged(count: int) -> None:
        so_far.within(_Step.STAGING, count, expected)
        tell(count)

    _Staging(prepared).fill(staged)
    so_far.ended(_Step.STAGING)


def _take(batch: Batch, takes: Sequence[SetAsideRow]) -> None:
    if not takes:
        return
    if batch.rows_set_aside:
        first = "This row" if len(takes) == 1 else f"{batch.rows_set_aside} of these rows"
        raise StillDoubtful(
            f"{first} would still be set aside. "
            + " ".join(reasons_met(row.codes for row in batch.rows.all()))
        )
    taken = _settle(
        SetAsideRow.objects.waiting().filter(pk__in=[row.pk for row in takes]),
        state=RowState.TAKEN,
        taken_in=batch,
        settled_at=batch.loaded_at,
        settled_by=batch.loaded_by,
    )
    if taken != len(takes):
        raise StillDoubtful("Some of these rows wait no more. Look at the list again.")


def _settle_sent_again(batch: Batch) -> int:
    """Let rows wait once: those of earlier loads of the same file, and of the load that this file
    corrects, are in this load now, or no longer in the source. How many."""
    earlier = Q(batch__sha256=batch.sha256)
    if batch.supersedes_id is not None:
        earlier |= Q(batch=batch.supersedes_id)
    waiting = SetAsideRow.objects.waiting().filter(earlier, batch__source=batch.source_id)
    return _settle(
        waiting.exclude(batch=batch),
        state=RowState.SENT_AGAIN,
        settled_at=batch.loaded_at,
        settled_by=batch.loaded_by,
    )


def _locked(source: Source) -> Source:
    _hold_loads_of(source.force_id)
    return Source.objects.select_related("organisation").get(pk=source.pk)


def _check_supersedes(source: Source, supersedes: Batch | None) -> None:
    if supersedes is None:
        return
    if supersedes.source_id != source.pk:
        raise CannotSupersede("A file corrects only a load of the same source. Choose one.")
    if Batch.objects.standing().filter(pk=supersedes.pk).first() is None:
        raise CannotSupersede(
            "That load was undone, so there is nothing to correct. Load the file."
        )


def _batch(
    by: Viewer,
    at: datetime,
    source: Source,
    prepared: Prepared,
    placed: _Placed,
    supersedes: Batch | None,
    difference: tuple[Compared, ...] | None,
) -> Batch:
    outcome = prepared.outcome
    receipt, rows = outcome.receipt, outcome.receipt.rows
    counts = Counts(
        read=rows.read,
        loaded=placed.rows_loaded,
        unchanged=placed.rows_going_on - placed.rows_loaded,
        set_aside=rows.set_aside + rows.accepted - placed.rows_going_on,
        blank=rows.blank,
    )
    return Batch.objects.create(
        source=source,
        organisation_id=source.organisation_id,
        profile=prepared.version,
        sha256=receipt.digest,
        size=receipt.size,
        as_at=receipt.as_at,
        receipt=receipt.as_json()
        | ({} if difference is None else {"difference": msgspec.to_builtins(difference)}),
        completeness=[asdict(one) for one in outcome.completeness()],
        **{f"rows_{name}": count for name, count in asdict(counts).items()},
        cases_added=placed.cases_added,
        events_added=0,
        events_changed=placed.events_changed,
        events_withdrawn=0,
        supersedes=supersedes,
        loaded_at=at,
        loaded_by_id=signed_in(by),
    )
