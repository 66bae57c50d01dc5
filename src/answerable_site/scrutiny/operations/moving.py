"""A meeting that is moved to another day, or called off."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny import queries, rules
from answerable_site.scrutiny.models import CallingOff, DayChange, Meeting
from answerable_site.scrutiny.operations.held import Held
from answerable_site.scrutiny.operations.publishing import hand_over


@transaction.atomic
def move_meeting(
    *,
    by: Viewer,
    at: datetime,
    today: date,
    meeting: Meeting,
    to_on: date,
    begins: str,
    reason: str,
) -> DayChange:
    """Move a meeting that was not held to another day. The first day and every other stay in view.

    Where the public was told of it, what it reads next is handed to the press at once.

    Args:
        today: the civil date; a meeting is moved to a day that has not passed.
        to_on: the civil date on which it is to be held.
        begins: the time in the United Kingdom, as "14:30"; empty if not known.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: it was held or called off, or the day is the same or has passed.
        NothingSaid: no reason is given.
        answerable.writing.pdf.NotPrinted: what the public is to read cannot be printed.
    """
    held = Held.kept(by, meeting, rules.STILL_AHEAD, "This meeting was held, or is called off.")
    because = rules.words_in(reason, "Say why it is moved")
    if to_on == held.on:
        raise rules.OutOfOrder("Enter another day than the one it is on.")
    if to_on < today:
        raise rules.OutOfOrder("Enter a day that has not passed.")
    change = DayChange.objects.create(
        meeting=held, from_on=held.on, to_on=to_on, reason=because, at=at, by_id=signed_in(by)
    )
    held.on, held.begins = to_on, begins
    held.save(update_fields=["on", "begins"])
    _tell_the_public(by, at, today, held)
    record(
        by=by,
        at=at,
        act="scrutiny.move_meeting",
        subject=held.subject,
        details={"from_on": change.from_on.isoformat(), "to_on": to_on.isoformat()},
    )
    return change


@transaction.atomic
def call_off(*, by: Viewer, at: datetime, today: date, meeting: Meeting, reason: str) -> CallingOff:
    """Call a meeting off that was not held. It stays in view, and nothing follows.

    Where the public was told of it, what it reads next is handed to the press at once.

    Args:
        today: the civil date, which is that of the calling off.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: it was held or called off.
        NothingSaid: no reason is given.
        answerable.writing.pdf.NotPrinted: what the public is to read cannot be printed.
    """
    held = Held.kept(by, meeting, rules.STILL_AHEAD, "This meeting was held, or is called off.")
    calling_off = CallingOff.objects.create(
        meeting=held,
        on=today,
        reason=rules.words_in(reason, "Say why it is called off"),
        at=at,
        by_id=signed_in(by),
    )
    held.state = rules.MeetingState.CALLED_OFF
    held.save(update_fields=["state"])
    _tell_the_public(by, at, today, held)
    record(by=by, at=at, act="scrutiny.call_off", subject=held.subject)
    return calling_off


def _tell_the_public(by: Viewer, at: datetime, today: date, held: Meeting) -> None:
    if queries.was_announced(held):
        hand_over(by=by, at=at, today=today, meeting=held)
