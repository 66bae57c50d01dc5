"""Who works on a case, and with whom it is shared. Ended, never deleted."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import access, queries
from answerable_site.casework.models import Case, CaseAssignment, CaseShare
from answerable_site.casework.operations.reckoning import Reckoning
from answerable_site.casework.subjects import subject_of
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Viewer


class CannotWorkOnIt(ValueError):
    """The person holds no role in which they could work on this case."""


class AlreadyWorksOnIt(ValueError):
    """The person works on the case already."""


class AlreadyShared(ValueError):
    """The organisation works on the case already."""


class AlreadyEnded(ValueError):
    """It has ended already."""


@transaction.atomic
def assign(
    *, by: Viewer, at: datetime, case: Case, user: User, organisation: Organisation
) -> CaseAssignment:
    """Let somebody work on a case for an organisation, from now on.

    Raises:
        access.Refused: the viewer may not say so for this organisation.
        AlreadyWorksOnIt: the person does already.
        CannotWorkOnIt: they hold no such role there, or the case is not shared with it.
    """
    access.check_can_assign(by, case, organisation)
    if case.assignments.running().filter(user=user, organisation=organisation).exists():
        raise AlreadyWorksOnIt(f"{user.full_name} works on this case already.")
    _check_could_work(by, at, case, user, organisation)
    added = CaseAssignment.objects.create(
        case=case,
        user=user,
        organisation=organisation,
        assigned_by_id=signed_in(by),
        assigned_at=at,
    )
    record(
        by=by,
        at=at,
        act="casework.assign",
        kind=Processing.ALTERATION,
        subject=subject_of(case),
        details={"user": user.pk, "organisation": organisation.pk},
        records=[subject_of(case)],
    )
    return added


@transaction.atomic
def end_assignment(*, by: Viewer, at: datetime, assignment: CaseAssignment) -> CaseAssignment:
    """End somebody’s work on a case, at once.

    Raises:
        access.Refused: the viewer may not say so for this organisation.
        AlreadyEnded: it has ended.
    """
    assignment = (
        CaseAssignment.objects.select_for_update(of=("self",))
        .select_related("case", "organisation")
        .get(pk=assignment.pk)
    )
    access.check_can_end_assignment(by, assignment)
    if assignment.ended_at is not None:
        raise AlreadyEnded("This person’s work on the case has ended already.")
    assignment.ended_at = at
    assignment.save()
    record(
        by=by,
        at=at,
        act="casework.end_assignment",
        kind=Processing.ALTERATION,
        subject=subject_of(assignment.case),
        details={"user": assignment.user_id, "organisation": assignment.organisation_id},
        records=[subject_of(assignment.case)],
    )
    return assignment


@transaction.atomic
def share(*, by: Viewer, at: datetime, case: Case, organisation: Organisation) -> CaseShare:
    """Let another organisation work on a case, from now on. The record names it as recipient.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        AlreadyShared: it does already.
        CannotWorkOnIt: it is of a kind with which cases are not shared.
    """
    access.check_can_share(by, case)
    if case.shares.running().filter(organisation=organisation).exists():
        raise AlreadyShared(f"{organisation.name} works on this case already.")
    if not queries.organisations_to_share_with(case).filter(pk=organisation.pk).exists():
        raise CannotWorkOnIt(f"A case cannot be shared with {organisation.name}.")
    added = CaseShare.objects.create(
        case=case,
        organisation=organisation,
        shared_by_id=signed_in(by),
        shared_at=at,
    )
    # What a CPS Area has to do stands in its lists at once, by the limits that it set.
    Reckoning.of(case, civil_date(at)).keep()
    record(
        by=by,
        at=at,
        act="casework.share",
        kind=Processing.DISCLOSURE,
        subject=subject_of(case),
        recipients=[organisation.name],
        records=[subject_of(case)],
    )
    return added


@transaction.atomic
def end_share(*, by: Viewer, at: datetime, share: CaseShare) -> CaseShare:
    """End another organisation’s work on a case, at once.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        AlreadyEnded: it has ended.
    """
    share = (
        CaseShare.objects.select_for_update(of=("self",)).select_related("case").get(pk=share.pk)
    )
    access.check_can_end_share(by, share)
    if share.ended_at is not None:
        raise AlreadyEnded("The organisation’s work on the case has ended already.")
    share.ended_at = at
    share.save()
    Reckoning.of(share.case, civil_date(at)).keep()
    record(
        by=by,
        at=at,
        act="casework.end_share",
        kind=Processing.ALTERATION,
        subject=subject_of(share.case),
        details={"organisation": share.organisation_id},
        records=[subject_of(share.case)],
    )
    return share


def _check_could_work(
    by: Viewer, at: datetime, case: Case, user: User, organisation: Organisation
) -> None:
    posts = queries.people_to_assign(by, case, on=timezone.localdate(at))
    if not posts.filter(user=user, organisation=organisation).exists():
        raise CannotWorkOnIt(
            f"{user.full_name} holds no role at {organisation.name} in which they could work on "
            "this case."
        )
