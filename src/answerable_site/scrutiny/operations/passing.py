"""Meetings of a body pass to the body that succeeds it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import check_can_pass_on, signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny.models import BodyChange, Meeting, Series


@transaction.atomic
def pass_meetings(
    *, by: Viewer, at: datetime, from_body: Organisation, to_body: Organisation, on: date
) -> int:
    """Let the successor keep the meetings and series of the body before it, held or to come.

    Packs stay as they were frozen, under the name of their day; so does what is public.

    Args:
        by: an administrator of one of the two.
        on: the successor’s first day.

    Returns:
        How many meetings passed.

    Raises:
        access.Refused: the viewer administers neither.
    """
    check_can_pass_on(by, from_body.pk, to_body.pk)
    rows = Meeting.objects.select_for_update(of=("self",)).filter(body=from_body)
    passed = list(rows.order_by("pk").values_list("pk", flat=True))
    BodyChange.objects.bulk_create(
        BodyChange(
            meeting_id=key,
            from_body=from_body,
            to_body=to_body,
            on=on,
            at=at,
            by_id=signed_in(by),
        )
        for key in passed
    )
    Meeting.objects.filter(body=from_body).update(body=to_body)
    series = Series.objects.filter(body=from_body).update(body=to_body)
    record(
        by=by,
        at=at,
        act="scrutiny.pass_meetings",
        subject=f"people.organisation:{from_body.pk}",
        details={
            "to_body": to_body.pk,
            "on": on.isoformat(),
            "meetings": passed,
            "series": series,
        },
    )
    return len(passed)
