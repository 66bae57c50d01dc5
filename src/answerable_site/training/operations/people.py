"""Training records: postings, certificates, continuing professional development."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable_site.audit.operations import record
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind, Viewer
from answerable_site.training import access, queries
from answerable_site.training.models import (
    CourseVersion,
    Development,
    Posting,
    Qualification,
    TrainingRecord,
)
from answerable_site.training.operations.courses import HasEnded
from answerable_site.training.rules import DaysOutOfOrder, Duty, check_order, duties_in


class NotOfThisOrganisation(ValueError):
    """The person, or the duty, is none of this organisation’s."""


@transaction.atomic
def open_record(
    *, by: Viewer, at: datetime, organisation: Organisation, user: User
) -> TrainingRecord:
    """Begin the training record of somebody who works here. It stays when they leave.

    Raises:
        access.Refused: the viewer keeps no training there.
        NotOfThisOrganisation: the person holds no role there in which one learns, or has a record.
    """
    access.check_can_keep(by, organisation.pk)
    without = queries.people_without_record(organisation, on=timezone.localdate(at))
    if not without.filter(pk=user.pk).exists():
        raise NotOfThisOrganisation(f"No training record can be opened for {user.full_name} here")
    opened = TrainingRecord.objects.create(
        organisation=organisation, user=user, opened_at=at, opened_by_id=signed_in(by)
    )
    record(
        by=by,
        at=at,
        act="training.open_record",
        subject=f"training.record:{opened.pk}",
        details={"user": user.pk, "organisation": organisation.pk},
    )
    return opened


@transaction.atomic
def add_posting(
    *,
    by: Viewer,
    at: datetime,
    person: TrainingRecord,
    duty: Duty,
    unit: str,
    from_on: date,
    to_on: date | None = None,
) -> Posting:
    """Record a posting; both days inclusive. Several may run at once.

    Raises:
        access.Refused: the viewer keeps no training there.
        NotOfThisOrganisation: there is no such duty in this kind of organisation.
        DaysOutOfOrder: it would end before it begins.
    """
    access.check_can_keep(by, person.organisation_id)
    if duty not in duties_in(OrganisationKind(person.organisation.kind)):
        raise NotOfThisOrganisation("There is no such duty here")
    check_order(from_on, to_on, "The last day must be the first day or later")
    added = Posting.objects.create(
        record=person,
        duty=duty,
        unit=unit.strip(),
        from_on=from_on,
        to_on=to_on,
        recorded_at=at,
        recorded_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="training.add_posting",
        subject=f"training.record:{person.pk}",
        details={
            "posting": added.pk,
            "duty": duty,
            "from_on": from_on.isoformat(),
            "to_on": to_on.isoformat() if to_on else None,
        },
    )
    return added


@transaction.atomic
def end_posting(*, by: Viewer, at: datetime, posting: Posting, last_day: date) -> Posting:
    """Record the last day of a posting, which still counts.

    Raises:
        access.Refused: the viewer keeps no training there.
        HasEnded: it has a last day, or was struck out.
        DaysOutOfOrder: the day lies before its first.
    """
    posting = Posting.objects.select_for_update(of=("self",)).get(pk=posting.pk)
    access.check_can_keep(by, posting.record.organisation_id)
    if posting.to_on is not None or posting.is_struck:
        raise HasEnded("This posting has ended already")
    check_order(posting.from_on, last_day, "The last day must be the first day or later")
    posting.to_on = last_day
    posting.save()
    record(
        by=by,
        at=at,
        act="training.end_posting",
        subject=f"training.record:{posting.record_id}",
        details={"posting": posting.pk, "last_day": last_day.isoformat()},
    )
    return posting


@transaction.atomic
def add_qualification(
    *,
    by: Viewer,
    at: datetime,
    person: TrainingRecord,
    version: CourseVersion,
    from_on: date,
    to_on: date | None,
    evidence: str,
) -> Qualification:
    """Record a qualification from a certificate, such as one of another force.

    Args:
        to_on: the last day that it names; None where it names none.
        evidence: what was shown, and where it is kept.

    Raises:
        access.Refused: the viewer keeps no training there, or the course is another’s.
        DaysOutOfOrder: it would end before it begins, or begins in the future.
    """
    access.check_can_keep(by, person.organisation_id)
    if version.course.organisation_id != person.organisation_id:
        raise Refused("This course is not kept in the organisation of this person.")
    check_order(from_on, to_on, "The last day must be the first day or later")
    _check_past(from_on, at)
    added = Qualification.objects.create(
        record=person,
        version=version,
        from_on=from_on,
        to_on=to_on,
        evidence=evidence.strip(),
        recorded_at=at,
        recorded_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="training.add_qualification",
        subject=f"training.record:{person.pk}",
        details={
            "qualification": added.pk,
            "version": version.pk,
            "from_on": from_on.isoformat(),
            "to_on": to_on.isoformat() if to_on else None,
        },
    )
    return added


@transaction.atomic
def add_development(
    *, by: Viewer, at: datetime, person: TrainingRecord, on: date, what: str, minutes: int
) -> Development:
    """Record continuing professional development.

    Raises:
        access.Refused: the viewer keeps no training there.
        DaysOutOfOrder: the day lies in the future.
    """
    access.check_can_keep(by, person.organisation_id)
    _check_past(on, at)
    added = Development.objects.create(
        record=person,
        on=on,
        what=what.strip(),
        minutes=minutes,
        recorded_at=at,
        recorded_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="training.add_development",
        subject=f"training.record:{person.pk}",
        details={"development": added.pk, "on": on.isoformat(), "minutes": minutes},
    )
    return added


def _check_past(day: date, at: datetime) -> None:
    if day > timezone.localdate(at):
        raise DaysOutOfOrder("The day must be today or in the past")
