"""Results leave the force: prepared by one person, released by another, withdrawn by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casereviews import access, queries
from answerable_site.casereviews.models import Programme, ReleasedReview, Theme
from answerable_site.casereviews.rules import (
    OutOfOrder,
    ProgrammeState,
    check_state,
    results_of,
    told_results,
)
from answerable_site.casework.subjects import subjects_of
from answerable_site.disclosure import policy_of
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer

PROFILE = "scrutiny_meeting"


@dataclass(frozen=True, slots=True)
class NewTheme:
    """Something that files have in common."""

    title: str
    words: str
    question: str = ""


@transaction.atomic
def prepare_results(
    *, by: Viewer, at: datetime, programme: Programme, themes: Sequence[NewTheme]
) -> ReleasedReview:
    """Prepare what of a closed review may be told outside the force, for a second person.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: the review is not closed or not finished, or results of it are out already.
    """
    held = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    access.check_can_plan(by, held.force_id)
    check_state(held.state, ProgrammeState.CLOSED, sentence="Close the review first.")
    if held.frozen_on is None or not queries.is_finished(held):
        raise OutOfOrder("The review was closed before every file was scored and decided about.")
    if queries.standing_release(held):
        raise OutOfOrder("Results of this review were prepared already.")
    policy, design = policy_of(PROFILE), held.design
    results = results_of(held.asked, list(queries.scored_files(held).values()), design)
    told = told_results(
        results,
        policy,
        design,
        frame_hash=held.frame_hash,
        seed=held.seed,
    )
    prepared = ReleasedReview.objects.create(
        programme=held,
        force_id=held.force_id,
        title=held.title,
        content=msgspec.to_builtins(told),
        marking=policy.profile.marking,
        as_of=held.frozen_on,
        prepared_at=at,
        prepared_by_id=signed_in(by),
    )
    known = {one.key for one in held.asked}
    Theme.objects.bulk_create(
        Theme(
            release=prepared,
            title=one.title.strip(),
            words=one.words.strip(),
            question=one.question if one.question in known else "",
        )
        for one in themes
    )
    record(
        by=by,
        at=at,
        act="casereviews.prepare_results",
        kind=Processing.COMBINATION,
        subject=queries.subject_of(held),
        details={"release": prepared.pk, "themes": len(themes)},
        records=subjects_of(one.case for one in queries.drawn_entries(held)),
    )
    return prepared


@transaction.atomic
def release_results(*, by: Viewer, at: datetime, release: ReleasedReview) -> ReleasedReview:
    """Release prepared results to the policing body and the force.

    Raises:
        access.Refused: the viewer is no figure checker of the force, or no second person.
        OutOfOrder: they were released or withdrawn already.
    """
    held = _held(release)
    access.check_can_release(by, held)
    if held.released_at is not None or held.withdrawn_at is not None:
        raise OutOfOrder("These results were released or withdrawn already.")
    held.released_at, held.released_by_id = at, signed_in(by)
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.release_results",
        kind=Processing.DISCLOSURE,
        subject=_subject(held),
        details={"programme": held.programme_id},
        recipients=[held.force.name],
    )
    return held


@transaction.atomic
def withdraw_results(
    *, by: Viewer, at: datetime, release: ReleasedReview, words: str
) -> ReleasedReview:
    """Withdraw results, released or still waiting: their page says why and shows them no more.

    Raises:
        access.Refused: the viewer neither checks nor prepares results of the force.
        OutOfOrder: they were withdrawn already, or nothing is said.
    """
    held = _held(release)
    access.check_can_withdraw(by, held)
    if held.withdrawn_at is not None:
        raise OutOfOrder("These results were withdrawn already.")
    if not words.strip():
        raise OutOfOrder("Say why they are withdrawn")
    held.withdrawn_at, held.withdrawn_by_id = at, signed_in(by)
    held.withdrawn_because = words.strip()
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.withdraw_results",
        subject=_subject(held),
        reason=held.withdrawn_because,
        details={"programme": held.programme_id},
    )
    return held


def _held(release: ReleasedReview) -> ReleasedReview:
    return (
        ReleasedReview.objects.select_for_update(of=("self",))
        .select_related("force")
        .get(pk=release.pk)
    )


def _subject(release: ReleasedReview) -> str:
    return f"casereviews.release:{release.pk}"
