"""An open response passes to the body that succeeds the one that began it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import check_can_pass_on, signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.queries import naming_on
from answerable_site.people.rules import Viewer
from answerable_site.publication import operations as press
from answerable_site.responses import queries
from answerable_site.responses.models import HandOver, PublicEntry, Response
from answerable_site.responses.operations.locked import LockedResponse


class NotToBePassed(ValueError):
    """The response is answered, or the successor has one of its own."""


@transaction.atomic
def hand_over(
    *, by: Viewer, at: datetime, response: Response, to_body: Organisation, on: date
) -> HandOver:
    """Pass an open response to the successor of its body, with all that was written in it.

    A standing preparation is voided: nobody signs for a body that is no longer there. The public
    entry, if there is one, passes too; versions that were published stay as they are.

    Args:
        by: an administrator of the body or of its successor.
        to_body: the successor.
        on: the successor's first day.

    Raises:
        access.Refused: the viewer administers neither.
        NotToBePassed: the response is wholly published, or the successor has a response to the
            same inspection.
    """
    row = (
        Response.objects.select_for_update(of=("self",))
        .select_related("body", "inspection")
        .get(pk=response.pk)
    )
    check_can_pass_on(by, row.body_id, to_body.pk)
    _check(row, to_body)
    from_body = row.body
    locked = LockedResponse(row, signed_in(by), at)
    voided = locked.void_preparation(
        f"{from_body.name} was succeeded by another body, which must prepare the response again."
    )
    row.body = to_body
    row.save(update_fields=["body"])
    handed = HandOver.objects.create(
        response=row,
        from_body=from_body,
        to_body=to_body,
        handed_over_on=on,
        recorded_at=at,
        recorded_by_id=locked.person_id,
    )
    link = PublicEntry.objects.filter(response=row).select_related("entry").first()
    if link is not None:
        name = naming_on(to_body, on).name
        press.pass_entry(by=by, at=at, entry=link.entry, to_body=to_body, to_name=name, on=on)
    record(
        by=by,
        at=at,
        act="responses.hand_over",
        subject=locked.subject,
        details={"from_body": from_body.pk, "to_body": to_body.pk, "voided": voided},
    )
    return handed


def _check(row: Response, to_body: Organisation) -> None:
    if not queries.open_responses_of(row.body).filter(pk=row.pk).exists():
        raise NotToBePassed(
            f"The response to “{row.inspection.title}” is published. It stays with the body that "
            "gave it."
        )
    if Response.objects.filter(inspection=row.inspection_id, body=to_body).exists():
        raise NotToBePassed(
            f"{to_body.name} has a response to “{row.inspection.title}” of its own already."
        )
