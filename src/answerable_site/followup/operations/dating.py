"""Owners, target dates and pauses."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.followup import access, rules
from answerable_site.followup.models import Action, Commitment, Pause
from answerable_site.followup.operations.changing import Moment, NewOwner, NewTarget
from answerable_site.followup.operations.marking import Held
from answerable_site.people.access import signed_in
from answerable_site.people.models import User
from answerable_site.people.rules import Viewer


class PauseRefused(ValueError):
    """It cannot be paused so; the message says why."""


@transaction.atomic
def assign_owner(
    *,
    by: Viewer,
    at: datetime,
    on: date,
    thing: Commitment | Action,
    owner: User | None,
    reason: str = "",
) -> None:
    """Say who owns a commitment or an action from now on; nobody, where the owner is taken off.

    Args:
        on: the civil date; the owner must have a role in the organisation on it.
        reason: why it changes hands; wanted where it had an owner.

    Raises:
        access.Refused: the viewer manages neither.
        OwnerRefused: nothing changes, the person has no role there, or no reason is given.
    """
    new = NewOwner(owner, reason)
    held = new.make(thing, Moment(by, at, on))
    record(by=by, at=at, act="followup.assign_owner", subject=held.subject, details=new.told())


@transaction.atomic
def set_target(
    *, by: Viewer, at: datetime, thing: Commitment | Action, target: rules.Target
) -> None:
    """Set a target date. The first stays the original for ever; every other needs its reason.

    Raises:
        access.Refused: the viewer neither owns nor manages it, or it is closed.
        rules.DateRefused: it cannot be set so.
    """
    new = NewTarget(target)
    held = new.make(thing, Moment(by, at, civil_date(at)))
    record(
        by=by,
        at=at,
        act="followup.set_target",
        subject=held.subject,
        details={"number": held.thing.revisions, **new.told()},
    )


@transaction.atomic
def pause(
    *,
    by: Viewer,
    at: datetime,
    thing: Commitment | Action,
    from_on: date,
    until_on: date,
    reason: str,
) -> None:
    """Hold escalation back until a day, with a reason. It moves no date.

    Args:
        from_on: the first civil date of the pause.
        until_on: its last one, inclusive.

    Raises:
        access.Refused: the viewer does not manage it, or it is closed.
        PauseRefused: it has no reason, or ends before it begins.
    """
    held = Held(thing)
    access.check_can_manage_either(by, held.thing)
    held.check_open()
    if not reason.strip():
        raise PauseRefused("Say why it is paused")
    if until_on < from_on:
        raise PauseRefused("The last day must not be before the first")
    Pause.objects.create(
        **held.about,
        from_on=from_on,
        until_on=until_on,
        reason=reason.strip(),
        at=at,
        by_id=signed_in(by),
    )
    held.keep(at=at, paused_until=until_on)
    record(
        by=by,
        at=at,
        act="followup.pause",
        subject=held.subject,
        details={"from_on": from_on.isoformat(), "until_on": until_on.isoformat()},
    )
