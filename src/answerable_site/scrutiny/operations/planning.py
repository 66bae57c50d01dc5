"""Meetings and series: planned, changed, ended; who was there."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny import access, rules
from answerable_site.scrutiny.models import Attendance, Meeting, Series
from answerable_site.scrutiny.operations.held import ANY_STATE, PLANNED, Held
from answerable_site.scrutiny.rules import MeetingState

BEFORE_AGREED = ANY_STATE - {MeetingState.AGREED, MeetingState.CALLED_OFF}

_ATTENDANCE = "The minutes are agreed, or the meeting is called off: attendance stays as it is."


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """What is said of a meeting."""

    title: str
    kind: rules.MeetingKind
    openness: rules.Openness
    on: date
    begins: str = ""
    """The time in the United Kingdom, as "14:30"."""
    place: str = ""
    link: str = ""


@transaction.atomic
def add_series(
    *, by: Viewer, at: datetime, body: Organisation, plan: MeetingPlan, every_weeks: int
) -> Series:
    """Begin a series; its first meeting is planned with it.

    Args:
        every_weeks: weeks between two meetings, at least 1.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_keep(by, body.pk)
    series = Series.objects.create(
        body=body,
        title=plan.title,
        kind=plan.kind,
        openness=plan.openness,
        place=plan.place,
        link=plan.link,
        every_weeks=every_weeks,
        at=at,
        by_id=signed_in(by),
    )
    first = _planned(by, at, body, plan, series)
    record(
        by=by,
        at=at,
        act="scrutiny.add_series",
        subject=f"scrutiny.series:{series.pk}",
        details={"every_weeks": every_weeks, "meeting": first.pk},
    )
    return series


@transaction.atomic
def end_series(*, by: Viewer, at: datetime, series: Series) -> None:
    """Propose no further meeting of a series. Those that are planned stay.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: it has ended.
    """
    ended = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    access.check_can_keep(by, ended.body_id)
    if ended.ended_at is not None:
        raise rules.OutOfOrder("This series has ended already.")
    ended.ended_at = at
    ended.save(update_fields=["ended_at"])
    record(by=by, at=at, act="scrutiny.end_series", subject=f"scrutiny.series:{series.pk}")


@transaction.atomic
def plan_meeting(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    plan: MeetingPlan,
    series: Series | None = None,
) -> Meeting:
    """Plan a meeting, of a series or alone.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the series has ended.
    """
    access.check_can_keep(by, body.pk)
    if series is not None and (series.ended_at is not None or series.body_id != body.pk):
        raise rules.OutOfOrder("This series has ended.")
    meeting = _planned(by, at, body, plan, series)
    record(
        by=by,
        at=at,
        act="scrutiny.plan_meeting",
        subject=meeting.subject,
        details={"on": plan.on.isoformat(), "series": series.pk if series else None},
    )
    return meeting


@transaction.atomic
def change_meeting(*, by: Viewer, at: datetime, meeting: Meeting, plan: MeetingPlan) -> None:
    """Say something else of a meeting whose pack is not frozen. Its day is moved by itself.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: its pack is frozen, or the plan names another day.
    """
    held = Held.kept(
        by, meeting, PLANNED, "The pack is frozen: this meeting is not changed any more."
    )
    if plan.on != held.on:
        raise rules.OutOfOrder("Move the meeting to another day, and say why.")
    before = {name: str(getattr(held, name)) for name in asdict(plan)}
    for name, value in asdict(plan).items():
        setattr(held, name, value)
    held.save(update_fields=list(before))
    record(
        by=by,
        at=at,
        act="scrutiny.change_meeting",
        subject=held.subject,
        details={
            "before": before,
            "after": {name: str(value) for name, value in asdict(plan).items()},
        },
    )


@transaction.atomic
def hold_meeting(*, by: Viewer, at: datetime, today: date, meeting: Meeting) -> None:
    """Say that a meeting was held; from now on decisions and minutes can be written.

    Args:
        today: the civil date, on or after the day of the meeting.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: its pack is not frozen, it was held before, or its day lies ahead.
    """
    frozen = frozenset({MeetingState.FROZEN})
    held = Held.kept(by, meeting, frozen, "Freeze the pack first; a meeting is held once.")
    if today < held.on:
        raise rules.OutOfOrder("The day of this meeting has not come yet.")
    held.state, held.held_at, held.held_by_id = MeetingState.HELD, at, signed_in(by)
    held.save(update_fields=["state", "held_at", "held_by"])
    record(by=by, at=at, act="scrutiny.hold_meeting", subject=held.subject)


@transaction.atomic
def attend(
    *,
    by: Viewer,
    at: datetime,
    meeting: Meeting,
    name: str,
    office_title: str,
    organisation: str,
    presence: rules.Presence,
) -> Attendance:
    """Write down that somebody came, or sent apologies.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the minutes are agreed.
    """
    Held.kept(by, meeting, BEFORE_AGREED, _ATTENDANCE)
    row = Attendance.objects.create(
        meeting=meeting,
        name=name,
        office_title=office_title,
        organisation=organisation,
        presence=presence,
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="scrutiny.attend",
        subject=meeting.subject,
        details={"attendance": row.pk, "presence": presence},
    )
    return row


@transaction.atomic
def drop_attendance(*, by: Viewer, at: datetime, attendance: Attendance) -> None:
    """Take somebody off who was written down by mistake.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the minutes are agreed.
    """
    meeting = attendance.meeting
    Held.kept(by, meeting, BEFORE_AGREED, _ATTENDANCE)
    details = {"name": attendance.name, "presence": attendance.presence}
    Attendance.objects.filter(pk=attendance.pk).delete()
    record(by=by, at=at, act="scrutiny.drop_attendance", subject=meeting.subject, details=details)


def _planned(
    by: Viewer, at: datetime, body: Organisation, plan: MeetingPlan, series: Series | None
) -> Meeting:
    return Meeting.objects.create(
        body=body, series=series, at=at, by_id=signed_in(by), **asdict(plan)
    )
