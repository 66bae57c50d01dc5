"""Where a body shows its latest PEEL report and summary assessment."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access
from answerable_site.responses.models import SpecifiedInformation
from answerable_site.responses.operations.chief_officer import DatesOutOfOrder, NothingWritten
from answerable_site.responses.rules.words import InformationKind


@transaction.atomic
def record_specified_information(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    kind: InformationKind,
    title: str,
    published_on: date,
    address: str,
    shown_from_on: date,
    checked_on: date,
    inspection: Inspection | None = None,
) -> SpecifiedInformation:
    """Record that somebody looked and found what the body must show; the latest record counts.

    Args:
        title: of the report or assessment that is shown.
        published_on: the civil date on which the inspectorate published it.
        address: the page of the body's website.
        shown_from_on: the first day on which it was shown there.
        checked_on: the day on which somebody looked and found it in a prominent place.
        inspection: the entry in the register, where there is one.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NothingWritten: the title is empty.
        DatesOutOfOrder: the days cannot follow each other like this.
    """
    access.check_can_draft(by, body.pk)
    if not title.strip():
        raise NothingWritten("Enter the title of the report that is shown.")
    _check_days(published_on, shown_from_on, checked_on, today=civil_date(at))
    row = SpecifiedInformation.objects.create(
        body=body,
        kind=kind,
        inspection=inspection,
        title=title.strip(),
        published_on=published_on,
        address=address,
        shown_from_on=shown_from_on,
        checked_on=checked_on,
        recorded_at=at,
        recorded_by_id=access.person_id(by),
    )
    record(
        by=by,
        at=at,
        act="responses.record_specified_information",
        subject=f"people.organisation:{body.pk}",
        details={
            "row": row.pk,
            "kind": kind,
            "inspection": inspection.pk if inspection else None,
            "published_on": published_on.isoformat(),
            "checked_on": checked_on.isoformat(),
        },
    )
    return row


def _check_days(published_on: date, shown_from_on: date, checked_on: date, *, today: date) -> None:
    if checked_on > today:
        raise DatesOutOfOrder("Nobody can have looked in the future. Enter the day of the look.")
    if shown_from_on > checked_on:
        raise DatesOutOfOrder(
            "It was looked for before it was shown. Enter a day on which it was there."
        )
    if shown_from_on < published_on:
        raise DatesOutOfOrder(
            "It cannot be shown before the inspectorate published it. Check both days."
        )
