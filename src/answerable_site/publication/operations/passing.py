"""An entry whose answer is open passes to the body that succeeds."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import check_can_pass_on
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicInspection


@transaction.atomic
def pass_entry(
    *,
    by: Viewer,
    at: datetime,
    entry: PublicInspection,
    to_body: Organisation,
    to_name: str,
    on: date,
) -> PublicInspection:
    """Let the successor act on an entry. Its address and the name of its body stay as they are.

    Args:
        by: an administrator of the body that acted on it, or of the successor.
        to_name: what the successor is called on the day.
        on: the successor's first day.

    Raises:
        access.Refused: the viewer administers neither.
    """
    entry = PublicInspection.objects.select_for_update().get(pk=entry.pk)
    check_can_pass_on(by, entry.answering_body_id, to_body.pk)
    entry.passed_to, entry.passed_to_name, entry.passed_on = to_body, to_name, on
    entry.save(update_fields=["passed_to", "passed_to_name", "passed_on"])
    record(
        by=by,
        at=at,
        act="publication.pass_entry",
        subject=f"publication.publicinspection:{entry.pk}",
        details={"to_body": to_body.pk, "on": on.isoformat()},
    )
    return entry
