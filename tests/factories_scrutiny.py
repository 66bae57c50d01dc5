"""Meetings of an invented office, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tests import factories, factories_followup
from tests.factories_followup import FollowedUp
from tests.made_once import made_once

from answerable_site.people.models import User
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicEdition
from answerable_site.scrutiny import operations
from answerable_site.scrutiny.models import AgendaItem, Meeting, Pack
from answerable_site.scrutiny.operations import MeetingPlan
from answerable_site.scrutiny.rules import MeetingKind, Openness

ON = date(2026, 10, 20)
"""Of the meeting: twenty days after the original date of every commitment."""
FROZEN_ON = date(2026, 10, 13)
AFTER = date(2026, 10, 22)


@dataclass
class Scrutinised:
    """An office that follows up one report, and a meeting about it."""

    followed: FollowedUp
    meeting: Meeting
    clerk: User
    """A second response officer of the office."""

    def viewer(self, role: str, on: date = ON) -> Viewer:
        """The viewer that one of the people is: `clerk`, `officer`, `liaison`, …"""
        if role == "clerk":
            return factories.viewer(self.clerk, on=on)
        return self.followed.viewer(role, on=on)

    def now(self) -> Meeting:
        """The meeting as it stands."""
        self.meeting.refresh_from_db()
        return self.meeting


def moment(day: date) -> datetime:
    """A moment in the morning of a day."""
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


def plan(openness: Openness = Openness.PUBLIC, on: date = ON, title: str = "") -> MeetingPlan:
    """What is said of a meeting."""
    return MeetingPlan(
        title=title or "Autumn conference",
        kind=MeetingKind.ACCOUNTABILITY,
        openness=openness,
        on=on,
        begins="10:00",
        place="County Hall",
        link="https://example.org/watch",
    )


@made_once
def scrutinised(
    name: str = "Wexmoor",
    openness: Openness = Openness.PUBLIC,
    on: date = ON,
    title: str = "",
    followed: FollowedUp | None = None,
) -> Scrutinised:
    """A planned meeting of an office whose force is late with what it promised."""
    followed = followed or factories_followup.followed_up(name)
    body = followed.office.body
    meeting = operations.plan_meeting(
        by=followed.viewer("officer"),
        at=moment(on - timedelta(days=30)),
        body=body,
        plan=plan(openness, on, title),
    )
    clerk = User.objects.filter(full_name=f"{body.name} Clerk").first()
    return Scrutinised(
        followed,
        meeting,
        clerk or factories.person(f"{body.name} Clerk", (body, Role.RESPONSE_OFFICER)),
    )


def with_agenda(held: Scrutinised) -> list[AgendaItem]:
    """Every exception of the week before the meeting put on the agenda."""
    day = held.meeting.on - timedelta(days=7)
    by, at = held.viewer("officer", day), moment(day)
    proposed = operations.propose_items(by=by, at=at, today=day, meeting=held.meeting)
    operations.accept_items(by=by, at=at, meeting=held.meeting, items=proposed)
    return list(AgendaItem.objects.filter(meeting=held.meeting))


def frozen(held: Scrutinised) -> Pack:
    """The pack, frozen a week before the meeting."""
    if not held.meeting.items.exists():
        with_agenda(held)
    day = held.meeting.on - timedelta(days=7)
    pack = operations.freeze_pack(
        by=held.viewer("officer", day), at=moment(day), today=day, meeting=held.meeting
    )
    held.now()
    return pack


def held(about: Scrutinised) -> Meeting:
    """The meeting, held on its day."""
    if about.meeting.state == "planned":
        frozen(about)
    day = about.meeting.on
    operations.hold_meeting(
        by=about.viewer("officer", day), at=moment(day), today=day, meeting=about.meeting
    )
    return about.now()


def handed_over(about: Scrutinised) -> PublicEdition:
    """The public part, waiting for a publisher."""
    day = about.meeting.on + timedelta(days=2)
    return operations.hand_over(
        by=about.viewer("officer", day), at=moment(day), today=day, meeting=about.meeting
    )


def published(about: Scrutinised) -> PublicEdition:
    """The public part, released."""
    edition = handed_over(about)
    day = about.meeting.on + timedelta(days=3)
    return press.release_edition(by=about.viewer("publisher", day), at=moment(day), edition=edition)
