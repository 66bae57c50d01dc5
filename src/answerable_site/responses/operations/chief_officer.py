"""The invitation to the chief officer, and what came of it."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access
from answerable_site.responses.models import ChiefOfficerComments, Dispatch, Invitation
from answerable_site.responses.operations.files import ReceivedFile
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules import invitations
from answerable_site.responses.rules.words import Channel, DispatchState, Language, Purpose


class DatesOutOfOrder(ValueError):
    """One of the dates cannot be, seen beside the other or today."""


class NotInvited(ValueError):
    """The chief officer was not invited, so nothing can be missing."""


class NothingWritten(ValueError):
    """The text is empty."""


class CommentsStillWanted(ValueError):
    """The day by which comments are wanted has not passed."""


@transaction.atomic
def invite_chief_officer(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    invited_on: date,
    comments_wanted_by: date,
    channel: Channel | None = None,
    proof: str = "",
    file: ReceivedFile | None = None,
) -> Invitation:
    """Record that the chief officer was invited to comment by a date; the latest counts.

    Args:
        channel: how the invitation was sent, where that is known; it then stands among what was
            sent, too.
        proof: how it can be shown, in words.
        file: the letter or e-mail itself.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        DatesOutOfOrder: comments are wanted before the invitation, or it lies in the future.
        FileTooLarge: the file is too large to keep.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    if invited_on > civil_date(at):
        raise DatesOutOfOrder("The invitation cannot be in the future. Enter the day it was sent.")
    if comments_wanted_by < invited_on:
        raise DatesOutOfOrder(
            "The date for comments is before the invitation. Enter a later date for comments."
        )
    response = LockedResponse.of(inspection, body, by=by, at=at)
    invitation = Invitation.objects.create(
        response=response.row,
        invited_on=invited_on,
        comments_wanted_by=comments_wanted_by,
        proof=proof.strip(),
        file=file.keep(response.row, at=at, by_id=response.person_id) if file else None,
        recorded_at=at,
        recorded_by_id=response.person_id,
    )
    if channel:
        _sent(invitation, channel, body)
    voided = response.void_preparation("The invitation to the chief officer was changed.")
    record(
        by=by,
        at=at,
        act="responses.invite_chief_officer",
        subject=response.subject,
        details={
            "invited_on": invited_on.isoformat(),
            "comments_wanted_by": comments_wanted_by.isoformat(),
            "channel": channel,
            "sha256": invitation.file.sha256 if invitation.file else None,
            "voided": voided,
        },
    )
    return invitation


@transaction.atomic
def submit_chief_officer_comments(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    author_name: str,
    author_title: str,
    text: str,
    version: int,
    language: Language = Language.ENGLISH,
) -> ChiefOfficerComments:
    """Comments that the chief officer's own office sends; received on the day they are sent.

    Args:
        version: the latest version that the writer saw; 0 for none.
        language: of the comments.

    Raises:
        access.Refused: the viewer does not work for the chief officer of the body's force.
        NothingWritten: the text is empty.
        ChangedMeanwhile: another version was saved since.
        NothingChanged: the latest version says the same.
        ResponsePublished: the response is published.
    """
    access.check_can_submit_comments(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    written = {
        **_said(author_name=author_name, author_title=author_title, text=text),
        "language": language,
        "submitted_here": True,
    }
    comments = _next_comments(
        response, version=version, written=written, received_on=civil_date(at)
    )
    response.forget_unsaved("submit_comments")
    voided = response.void_preparation(_CHANGED)
    record(
        by=by,
        at=at,
        act="responses.submit_chief_officer_comments",
        subject=response.subject,
        details={"version": comments.version, "voided": voided},
    )
    return comments


@transaction.atomic
def enter_chief_officer_comments(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    received_on: date,
    author_name: str,
    author_title: str,
    text: str,
    version: int,
    language: Language = Language.ENGLISH,
    letter: ReceivedFile | None = None,
    kept: uuid.UUID | None = None,
) -> ChiefOfficerComments:
    """Comments that came by letter or e-mail, entered by the body's response officer.

    Args:
        version: the latest version that the writer saw; 0 for none.
        language: of the comments.
        letter: the letter itself, where it is added now.
        kept: the key of a letter that `keep_letter` kept before, if none is added now.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        DatesOutOfOrder: they were received in the future.
        NothingWritten: the text is empty.
        ChangedMeanwhile: another version was saved since.
        NothingChanged: the latest version says the same.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    if received_on > civil_date(at):
        raise DatesOutOfOrder(
            "Comments cannot be received in the future. Enter the day on which they arrived."
        )
    response = LockedResponse.of(inspection, body, by=by, at=at)
    written = {
        **_said(author_name=author_name, author_title=author_title, text=text),
        "language": language,
        "received_on": received_on,
        "file_id": _letter_id(response, letter, kept),
    }
    comments = _next_comments(response, version=version, written=written)
    response.forget_unsaved("enter_comments")
    voided = response.void_preparation(_CHANGED)
    record(
        by=by,
        at=at,
        act="responses.enter_chief_officer_comments",
        subject=response.subject,
        details={
            "version": comments.version,
            "voided": voided,
            "sha256": comments.file.sha256 if comments.file else None,
        },
    )
    return comments


@transaction.atomic
def record_no_comments(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation, version: int
) -> ChiefOfficerComments:
    """Record that no comments were received by the date: a fact to publish, no obstacle.

    Args:
        version: the latest version that the writer saw; 0 for none.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NotInvited: there is no invitation.
        CommentsStillWanted: the date has not passed.
        ChangedMeanwhile: comments were saved since.
        NothingChanged: this is recorded already.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    invitation = response.row.invitations.last()
    if invitation is None:
        raise NotInvited("The chief officer has not been invited to comment. Invite them first.")
    wanted_by = invitation.comments_wanted_by
    if not invitations.none_received(wanted_by, on=civil_date(at)):
        raise CommentsStillWanted(
            f"The chief officer has until {wanted_by.day} {wanted_by:%B %Y}. Record this from the "
            "next day on."
        )
    written = {"none_received_by": wanted_by, "text": ""}
    comments = _next_comments(response, version=version, written=written)
    voided = response.void_preparation(_CHANGED)
    record(
        by=by,
        at=at,
        act="responses.record_no_comments",
        subject=response.subject,
        details={"version": comments.version, "voided": voided},
    )
    return comments


def _sent(invitation: Invitation, channel: Channel, body: Organisation) -> None:
    """The invitation among what was sent."""
    force = body.force
    Dispatch.objects.create(
        response=invitation.response,
        purpose=Purpose.INVITATION,
        recipient=", ".join(filter(None, [force.holder_title, force.name]))
        if force
        else "Chief officer",
        channel=channel,
        state=DispatchState.SENT,
        sent_on=invitation.invited_on,
        proof=invitation.proof,
        file=invitation.file,
        recorded_at=invitation.recorded_at,
        recorded_by_id=invitation.recorded_by_id,
    )


def _letter_id(
    response: LockedResponse, letter: ReceivedFile | None, kept: uuid.UUID | None
) -> uuid.UUID | None:
    if letter:
        return letter.keep(response.row, at=response.at, by_id=response.person_id).pk
    if kept is None:
        return None
    return response.row.files.filter(pk=kept).values_list("pk", flat=True).first()


_CHANGED = "The chief officer’s comments were changed."


def _said(*, author_name: str, author_title: str, text: str) -> dict[str, Any]:
    if not text.strip():
        raise NothingWritten("Enter the chief officer’s comments.")
    return {
        "author_name": author_name.strip(),
        "author_title": author_title.strip(),
        "text": text.strip(),
    }


def _next_comments(
    response: LockedResponse,
    *,
    version: int,
    written: dict[str, Any],
    **dates: date,
) -> ChiefOfficerComments:
    latest = response.row.chief_officer_comments.last()
    return ChiefOfficerComments.objects.create(
        response=response.row,
        version=response.next_version(latest, seen=version, after=written),
        written_at=response.at,
        written_by_id=response.person_id,
        **written,
        **dates,
    )
