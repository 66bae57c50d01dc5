"""One local policing body takes over from another."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people import access, queries
from answerable_site.people.models import Organisation
from answerable_site.people.operations.locked import _subject
from answerable_site.people.operations.namings import _append, _keep_first_name
from answerable_site.people.rules import OrganisationKind, Viewer


class CannotSucceed(ValueError):
    """One of the two bodies cannot take part in this; the message says why."""


@transaction.atomic
def succeed_body(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    successor: Organisation,
    on: date,
    reason: str,
) -> Organisation:
    """Record that a body's functions passed to another, and with them the force.

    What is open passes by operations of other apps, in the same transaction. The old body's last
    naming keeps the reason.

    Args:
        by: an administrator of one of the two.
        body: the one that ends.
        successor: the one that acts from the day on.
        on: the successor's first day, not to come.

    Raises:
        access.Refused: the viewer administers neither.
        CannotSucceed: one is no local policing body, or was succeeded itself; the two are one; the
            day lies ahead; or the successor holds another force to account.
    """
    access.check_can_pass_on(by, body.pk, successor.pk)
    locked = Organisation.objects.select_for_update().order_by("pk")
    both = {row.pk: row for row in locked.filter(pk__in=(body.pk, successor.pk))}
    body, successor = both[body.pk], both[successor.pk]
    _check(body, successor, on=on, at=at)
    _keep_first_name(body, at=at)
    _append(body, queries.naming_on(body, on), from_on=on, reason=reason, by=by, at=at)
    force_id = _pass_force(body, successor)
    body.succeeded_by, body.succeeded_on = successor, on
    body.save(update_fields=["succeeded_by", "succeeded_on"])
    record(
        by=by,
        at=at,
        act="people.succeed_body",
        subject=_subject(body),
        details={"successor": successor.pk, "on": on.isoformat(), "force": force_id},
    )
    return body


def _check(body: Organisation, successor: Organisation, *, on: date, at: datetime) -> None:
    if body.pk == successor.pk:
        raise CannotSucceed("A body cannot succeed itself. Name two bodies.")
    for one in (body, successor):
        if one.kind != OrganisationKind.LOCAL_POLICING_BODY:
            raise CannotSucceed(f"{one.name} is not a local policing body.")
        if one.succeeded_by_id is not None:
            raise CannotSucceed(f"{one.name} was succeeded by another body already.")
    if on > civil_date(at):
        raise CannotSucceed("The day lies ahead. Do this on the day itself or after it.")
    if body.force_id and successor.force_id:
        raise CannotSucceed(
            f"{successor.name} holds another force to account. One body here holds one force to "
            f"account: add the successor without a force, and it takes over that of {body.name}."
        )


def _pass_force(body: Organisation, successor: Organisation) -> int | None:
    """Let the successor hold the force to account; a force answers to one body at a time."""
    force_id = body.force_id
    if force_id is None:
        return None
    body.force_id = None
    body.save(update_fields=["force"])
    successor.force_id = force_id
    successor.save(update_fields=["force"])
    return force_id
