"""What one office of the matrix has of meetings, by route."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from tests import factories, factories_followup, factories_scrutiny
from tests.site.access.records import Records

from answerable_site.followup.models import Commitment
from answerable_site.people.models import User
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicEdition
from answerable_site.register.models import Recommendation
from answerable_site.scrutiny import operations
from answerable_site.scrutiny.models import AgendaItem, Meeting
from answerable_site.scrutiny.rules import Presence

DUE = date(2026, 3, 31)
"""Long past: every commitment of the matrix is late."""


def add_meetings(records: Records) -> None:
    """One meeting planned, one frozen, one held with minutes, one handed over and one public."""
    office, officer = records.office, _viewer(records.office.officer)
    commitment = _commitment(records)
    planned, frozen, held, waiting, public = (
        _plan(records, officer, name) for name in ("First", "Second", "Third", "Fourth", "Fifth")
    )
    items = {one.pk: _agenda(one, officer, commitment) for one in (frozen, held, waiting, public)}
    _propose(planned, officer)
    for meeting in (frozen, held, waiting, public):
        _freeze(meeting, officer)
    question = operations.ask(
        by=officer,
        at=_now(),
        meeting=frozen,
        words=f"When will {records.mark} be done?",
        asked_by="The Commissioner",
        put_to=office.force,
        item=items[frozen.pk],
    )
    attendance = operations.attend(
        by=officer,
        at=_now(),
        meeting=frozen,
        name=f"{records.mark} Clerk",
        office_title="Clerk",
        organisation=office.body.name,
        presence=Presence.PRESENT,
    )
    _minutes(records, held)
    series = operations.add_series(
        by=officer,
        at=_now(),
        body=office.body,
        plan=factories_scrutiny.plan(on=timezone.localdate(), title=f"{records.mark} quarterly"),
        every_weeks=12,
    )
    edition = _edition(waiting, officer)
    released = press.release_edition(
        by=_viewer(office.publisher), at=_now(), edition=_edition(public, officer)
    )
    on_agenda = operations.add_item(
        by=officer,
        at=_now(),
        meeting=planned,
        title=f"{records.mark} custody suite",
        why="",
        is_public=True,
    )
    for route in ("agenda", "propose", "add_item", "freeze", "change", "move", "call_off"):
        records.arguments[f"scrutiny:{route}"] = {"meeting_id": planned.pk}
    for route in ("leave_out", "move_item", "set_publicity"):
        records.arguments[f"scrutiny:{route}"] = {"item_id": on_agenda.pk}
    for route in ("meeting", "pack", "correct_pack", "attend", "ask", "hold", "publish"):
        records.arguments[f"scrutiny:{route}"] = {"meeting_id": frozen.pk}
    for route in ("decide", "write_minutes", "agree_minutes"):
        records.arguments[f"scrutiny:{route}"] = {"meeting_id": held.pk}
    address = {"body": office.body.slug, "meeting": released.meeting.slug}
    records.arguments |= {
        "scrutiny:pack_file": {"meeting_id": frozen.pk, "form": "pdf"},
        "scrutiny:drop_attendance": {"attendance_id": attendance.pk},
        "scrutiny:answer": {"question_id": question.pk},
        "scrutiny:end_series": {"series_id": series.pk},
        "publication:meetings": {"body": office.body.slug},
        "publication:meeting": address,
        "publication:release_edition": {"edition_id": edition.pk},
        "publication:withdraw_edition": {"edition_id": released.pk},
    }
    for what in ("pdf", "docx", "odt", "document"):
        records.arguments[f"publication:meeting_{what}"] = address | {"number": released.number}


def _now():
    return timezone.now()


def _viewer(user: User) -> Viewer:
    return factories.viewer(user, on=timezone.localdate())


def _commitment(records: Records) -> Commitment:
    asked = Recommendation.objects.get(
        pk=records.arguments["register:recommendation"]["recommendation_id"]
    )
    return factories_followup.promised(
        records.office,
        asked,
        # The organisations around it have theirs already.
        records.office.body,
        due_on=DUE,
        summary=f"{records.mark} will label every bag",
    )


def _plan(records: Records, officer: Viewer, name: str) -> Meeting:
    return operations.plan_meeting(
        by=officer,
        at=_now(),
        body=records.office.body,
        plan=factories_scrutiny.plan(
            on=timezone.localdate(), title=f"{name} conference of {records.mark}"
        ),
    )


def _propose(meeting: Meeting, officer: Viewer) -> None:
    operations.propose_items(by=officer, at=_now(), today=timezone.localdate(), meeting=meeting)


def _agenda(meeting: Meeting, officer: Viewer, commitment: Commitment) -> AgendaItem:
    return operations.add_item(
        by=officer,
        at=_now(),
        meeting=meeting,
        title="",
        why="It is late.",
        is_public=True,
        commitment=commitment,
    )


def _freeze(meeting: Meeting, officer: Viewer) -> None:
    operations.freeze_pack(by=officer, at=_now(), today=timezone.localdate(), meeting=meeting)
    meeting.refresh_from_db()


def _minutes(records: Records, meeting: Meeting) -> None:
    """Written by somebody who is no viewer of the matrix, so that every viewer may agree them."""
    clerk = _viewer(
        factories.person(f"{records.mark} Clerk", (records.office.body, Role.RESPONSE_OFFICER))
    )
    operations.hold_meeting(by=clerk, at=_now(), today=timezone.localdate(), meeting=meeting)
    operations.write_minutes(
        by=clerk, at=_now(), meeting=meeting, words="All agreed.", private_words=""
    )


def _edition(meeting: Meeting, officer: Viewer) -> PublicEdition:
    return operations.hand_over(by=officer, at=_now(), today=timezone.localdate(), meeting=meeting)
