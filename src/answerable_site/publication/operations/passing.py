"""What goes on before the public passes to the body that succeeds."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from answerable_site.audit.operations import record
from answerable_site.people.access import check_can_pass_on
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicFeedback, PublicInspection, PublicMeeting


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


@transaction.atomic
def pass_what_goes_on(
    *, by: Viewer, at: datetime, from_body: Organisation, to_body: Organisation
) -> None:
    """Let the successor release and withdraw what is public of meetings, of progress and of what
    victims told.

    Addresses, and the names under which something was released, stay as they are; who answered
    stays the body that did.

    Args:
        by: an administrator of one of the two.

    Raises:
        access.Refused: the viewer administers neither.
    """
    check_can_pass_on(by, from_body.pk, to_body.pk)
    meetings = PublicMeeting.objects.filter(
        Q(passed_to=from_body) | Q(passed_to__isnull=True, body=from_body)
    ).update(passed_to=to_body)
    feedback = PublicFeedback.objects.filter(
        Q(passed_to=from_body) | Q(passed_to__isnull=True, body=from_body)
    ).update(passed_to=to_body)
    entries = PublicInspection.objects.filter(
        Q(followed_up_by=from_body)
        | Q(followed_up_by__isnull=True, passed_to=from_body)
        | Q(followed_up_by__isnull=True, passed_to__isnull=True, body=from_body)
    ).update(followed_up_by=to_body)
    record(
        by=by,
        at=at,
        act="publication.pass_what_goes_on",
        subject=f"people.organisation:{from_body.pk}",
        details={
            "to_body": to_body.pk,
            "meetings": meetings,
            "entries": entries,
            "feedback": feedback,
        },
    )
