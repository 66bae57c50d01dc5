"""A list of attendance is kept while somebody looks at it, and loaded whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from django.core.files import File
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.operations import KeptList
from answerable_site.training import access, queries
from answerable_site.training.models import Booking, CourseEvent, Intake, Result
from answerable_site.training.rules import Outcome
from answerable_site.training.rules.intake import (
    NewEvent,
    PlannedRow,
    ReadRow,
    Step,
    planned,
)

FOLDER: Final = "attendance"
_MANY: Final = 500
"""Rows in one statement; every database takes as many."""


class PlanChanged(ValueError):
    """Loading the list would do something else than what was shown."""


class NothingToLoad(ValueError):
    """The list has mistakes, or tells nothing new."""


@transaction.atomic
def keep_list(
    *, by: Viewer, at: datetime, organisation: Organisation, name: str, content: File[bytes]
) -> KeptList:
    """Keep a list byte for byte under a random name; lists that nobody confirmed in time go.

    Raises:
        access.Refused: the viewer keeps no training there.
    """
    access.check_can_keep(by, organisation.pk)
    kept = KeptList.of(content, name=name, folder=FOLDER, at=at)
    record(
        by=by,
        at=at,
        act="training.keep_list",
        subject=f"people.organisation:{organisation.pk}",
        details={"sha256": kept.sha256},
    )
    return kept


@transaction.atomic
def load_list(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    kept: KeptList,
    rows: Sequence[ReadRow],
    digest: str,
) -> Intake:
    """Record every place and result of a list that was shown before, or none of them.

    An event that is not held is added with its places. The list is deleted afterwards.

    Args:
        rows: what it tells, read again.
        digest: of the plan that was shown.

    Raises:
        access.Refused: the viewer keeps no training there.
        PlanChanged: loading would do something else than was shown.
        NothingToLoad: a row is refused, or none changes anything.
    """
    access.check_can_keep(by, organisation.pk)
    # One list at a time.
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    plan = planned(rows, queries.known_attendance(organisation))
    if plan.digest != digest:
        raise PlanChanged(
            "The record was changed since you looked at the list. Look at what would happen now, "
            "and load it then."
        )
    if not plan.may_be_loaded:
        raise NothingToLoad("There is nothing to load: correct the rows that are refused first.")
    intake = Intake.objects.create(
        organisation=organisation,
        name=kept.name,
        sha256=kept.sha256,
        rows=len(plan.rows),
        added=plan.counts[Step.ADDED],
        changed=plan.counts[Step.UPDATED],
        loaded_at=at,
        loaded_by_id=signed_in(by),
    )
    _add_results(_add_places(plan.rows, intake), intake)
    record(
        by=by,
        at=at,
        act="training.load_list",
        subject=f"people.organisation:{organisation.pk}",
        details={
            "intake": intake.pk,
            "sha256": kept.sha256,
            "rows": intake.rows,
            "added": intake.added,
            "changed": intake.changed,
        },
    )
    kept.drop_once_committed()
    return intake


def _add_places(rows: Iterable[PlannedRow], intake: Intake) -> list[tuple[PlannedRow, int]]:
    """Every row that changes something, with the number of its place, which is added if new."""
    changing = [row for row in rows if row.step in {Step.ADDED, Step.UPDATED}]
    events = _add_events(changing, intake)
    new = [row for row in changing if row.held is None]
    added = Booking.objects.bulk_create(
        (
            Booking(
                event_id=row.event_held or events[_event_of(row).key],
                record_id=_record_of(row),
                booked_at=intake.loaded_at,
                booked_by_id=intake.loaded_by_id,
                intake=intake,
            )
            for row in new
        ),
        batch_size=_MANY,
    )
    places = [(row, booking.pk) for row, booking in zip(new, added, strict=True)]
    return places + [(row, row.held.booking) for row in changing if row.held is not None]


def _add_events(rows: Iterable[PlannedRow], intake: Intake) -> dict[object, int]:
    new = {_event_of(row).key: _event_of(row) for row in rows if row.event_held is None}
    added = CourseEvent.objects.bulk_create(
        (
            CourseEvent(
                version_id=one.version,
                place=one.place,
                first_day=one.first_day,
                last_day=one.last_day,
                added_at=intake.loaded_at,
                added_by_id=intake.loaded_by_id,
            )
            for one in new.values()
        ),
        batch_size=_MANY,
    )
    return {key: event.pk for key, event in zip(new, added, strict=True)}


def _event_of(row: PlannedRow) -> NewEvent:
    if row.event is None:
        raise NothingToLoad(f"Row {row.number} names no event that can be loaded.")
    return row.event


def _record_of(row: PlannedRow) -> int:
    if row.record is None:
        raise NothingToLoad(f"Row {row.number} names nobody with a training record.")
    return row.record


def _add_results(places: Iterable[tuple[PlannedRow, int]], intake: Intake) -> None:
    Result.objects.bulk_create(
        (
            Result(
                booking_id=booking,
                outcome=row.listed.outcome,
                on=row.listed.result_on,
                recorded_at=intake.loaded_at,
                recorded_by_id=intake.loaded_by_id,
                intake=intake,
            )
            for row, booking in places
            if row.listed is not None and row.listed.outcome is not Outcome.BOOKED
        ),
        batch_size=_MANY,
    )
