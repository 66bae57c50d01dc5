"""A programme is planned, its frame frozen, its sample drawn; it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from django.db import transaction

from answerable.casereviews.drawing import LEAST_TWICE, draw
from answerable.casereviews.frames import Frame
from answerable.casereviews.intervals import Method
from answerable.casereviews.questions import shipped_sets
from answerable.casereviews.strata import Stratum, stratum_of
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casereviews import access, queries
from answerable_site.casereviews.models import FileReview, FrameEntry, Programme
from answerable_site.casereviews.rules import (
    OutOfOrder,
    ProgrammeState,
    asked_of,
    check_state,
)
from answerable_site.casework import operations as casework
from answerable_site.casework import queries as case_queries
from answerable_site.casework.subjects import subjects_of
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """What a review asks, and of which cases."""

    title: str
    purpose: str
    sets: tuple[str, ...]
    """Names of shipped question sets, with version."""
    own: tuple[str, ...]
    """Questions that the office wrote itself."""
    reported_from: date
    reported_to: date
    strata: tuple[Stratum, ...]
    precision: int
    """Percentage points either way."""
    method: Method = Method.WILSON


@transaction.atomic
def plan_programme(
    *, by: Viewer, at: datetime, force: Organisation, new: NewProgramme
) -> Programme:
    """Plan a review of case files of a force.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: it asks nothing, or would be of no days.
    """
    access.check_can_plan(by, force.pk)
    asked = asked_of((shipped_sets()[name] for name in new.sets), new.own)
    if not asked:
        raise OutOfOrder("Choose a question set, or write a question")
    if new.reported_to < new.reported_from:
        raise OutOfOrder("The last day must be the first day or later")
    planned = Programme.objects.create(
        force=force,
        title=new.title.strip(),
        purpose=new.purpose.strip(),
        questions=msgspec.to_builtins(asked),
        reported_from=new.reported_from,
        reported_to=new.reported_to,
        strata=[one.value for one in new.strata],
        precision=new.precision,
        method=new.method,
        planned_at=at,
        planned_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="casereviews.plan_programme",
        subject=queries.subject_of(planned),
        details={"sets": list(new.sets), "own": len(new.own)},
    )
    return planned


@transaction.atomic
def freeze_frame(*, by: Viewer, at: datetime, today: date, programme: Programme) -> Programme:
    """Freeze the frame: every case of the days and strata, as each stands today, with its hash.

    The entry names every case that was looked at.

    Args:
        today: the civil date as at which cases stand in their strata.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: it is frozen already.
        UnusableFrame: there is no such case.
    """
    held = _held(by, programme)
    check_state(held.state, ProgrammeState.PLANNED, sentence="The frame is frozen already.")
    cases = list(case_queries.cases_to_sample(held.force_id, held.reported_from, held.reported_to))
    wanted = set(held.strata)
    placed = [
        (case, stratum)
        for case, file in case_queries.case_files(cases)
        if (stratum := stratum_of(file, on=today)) in wanted
    ]
    frame = Frame.of((str(case.pk), stratum.value) for case, stratum in placed)
    FrameEntry.objects.bulk_create(
        (FrameEntry(programme=held, case=case, stratum=stratum) for case, stratum in placed),
        batch_size=1000,
    )
    held.frozen_at, held.frozen_by_id, held.frozen_on = at, signed_in(by), today
    held.frame_hash, held.population = frame.digest, frame.sizes
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.freeze_frame",
        kind=Processing.COMBINATION,
        subject=queries.subject_of(held),
        reason=held.purpose,
        details={"frame": frame.digest, "files": len(placed)},
        records=subjects_of(cases),
    )
    return held


@transaction.atomic
def draw_sample(
    *,
    by: Viewer,
    at: datetime,
    programme: Programme,
    sizes: Mapping[str, int],
    seed: str,
    double_percent: int = LEAST_TWICE,
) -> Programme:
    """Draw the sample, once.

    Args:
        sizes: how many files to draw, by stratum.
        seed: made by chance after the frame was frozen.
        double_percent: of a hundred files, how many two score.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: the frame is not frozen, or was drawn from.
        CannotDraw: no such sample can be drawn.
    """
    held = _held(by, programme)
    check_state(
        held.state,
        ProgrammeState.FROZEN,
        sentence="Files are drawn once, from a frame that is frozen.",
    )
    entries = {str(one.case_id): one for one in held.entries.all()}
    frame = Frame.of((case, one.stratum) for case, one in entries.items())
    if frame.digest != held.frame_hash:
        raise OutOfOrder("The frame is no longer what was frozen: nothing can be drawn from it.")
    drawn = draw(frame, sizes, seed=seed, double_percent=double_percent)
    for place, one in enumerate(drawn, start=1):
        entry = entries[one.reference]
        entry.place, entry.is_double = place, one.is_double
    chosen = [entries[one.reference] for one in drawn]
    FrameEntry.objects.bulk_update(chosen, ["place", "is_double"], batch_size=200)
    held.drawn = {one: count for one, count in sizes.items() if count}
    held.seed, held.drawn_at, held.drawn_by_id = seed, at, signed_in(by)
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.draw_sample",
        subject=queries.subject_of(held),
        details={"frame": frame.digest, "seed": seed, "drawn": held.drawn},
    )
    return held


@transaction.atomic
def note_frame_taken(*, by: Viewer, at: datetime, programme: Programme) -> str:
    """The text of a frozen frame, from which anybody can draw again; leaves an entry that names its
    cases.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: it is not frozen yet.
    """
    held = _held(by, programme)
    if held.state is ProgrammeState.PLANNED:
        raise OutOfOrder("The frame is not frozen yet.")
    entries = list(held.entries.select_related("case"))
    record(
        by=by,
        at=at,
        act="casereviews.note_frame_taken",
        kind=Processing.CONSULTATION,
        subject=queries.subject_of(held),
        reason=held.purpose,
        records=subjects_of(one.case for one in entries),
    )
    return Frame.of((str(one.case_id), one.stratum) for one in entries).text


@transaction.atomic
def close_programme(*, by: Viewer, at: datetime, programme: Programme, words: str) -> Programme:
    """Close a review: whoever still reads a file for it reads it no longer.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: it is closed already, or nothing is said.
    """
    held = _held(by, programme)
    if held.state is ProgrammeState.CLOSED:
        raise OutOfOrder("The review is closed already.")
    if not words.strip():
        raise OutOfOrder("Say what the review came to")
    _end_work(by, at, held.pk)
    held.closed_at, held.closed_by_id, held.closed_because = at, signed_in(by), words.strip()
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.close_programme",
        subject=queries.subject_of(held),
        reason=held.closed_because,
    )
    return held


def _end_work(by: Viewer, at: datetime, programme_id: int) -> None:
    """End every assignment of a case that a review made and that still runs."""
    running = FileReview.objects.standing().filter(
        entry__programme=programme_id, work__ended_at__isnull=True
    )
    for review in running.select_related("work"):
        casework.end_assignment(by=by, at=at, assignment=review.work)


def _held(by: Viewer, programme: Programme) -> Programme:
    held = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    access.check_can_plan(by, held.force_id)
    return held
