"""Joint meetings, whose actions go to follow-up, and who does what, explained to the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import operations as followup
from answerable_site.followup.models import Commitment
from answerable_site.followup.rules import Target, Whose
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Viewer
from answerable_site.support import access
from answerable_site.support.models import (
    JointMeeting,
    MeetingPoint,
    Presence,
    RolePage,
    RoleText,
)
from answerable_site.support.rules import MeetingRefused, RoleKind


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was talked about, or agreed."""

    words: str
    commitment: Commitment | None = None
    """What it is about; needed for an action."""
    title: str = ""
    """Of an action, in a line; empty where nothing is to be done."""
    owner: User | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """What an organisation does, as it explains it to the others."""

    does: str
    does_not: str
    when_to_ask: str
    owner: User
    review_on: date


@transaction.atomic
def add_meeting(
    *, by: Viewer, at: datetime, body: Organisation, title: str, on: date, place: str
) -> JointMeeting:
    """Keep a joint meeting of police, prosecutors and services.

    Raises:
        access.Refused: the viewer does not act for the body.
    """
    access.check_can_keep(by, body.pk)
    meeting = JointMeeting.objects.create(
        body=body, title=title.strip(), on=on, place=place.strip(), at=at, by_id=signed_in(by)
    )
    record(by=by, at=at, act="support.add_meeting", subject=meeting.subject)
    return meeting


@transaction.atomic
def add_presence(
    *, by: Viewer, at: datetime, meeting: JointMeeting, organisation: str, office_title: str
) -> Presence:
    """Write down from which organisation somebody came, and what they do there.

    Raises:
        access.Refused: the viewer does not act for the body.
    """
    held = _locked(meeting, by)
    presence = Presence.objects.create(
        meeting=held,
        organisation=organisation.strip(),
        office_title=office_title.strip(),
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="support.add_presence",
        subject=held.subject,
        details={"presence": presence.pk},
    )
    return presence


@transaction.atomic
def agree(*, by: Viewer, at: datetime, meeting: JointMeeting, agreed: Agreed) -> MeetingPoint:
    """Write down what was talked about or agreed; an action goes into follow-up with it.

    Raises:
        access.Refused: the viewer does not act for the body.
        MeetingRefused: there are no words, or an action names no commitment.
        followup.rules.DateRefused: the date cannot be set so.
        followup.operations.OwnerRefused: the owner has no role in the organisation that acts.
    """
    held = _locked(meeting, by)
    words, title = agreed.words.strip(), agreed.title.strip()
    if not words:
        raise MeetingRefused("Write what was talked about or agreed")
    action = None
    if title:
        if agreed.commitment is None:
            raise MeetingRefused("Choose the commitment that the action serves")
        target = Target(agreed.due_on, Whose.INTERNAL) if agreed.due_on else None
        new = followup.NewAction(title=title, words=words, owner=agreed.owner, target=target)
        action = followup.add_action(by=by, at=at, commitment=agreed.commitment, action=new)
    point = MeetingPoint.objects.create(
        meeting=held,
        words=words,
        commitment=agreed.commitment,
        action=action,
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="support.agree",
        subject=held.subject,
        details={"point": point.pk, "action": action.pk if action else None},
    )
    return point


@transaction.atomic
def add_role_page(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    organisation: Organisation,
    explained: Explained,
) -> RolePage:
    """Add the page on which an organisation around a body explains what it does.

    Raises:
        access.Refused: the viewer does not act for the body.
        MeetingRefused: there is such a page, or the organisation has no part in cases.
    """
    access.check_can_keep(by, body.pk)
    if organisation.kind not in {kind.value for kind in RoleKind}:
        raise MeetingRefused("Choose the police, the prosecutors or a support service")
    if RolePage.objects.filter(body=body, organisation=organisation).exists():
        raise MeetingRefused("There is a page of this organisation already")
    page = RolePage.objects.create(body=body, organisation=organisation, at=at, by_id=signed_in(by))
    _explain(page, explained, by, at)
    record(by=by, at=at, act="support.add_role_page", subject=page.subject)
    return page


@transaction.atomic
def explain_role(*, by: Viewer, at: datetime, page: RolePage, explained: Explained) -> RoleText:
    """Say anew what an organisation does. What was said before stays to be read.

    Raises:
        access.Refused: the viewer does not act for the body.
    """
    held = RolePage.objects.select_for_update().get(pk=page.pk)
    access.check_can_keep(by, held.body_id)
    text = _explain(held, explained, by, at)
    record(by=by, at=at, act="support.explain_role", subject=held.subject)
    return text


def _locked(meeting: JointMeeting, by: Viewer) -> JointMeeting:
    held = JointMeeting.objects.select_for_update().get(pk=meeting.pk)
    access.check_can_keep(by, held.body_id)
    return held


def _explain(page: RolePage, explained: Explained, by: Viewer, at: datetime) -> RoleText:
    return RoleText.objects.create(
        page=page,
        does=explained.does.strip(),
        does_not=explained.does_not.strip(),
        when_to_ask=explained.when_to_ask.strip(),
        owner=explained.owner,
        review_on=explained.review_on,
        at=at,
        by_id=signed_in(by),
    )
