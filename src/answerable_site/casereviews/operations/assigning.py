"""Drawn files are handed to reviewers, and taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.casereviews import access, queries
from answerable_site.casereviews.models import FileReview, FrameEntry, Programme
from answerable_site.casereviews.rules import (
    OutOfOrder,
    ProgrammeState,
    check_state,
    handed_round,
    reviews_wanted,
)
from answerable_site.casework import operations as casework
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer


@transaction.atomic
def assign_reviewers(
    *, by: Viewer, at: datetime, today: date, programme: Programme, reviewers: Collection[int]
) -> tuple[int, int]:
    """Hand every drawn file that still needs a reviewer to some, evenly, in the order of the draw.

    A file goes to nobody who works on its case, or whose organisation does not share it. Each gets
    the case assigned, which ends with the review.

    Args:
        reviewers: who takes part, by number.
        today: the civil date on which they hold the role.

    Returns:
        How many reviews were handed out, and how many are still wanted.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: no file is drawn yet, or the review is closed.
    """
    held = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    access.check_can_plan(by, held.force_id)
    check_state(
        held.state, ProgrammeState.DRAWN, sentence="Files are handed out once they are drawn."
    )
    entries = {one.pk: one for one in queries.drawn_entries(held)}
    wanted = [(one.pk, missing) for one in entries.values() if (missing := _still_wanted(one))]
    posts = {
        number: queries.reviewers_of(by, entries[number], among=reviewers, on=today)
        for number, _ in wanted
    }
    pairs = handed_round(
        wanted,
        {number: sorted(found) for number, found in posts.items()},
        Counter(one.reviewer_id for entry in entries.values() for one in entry.reviews.all()),
    )
    for number, reviewer in pairs:
        post = posts[number][reviewer]
        work = casework.assign(
            by=by,
            at=at,
            case=entries[number].case,
            user=post.user,
            organisation=post.organisation,
        )
        FileReview.objects.create(
            entry=entries[number],
            reviewer=post.user,
            organisation=post.organisation,
            work=work,
            assigned_at=at,
            assigned_by_id=signed_in(by),
        )
    record(
        by=by,
        at=at,
        act="casereviews.assign_reviewers",
        subject=queries.subject_of(held),
        details={"reviews": len(pairs), "reviewers": sorted({one for _, one in pairs})},
    )
    return len(pairs), sum(missing for _, missing in wanted) - len(pairs)


@transaction.atomic
def take_back(*, by: Viewer, at: datetime, review: FileReview) -> FileReview:
    """Take a file back from a reviewer who has not locked it; what they said so far counts not.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: it is locked, or was taken back.
    """
    held = (
        FileReview.objects.select_for_update(of=("self",))
        .select_related("entry__programme", "work")
        .get(pk=review.pk)
    )
    access.check_can_plan(by, held.entry.programme.force_id)
    if held.locked_at is not None or held.taken_back_at is not None:
        raise OutOfOrder("This review is locked, or was taken back already.")
    if held.work.ended_at is None:
        casework.end_assignment(by=by, at=at, assignment=held.work)
    held.taken_back_at = at
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.take_back",
        subject=queries.subject_of(held.entry.programme),
        details={"review": held.pk, "reviewer": held.reviewer_id},
    )
    return held


def _still_wanted(entry: FrameEntry) -> int:
    return reviews_wanted(is_double=entry.is_double) - len(entry.reviews.all())
