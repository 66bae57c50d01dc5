"""Invitations, copies and notices: sent by e-mail from here, or recorded as sent otherwise.

The row of the response is the one lock: whoever sends, notes or records holds it.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from answerable.statute import civil_date
from answerable.writing.canonical import as_json
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicResponse
from answerable_site.register.models import Inspection
from answerable_site.responses import access
from answerable_site.responses.models import Dispatch, Recipient, Response
from answerable_site.responses.operations.chief_officer import DatesOutOfOrder, NothingWritten
from answerable_site.responses.operations.files import ReceivedFile
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.queries import Outgoing
from answerable_site.responses.rules import dispatches
from answerable_site.responses.rules.dispatches import AFTER_PUBLICATION, Attempt, Standing
from answerable_site.responses.rules.versions import NothingChanged
from answerable_site.responses.rules.words import Channel, DispatchState, Purpose


class NothingPublic(ValueError):
    """No published version stands of which a copy could be sent."""


class AlreadyOnItsWay(ValueError):
    """An e-mail for the same purpose waits to be sent."""


class AlreadySent(ValueError):
    """The same e-mail was sent before."""


class ProofMissing(ValueError):
    """Nothing shows that it was sent."""


@transaction.atomic
def send_invitation(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    mail: Outgoing,
    comments_wanted_by: date,
) -> Dispatch:
    """Put the invitation to the chief officer on its way; it counts once the mail server took it.

    Returns:
        The dispatch that waits; hand its key and the date to `tasks.send_dispatch` once this has
        committed.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        DatesOutOfOrder: comments are wanted before today.
        AlreadyOnItsWay: another invitation waits to be sent.
        AlreadySent: the same letter went to the same address today.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    if comments_wanted_by < civil_date(at):
        raise DatesOutOfOrder("The date for comments has passed. Enter a later date for comments.")
    response = LockedResponse.of(inspection, body, by=by, at=at)
    dispatch = _put_on_its_way(response.row, mail, at=at, by_id=response.person_id)
    record(
        by=by,
        at=at,
        act="responses.send_invitation",
        subject=response.subject,
        details={
            "dispatch": dispatch.pk,
            "comments_wanted_by": comments_wanted_by.isoformat(),
            "digest": mail.digest,
        },
    )
    return dispatch


@transaction.atomic
def send_copy(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation, mail: Outgoing
) -> Dispatch:
    """Put a copy or notice of the published version on its way by e-mail.

    Returns:
        The dispatch that waits; hand its key to `tasks.send_dispatch` once this has committed.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NothingPublic: the version does not stand, or was withdrawn.
        AlreadyOnItsWay: another e-mail for this purpose waits to be sent.
        AlreadySent: the same letter went to the same address today.
    """
    access.check_can_draft(by, body.pk)
    person_id = access.person_id(by)
    response = _locked(inspection, body)
    standing = _published(response).filter(withdrawn_at__isnull=True).last()
    if standing is None or standing.pk != mail.public_version_id:
        raise NothingPublic(
            "This version of the response does not stand any more. Look at what is public now, and "
            "send that."
        )
    dispatch = _put_on_its_way(response, mail, at=at, by_id=person_id)
    record(
        by=by,
        at=at,
        act="responses.send_copy",
        subject=_subject(response),
        details={
            "dispatch": dispatch.pk,
            "purpose": mail.purpose,
            "version": standing.version,
            "digest": mail.digest,
        },
    )
    return dispatch


@transaction.atomic
def record_dispatch(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    purpose: Purpose,
    version: int,
    recipient: str,
    address: str,
    channel: Channel,
    sent_on: date,
    proof: str,
    file: ReceivedFile | None = None,
) -> Dispatch:
    """Record that a copy or notice was sent by other means than this product.

    Args:
        purpose: one of `rules.dispatches.AFTER_PUBLICATION`.
        version: the published version that was sent, withdrawn since or not.
        recipient: name.
        address: e-mail or postal address, or name of a portal; may be empty.
        channel: how; not "from here".
        sent_on: the civil date on which it was sent.
        proof: how it can be shown, in words; may be empty if there is a file.
        file: a receipt, the e-mail, a scan; may be absent if there are words.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NothingPublic: there is no such published version.
        DatesOutOfOrder: it was sent in the future, or before the version was published.
        ProofMissing: there are neither words nor a file.
        FileTooLarge: the file is too large to keep.
    """
    access.check_can_draft(by, body.pk)
    person_id = access.person_id(by)
    response = _locked(inspection, body)
    public = _published(response).filter(version=version).last()
    if public is None or purpose not in AFTER_PUBLICATION:
        raise NothingPublic("This version was never published. Choose one that was.")
    _check_day(sent_on, public, today=civil_date(at))
    if not proof.strip() and file is None:
        raise ProofMissing("Say how it can be shown that it was sent, or add a file that shows it.")
    dispatch = Dispatch.objects.create(
        response=response,
        purpose=purpose,
        public_version=public,
        recipient=recipient.strip(),
        address=address.strip(),
        channel=channel,
        state=DispatchState.SENT,
        sent_on=sent_on,
        proof=proof.strip(),
        file=file.keep(response, at=at, by_id=person_id) if file else None,
        recorded_at=at,
        recorded_by_id=person_id,
    )
    record(
        by=by,
        at=at,
        act="responses.record_dispatch",
        subject=_subject(response),
        details={
            "dispatch": dispatch.pk,
            "purpose": purpose,
            "version": version,
            "channel": channel,
            "sent_on": sent_on.isoformat(),
            "sha256": dispatch.file.sha256 if dispatch.file else None,
        },
    )
    return dispatch


@transaction.atomic
def keep_recipient(
    *, by: Viewer, at: datetime, body: Organisation, purpose: Purpose, name: str, email: str
) -> Recipient:
    """Say where the body sends what from now on; what was said before stays.

    Args:
        email: may be empty where only other channels are used.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NothingWritten: the name is empty.
        NothingChanged: the latest says the same.
    """
    access.check_can_draft(by, body.pk)
    if not name.strip():
        raise NothingWritten("Enter the name of the recipient.")
    recipient = _kept_recipient(
        body, purpose, name=name.strip(), email=email.strip(), at=at, by_id=access.person_id(by)
    )
    if recipient is None:
        raise NothingChanged("Nothing was changed, so nothing was saved.")
    record(
        by=by,
        at=at,
        act="responses.keep_recipient",
        subject=f"people.organisation:{body.pk}",
        details={"purpose": purpose, "recipient": recipient.pk},
    )
    return recipient


def _put_on_its_way(row: Response, mail: Outgoing, *, at: datetime, by_id: int) -> Dispatch:
    letter = as_json(mail.letter)
    earlier = row.dispatches.filter(purpose=mail.purpose, channel=Channel.FROM_HERE)
    for dispatch in earlier.filter(state=DispatchState.WAITING):
        _make_way(dispatch, at=at)
    for sent in earlier.filter(state=DispatchState.SENT, address=mail.address):
        if sent.letter == letter:
            raise AlreadySent(f"This letter was sent to {mail.address} already today.")
    _kept_recipient(
        row.body, mail.purpose, name=mail.recipient, email=mail.address, at=at, by_id=by_id
    )
    return Dispatch.objects.create(
        response=row,
        purpose=mail.purpose,
        public_version_id=mail.public_version_id,
        recipient=mail.recipient,
        address=mail.address,
        channel=Channel.FROM_HERE,
        state=DispatchState.WAITING,
        letter=letter,
        recorded_at=at,
        recorded_by_id=by_id,
    )


def _make_way(waiting: Dispatch, *, at: datetime) -> None:
    """An e-mail of which nothing is known any more makes way for another; a fresh one does not."""
    taken_up = bool(waiting.message_id)
    attempt = Attempt(None, DispatchState.WAITING, waiting.recorded_at, taken_up=taken_up)
    if dispatches.state_of(attempt, at=at) is Standing.ON_ITS_WAY:
        raise AlreadyOnItsWay(
            "An e-mail for this is on its way. Look again in a minute before you send another."
        )
    waiting.state = DispatchState.FAILED
    waiting.failure = (
        "It is not known whether this e-mail went out. Another was sent in its place."
        if taken_up
        else "This e-mail was never sent. Another was sent in its place."
    )
    waiting.save(update_fields=["state", "failure"])


def _kept_recipient(
    body: Organisation, purpose: Purpose, *, name: str, email: str, at: datetime, by_id: int
) -> Recipient | None:
    """The new latest recipient; None if the latest says the same already."""
    latest = body.recipients.filter(purpose=purpose).last()
    if latest and (latest.name, latest.email) == (name, email):
        return None
    return Recipient.objects.create(
        body=body, purpose=purpose, name=name, email=email, recorded_at=at, recorded_by_id=by_id
    )


def _check_day(sent_on: date, public: PublicResponse, *, today: date) -> None:
    if sent_on > today:
        raise DatesOutOfOrder("It cannot be sent in the future. Enter the day it was sent.")
    if sent_on < public.published_on:
        first = public.published_on
        raise DatesOutOfOrder(
            f"Version {public.version} was published on {first.day} {first:%B %Y}. A copy of it "
            "cannot have been sent before."
        )


def _locked(inspection: Inspection, body: Organisation) -> Response:
    row = Response.objects.select_for_update().filter(inspection=inspection, body=body).first()
    if row is None:
        raise NothingPublic("Nothing is published yet of which a copy could be sent.")
    return row


def _published(response: Response) -> QuerySet[PublicResponse]:
    return (
        PublicResponse.objects.filter(responses_version__signature__preparation__response=response)
        .defer("html", "document")
        .order_by("version")
    )


def _subject(response: Response) -> str:
    return f"responses.response:{response.pk}"
