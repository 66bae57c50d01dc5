"""Secret addresses of calendars: made, fetched, revoked."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from answerable_site.audit.operations import Actor, record
from answerable_site.home import access, rules
from answerable_site.home.models import CalendarAddress
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer

SECRET_BYTES = 32


class AddressRevoked(ValueError):
    """The address was revoked before."""


@dataclass(frozen=True, slots=True)
class MadeAddress:
    """A new address with its secret, which nobody can read again."""

    address: CalendarAddress
    secret: str


@transaction.atomic
def make_calendar_address(
    *, by: Viewer, at: datetime, body: Organisation | None = None
) -> MadeAddress:
    """Make a secret address at which a calendar program fetches one's dates.

    Args:
        by: whose dates they are.
        at: when.
        body: the one body whose dates it shows; None for all bodies of the person.

    Raises:
        access.Refused: the viewer takes no part in the work of the body, or of any body.
    """
    person_id = access.check_can_make_calendar(by, body.pk if body else None)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    address = CalendarAddress.objects.create(
        person_id=person_id, body=body, secret_hash=rules.secret_hash(secret), made_at=at
    )
    record(
        by=by,
        at=at,
        act="home.make_calendar_address",
        subject=f"home.calendaraddress:{address.pk}",
        details={"body": body.pk if body else None},
    )
    return MadeAddress(address, secret)


@transaction.atomic
def revoke_calendar_address(*, by: Viewer, at: datetime, address: CalendarAddress) -> None:
    """Revoke one's own address; from now on it leads nowhere.

    Raises:
        access.Refused: it is somebody else's.
        AddressRevoked: it was revoked before.
    """
    address = CalendarAddress.objects.select_for_update(of=("self",)).get(pk=address.pk)
    access.check_owns(by, address)
    if address.revoked_at:
        raise AddressRevoked("This address was revoked before. It leads nowhere any more.")
    address.revoked_at, address.revoked_by_id = at, by.user_id
    address.save(update_fields=["revoked_at", "revoked_by"])
    record(
        by=by,
        at=at,
        act="home.revoke_calendar_address",
        subject=f"home.calendaraddress:{address.pk}",
    )


@transaction.atomic
def note_calendar_fetched(*, by: Actor, at: datetime, address: CalendarAddress) -> None:
    """Note, once a day, that a calendar program fetched the dates, so that people see which of
    their addresses are in use."""
    on = timezone.localdate(at)
    if address.last_fetched_on == on:
        return
    address = CalendarAddress.objects.select_for_update(of=("self",)).get(pk=address.pk)
    if address.last_fetched_on == on:
        return
    address.last_fetched_on = on
    address.save(update_fields=["last_fetched_on"])
    record(
        by=by,
        at=at,
        act="home.note_calendar_fetched",
        subject=f"home.calendaraddress:{address.pk}",
    )
