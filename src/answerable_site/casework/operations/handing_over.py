"""Handing the cases of one person to another."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import access, queries
from answerable_site.casework.models import CaseAssignment
from answerable_site.casework.operations.working import CannotWorkOnIt
from answerable_site.casework.subjects import subject_of
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Viewer


class NothingToHandOver(ValueError):
    """None of the chosen work runs any more."""


@transaction.atomic
def hand_over(
    *,
    by: Viewer,
    at: datetime,
    work: Collection[CaseAssignment],
    user: User,
    organisation: Organisation,
) -> int:
    """End the work of some on cases and let one person work on them instead, at once.

    Work for another organisation, and what the person works on already, is left as it is.

    Returns:
        How many cases were handed over.

    Raises:
        access.Refused: the viewer may not say who works on one of the cases.
        CannotWorkOnIt: the person holds no such role there.
        NothingToHandOver: none of it runs any more.
    """
    running = list(
        CaseAssignment.objects.running()
        .select_for_update(of=("self",))
        .select_related("case", "organisation")
        .filter(pk__in=[one.pk for one in work], organisation=organisation)
        .exclude(user=user)
    )
    if not running:
        raise NothingToHandOver("None of this work runs any more, or the person does it already.")
    if not _could_work(by, at, user, organisation):
        raise CannotWorkOnIt(
            f"{user.full_name} holds no role there in which they could take cases."
        )
    for one in running:
        access.check_can_end_assignment(by, one)
    _replace(running, user, at=at, by=by)
    subjects = sorted({subject_of(one.case) for one in running})
    record(
        by=by,
        at=at,
        act="casework.hand_over",
        kind=Processing.ALTERATION,
        subject="casework.case",
        details={"user": user.pk, "organisation": organisation.pk, "cases": len(subjects)},
        records=subjects,
    )
    return len(subjects)


def _replace(running: list[CaseAssignment], user: User, *, at: datetime, by: Viewer) -> None:
    CaseAssignment.objects.filter(pk__in=[one.pk for one in running]).update(ended_at=at)
    cases = {one.case_id: one for one in running}
    has_already = set(
        CaseAssignment.objects.running()
        .filter(user=user, case__in=cases, organisation=running[0].organisation_id)
        .values_list("case", flat=True)
    )
    CaseAssignment.objects.bulk_create(
        CaseAssignment(
            case_id=case,
            user=user,
            organisation_id=one.organisation_id,
            assigned_by_id=signed_in(by),
            assigned_at=at,
        )
        for case, one in cases.items()
        if case not in has_already
    )


def _could_work(by: Viewer, at: datetime, user: User, organisation: Organisation) -> bool:
    posts = queries.posts_to_hand_to(by, on=civil_date(at))
    return posts.filter(user=user, organisation=organisation).exists()
