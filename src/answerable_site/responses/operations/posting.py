"""What the product notes while it sends an e-mail: taken up, sent, failed.

An e-mail is taken up once and never again, so that it goes out at most once, however often its
task runs. Whoever takes it up writes down its message ID before anything leaves the machine.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.rules import Viewer
from answerable_site.responses.models import Dispatch, Invitation, Response
from answerable_site.responses.operations.files import ReceivedFile
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules.dispatches import too_late_to_take_up
from answerable_site.responses.rules.words import DispatchState, Purpose


class NotToBeSent(ValueError):
    """The e-mail was taken up before, or does not wait any more."""


class WaitedTooLong(ValueError):
    """The e-mail waited so long that people may have acted meanwhile."""


class WithdrawnMeanwhile(ValueError):
    """The version that the e-mail carries was withdrawn after somebody put it on its way."""


@transaction.atomic
def take_up_dispatch(*, by: Viewer, at: datetime, dispatch_id: int, message_id: str) -> Dispatch:
    """Take up an e-mail that waits; from here on nobody else sends it.

    Args:
        by: the product itself.
        message_id: the ID that the message will bear.

    Raises:
        NotToBeSent: it was taken up before, or does not wait any more.
        WaitedTooLong: nobody took it up in time; note that it failed.
        WithdrawnMeanwhile: what it carries does not stand any more; note that it failed.
    """
    dispatch = _locked(dispatch_id)
    if dispatch.state != DispatchState.WAITING or dispatch.message_id:
        raise NotToBeSent("This e-mail was taken up before.")
    if too_late_to_take_up(recorded_at=dispatch.recorded_at, at=at):
        raise WaitedTooLong(
            "The background worker did not run when this e-mail was to go out, so it was not "
            "sent. Make sure that the worker runs, then send it again."
        )
    if dispatch.public_version and dispatch.public_version.withdrawn_at:
        raise WithdrawnMeanwhile(
            f"Version {dispatch.public_version.version} was withdrawn before this e-mail went out, "
            "so it was not sent. Send a copy of what is published next."
        )
    dispatch.message_id = message_id
    dispatch.save(update_fields=["message_id"])
    record(
        by=by,
        at=at,
        act="responses.take_up_dispatch",
        subject=f"responses.response:{dispatch.response_id}",
        details={"dispatch": dispatch.pk, "message_id": message_id},
    )
    return dispatch


@transaction.atomic
def note_sent(
    *,
    by: Viewer,
    at: datetime,
    dispatch_id: int,
    message: bytes,
    proof: str,
    comments_wanted_by: date | None = None,
) -> Dispatch:
    """Note that the mail server took an e-mail, and keep the message; an invitation counts now.

    Args:
        by: the product itself.
        at: when the server took it.
        message: exactly as handed over.
        proof: what shows it, in a sentence.
        comments_wanted_by: for an invitation, the date that its letter names.
    """
    dispatch = _locked(dispatch_id)
    kept = ReceivedFile(name=_name(dispatch), content=message).keep(
        dispatch.response, at=at, by_id=None
    )
    dispatch.state, dispatch.failure = DispatchState.SENT, ""
    dispatch.sent_at, dispatch.sent_on = at, civil_date(at)
    dispatch.proof, dispatch.file = proof, kept
    dispatch.save(update_fields=["state", "failure", "sent_at", "sent_on", "proof", "file"])
    voided = comments_wanted_by is not None and _invited(dispatch, comments_wanted_by)
    record(
        by=by,
        at=at,
        act="responses.note_sent",
        subject=f"responses.response:{dispatch.response_id}",
        details={"dispatch": dispatch.pk, "sha256": kept.sha256, "voided": voided},
    )
    return dispatch


@transaction.atomic
def note_failed(*, by: Viewer, at: datetime, dispatch_id: int, failure: str) -> Dispatch:
    """Note that an e-mail could not be sent.

    Args:
        by: the product itself.
        failure: why, and what to do, in a sentence.

    Raises:
        NotToBeSent: it does not wait any more.
    """
    dispatch = _locked(dispatch_id)
    if dispatch.state != DispatchState.WAITING:
        raise NotToBeSent("This e-mail does not wait any more.")
    dispatch.state, dispatch.failure = DispatchState.FAILED, failure
    dispatch.save(update_fields=["state", "failure"])
    record(
        by=by,
        at=at,
        act="responses.note_failed",
        subject=f"responses.response:{dispatch.response_id}",
        details={"dispatch": dispatch.pk},
    )
    return dispatch


def _invited(dispatch: Dispatch, comments_wanted_by: date) -> bool:
    """Record the invitation in the name of the person who sent it; whether that voided a
    preparation."""
    at, sent_on = dispatch.sent_at, dispatch.sent_on
    if dispatch.purpose != Purpose.INVITATION or at is None or sent_on is None:
        raise ValueError("Only an invitation that was sent names a date for comments.")
    Invitation.objects.create(
        response=dispatch.response,
        invited_on=sent_on,
        comments_wanted_by=comments_wanted_by,
        proof=dispatch.proof,
        file=dispatch.file,
        recorded_at=at,
        recorded_by_id=dispatch.recorded_by_id,
    )
    response = LockedResponse(dispatch.response, dispatch.recorded_by_id, at)
    return response.void_preparation("The invitation to the chief officer was changed.")


def _locked(dispatch_id: int) -> Dispatch:
    """The dispatch, read anew under the lock of its response."""
    response_id = Dispatch.objects.values_list("response_id", flat=True).get(pk=dispatch_id)
    Response.objects.select_for_update().get(pk=response_id)
    return Dispatch.objects.select_related("response__body").get(pk=dispatch_id)


def _name(dispatch: Dispatch) -> str:
    version = dispatch.public_version.version if dispatch.public_version else None
    words = str(dispatch.purpose).replace("_", "-")
    return f"{words}-v{version}.eml" if version else f"{words}.eml"
