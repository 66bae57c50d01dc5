"""Pauses of the office's own milestones. Nothing here touches the statutory clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access
from answerable_site.responses.models import MilestonePause
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules.milestones import Pause


class PauseRuns(ValueError):
    """The milestones are stopped already."""


class PauseEnded(ValueError):
    """The pause has a last day already."""


@transaction.atomic
def pause_milestones(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    from_on: date,
    to_on: date | None,
    reason: str,
) -> MilestonePause:
    """Stop the office's own milestones for a time; both days are inclusive.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        PauseEndsBeforeItBegins, PauseWithoutReason: as `rules.milestones.Pause` says.
        PauseRuns: a pause without a last day runs.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    pause = Pause(from_on, to_on, reason)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    if response.row.pauses.filter(to_on__isnull=True).exists():
        raise PauseRuns("The milestones are stopped already. Start them again first.")
    row = MilestonePause.objects.create(
        response=response.row,
        from_on=pause.from_on,
        to_on=pause.to_on,
        reason=pause.reason.strip(),
        recorded_at=at,
        recorded_by_id=response.person_id,
    )
    record(
        by=by,
        at=at,
        act="responses.pause_milestones",
        subject=response.subject,
        details={"pause": row.pk, "from_on": from_on.isoformat()},
    )
    return row


@transaction.atomic
def end_pause(*, by: Viewer, at: datetime, pause: MilestonePause) -> MilestonePause:
    """Start the milestones again: yesterday was the last day of the pause, or its first was.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        PauseEnded: the pause has a last day already.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, pause.response.body_id)
    response = LockedResponse.of(pause.response.inspection, pause.response.body, by=by, at=at)
    pause = MilestonePause.objects.get(pk=pause.pk)
    if pause.to_on is not None:
        raise PauseEnded("This pause has a last day already.")
    pause.to_on = max(pause.from_on, civil_date(at) - timedelta(days=1))
    pause.ended_at, pause.ended_by_id = at, response.person_id
    pause.save(update_fields=["to_on", "ended_at", "ended_by"])
    record(
        by=by,
        at=at,
        act="responses.end_pause",
        subject=response.subject,
        details={"pause": pause.pk, "to_on": pause.to_on.isoformat()},
    )
    return pause
