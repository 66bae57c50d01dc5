"""Sending e-mails in the background. Each goes out at most once, however often its task runs."""

from __future__ import annotations

import logging
from datetime import date
from email.message import Message
from email.utils import make_msgid, parseaddr
from smtplib import SMTPException, SMTPServerDisconnected
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from answerable_site.background import task
from answerable_site.design.dates import moment_in_words
from answerable_site.people.rules import PRODUCT
from answerable_site.responses import operations, queries
from answerable_site.responses.queries import Outgoing

NOT_SET_UP = (
    "E-mail is not set up on this installation, so this was not sent. Send it from your own "
    "mailbox, and record it here."
)
NOT_REACHED = (
    "The mail server could not be reached or did not let the product in, so this was not sent. Try "
    "again later, or ask whoever runs this installation to check the settings for e-mail."
)
REFUSED = (
    "The mail server refused this e-mail, so it was not sent. Check the address of the recipient "
    "and send it again."
)
BROKEN_OFF = (
    "The connection broke while the mail server took this e-mail, so it may have gone out or not. "
    "Ask the recipient before you send it again."
)
UNEXPECTED = (
    "Something went wrong on our side before this e-mail was sent. Send it again, or send it from "
    "your own mailbox and record it here."
)
log = logging.getLogger(__name__)


class _NotSent(Exception):
    """Its text says why, and what to do."""


class _Letter(EmailMessage):
    """A message that is built once: what is handed over and what is kept are the same bytes."""

    _built: Message | None = None

    def message(self, **options: Any) -> Any:
        if self._built is None:
            self._built = super().message(**options)
        return self._built

    def as_handed_over(self) -> bytes:
        """The message with the line ends of the mail protocol."""
        content: bytes = self.message().as_bytes(linesep="\r\n")
        return content


@task
def send_dispatch(dispatch_id: int, comments_wanted_by: str = "") -> None:
    """Send one e-mail that waits, and note what came of it.

    Args:
        dispatch_id: key of the dispatch.
        comments_wanted_by: for an invitation, the date that its letter names, as ISO date.
    """
    message_id = make_msgid(domain=_own_domain())
    try:
        dispatch = operations.take_up_dispatch(
            by=PRODUCT, at=timezone.now(), dispatch_id=dispatch_id, message_id=message_id
        )
    except operations.NotToBeSent:
        return
    except (operations.WaitedTooLong, operations.WithdrawnMeanwhile) as too_late:
        _note_failed(dispatch_id, str(too_late))
        return
    try:
        letter = _letter(queries.outgoing_of(dispatch), message_id)
        _hand_over(letter)
    except _NotSent as why:
        _note_failed(dispatch_id, str(why))
    except Exception:
        log.exception("Dispatch %s could not be made ready.", dispatch_id)
        _note_failed(dispatch_id, UNEXPECTED)
    else:
        _note_sent(dispatch_id, letter, message_id, comments_wanted_by)


def _letter(mail: Outgoing, message_id: str) -> _Letter:
    return _Letter(
        subject=mail.letter.title,
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.address],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={"Message-ID": message_id},
        attachments=[(file.name, file.content, file.media_type) for file in mail.attachments],
    )


def _hand_over(letter: _Letter) -> None:
    """Give the message to the mail server; tells apart what surely failed from what may not have.

    Raises:
        _NotSent: it was not, or perhaps not, sent.
    """
    if not settings.EMAIL_IS_SET_UP:
        raise _NotSent(NOT_SET_UP)
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        log.warning("The mail server could not be reached: %s", error)
        raise _NotSent(NOT_REACHED) from error
    try:
        connection.send_messages([letter])
    except SMTPServerDisconnected as error:
        raise _NotSent(BROKEN_OFF) from error
    except SMTPException as error:
        log.warning("The mail server refused a message: %s", type(error).__name__)
        raise _NotSent(REFUSED) from error
    except OSError as error:
        raise _NotSent(BROKEN_OFF) from error
    finally:
        _close(connection)


def _close(connection: Any) -> None:
    """A farewell that fails takes nothing back."""
    try:
        connection.close()
    except (SMTPException, OSError) as error:
        log.warning("The connection to the mail server did not close: %s", type(error).__name__)


def _note_sent(dispatch_id: int, letter: _Letter, message_id: str, comments_wanted_by: str) -> None:
    now = timezone.now()
    operations.note_sent(
        by=PRODUCT,
        at=now,
        dispatch_id=dispatch_id,
        message=letter.as_handed_over(),
        proof=(
            f"The mail server took the e-mail on {moment_in_words(now)}. Message ID: {message_id}"
        ),
        comments_wanted_by=date.fromisoformat(comments_wanted_by) if comments_wanted_by else None,
    )


def _note_failed(dispatch_id: int, failure: str) -> None:
    try:
        operations.note_failed(
            by=PRODUCT, at=timezone.now(), dispatch_id=dispatch_id, failure=failure
        )
    except operations.NotToBeSent:
        log.warning("Dispatch %s made way for another meanwhile.", dispatch_id)


def _own_domain() -> str:
    """Of the sender's address, so that no message bears the name of the machine."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
