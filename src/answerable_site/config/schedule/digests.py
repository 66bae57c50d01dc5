"""Sends the e-mails about what is due: each is claimed first, so that no two runs send it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from smtplib import SMTPException
from time import monotonic

from django.conf import settings
from django.core.mail import EmailMessage

from answerable_site.config.schedule.jobs import Outcome
from answerable_site.home import operations, presenters, queries
from answerable_site.home.presenters import Email
from answerable_site.home.rules import may_go_out
from answerable_site.people.rules import PRODUCT

NO_SERVER = (
    "No e-mail about what is due goes out: no mail server is set up. Set ANSWERABLE_EMAIL_URL."
)
TOO_EARLY = "No e-mail about what is due goes out before 7am London time."
NOT_TAKEN = (
    "could not be sent. Three attempts are made, ten minutes apart or more. Look at the mail "
    "server and at ANSWERABLE_EMAIL_URL."
)


def send(at: datetime) -> Outcome:
    """Send everybody the digest of the day that they have not got yet.

    A person whose e-mail cannot be sent does not keep others from theirs.

    Args:
        at: when the run begins; its civil date in Europe/London is the day of the digests.
    """
    if why_not := _why_not(at):
        return Outcome(done=(why_not,))
    began, sent, failed = monotonic(), 0, 0
    for digest in queries.digests_to_send(at):
        now = at + timedelta(seconds=monotonic() - began)
        match _send_one(digest, now):
            case True:
                sent += 1
            case False:
                failed += 1
    done = f"{_emails(sent)} about what is due {_were(sent)} sent."
    return Outcome(done=(done,), failed=(f"{_emails(failed)} {NOT_TAKEN}",) if failed else ())


def foresee(at: datetime) -> tuple[str, ...]:
    """What would go to whom, and why nothing would."""
    return tuple(_foreseen(at))


def _foreseen(at: datetime) -> Iterator[str]:
    if why_not := _why_not(at):
        yield why_not
    for digest in queries.digests_to_send(at):
        email = presenters.digest_email(digest, site=settings.PUBLIC_ADDRESS)
        yield f"To {digest.person.full_name} <{digest.person.email}>: {email.subject}"


def _why_not(at: datetime) -> str:
    if not settings.EMAIL_IS_SET_UP:
        return NO_SERVER
    return "" if may_go_out(at) else TOO_EARLY


def _send_one(digest: queries.PersonalDigest, now: datetime) -> bool | None:
    """Whether the e-mail was sent; None if it is not for this run to send."""
    claimed = operations.claim_digest(
        by=PRODUCT,
        at=now,
        person_id=digest.person.pk,
        on=digest.on,
        items=digest.items,
    )
    if claimed is None:
        return None
    email = presenters.digest_email(digest, site=settings.PUBLIC_ADDRESS)
    try:
        _deliver(email, to=digest.person.email)
    except (SMTPException, OSError) as problem:
        operations.note_digest_failed(
            by=PRODUCT,
            at=now,
            digest=claimed,
            because=f"The mail server did not take the e-mail ({type(problem).__name__}).",
        )
        return False
    operations.note_digest_sent(by=PRODUCT, at=now, digest=claimed)
    return True


def _deliver(email: Email, *, to: str) -> None:
    EmailMessage(
        subject=email.subject,
        body=email.text,
        to=[to],
        # Nobody's absence notice is to answer (RFC 3834).
        headers={"Auto-Submitted": "auto-generated"},
    ).send()


def _emails(count: int) -> str:
    return "1 e-mail" if count == 1 else f"{count} e-mails"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
