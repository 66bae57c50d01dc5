"""Signs the record of acts as it stands, and writes the head outside the database."""

from __future__ import annotations

from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage

from answerable_site.audit import operations, queries
from answerable_site.audit.operations import HeadsAreGone
from answerable_site.audit.queries import CannotReadHeads, NoKey
from answerable_site.audit.rules import Head
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.rules import PRODUCT

NO_KEY = (
    "The record of acts is not signed: there is no key. Make one with “answerable audit make-key”."
)
NO_SERVER = (
    "The head was written and not sent to the witness: no mail server is set up. Set "
    "ANSWERABLE_EMAIL_URL."
)


def sign(at: datetime) -> Outcome:
    """Sign a head if acts were recorded since the last one, or a day has passed.

    Where a witness is named, the head goes to it by e-mail too.
    """
    if not queries.key_path().exists():
        return Outcome(done=(NO_KEY,))
    try:
        head = operations.sign_head_if_due(
            by=PRODUCT, at=at, key=queries.key_path(), file=queries.own_file()
        )
    except (NoKey, CannotReadHeads, HeadsAreGone) as problem:
        return Outcome(failed=(str(problem),))
    if head is None:
        return Outcome()
    not_sent = send_to_witness(head)
    return Outcome(done=(in_words(head),), failed=(not_sent,) if not_sent else ())


def foresee(at: datetime) -> tuple[str, ...]:
    """What `sign` would do."""
    if not queries.key_path().exists():
        return (NO_KEY,)
    try:
        is_due = queries.is_head_due(at, queries.own_file())
    except CannotReadHeads as problem:
        return (str(problem),)
    return ("The record of acts would be signed.",) if is_due else ()


def in_words(head: Head) -> str:
    """What was signed and where it is."""
    entries = "1 entry" if head.size == 1 else f"{head.size} entries"
    return f"Head {head.number} was signed over {entries} and written to {queries.own_file()}."


def send_to_witness(head: Head) -> str:
    """Send a head to the witness, if one is named; gives a sentence if it did not go out."""
    if not settings.AUDIT_WITNESS:
        return ""
    if not settings.EMAIL_IS_SET_UP:
        return NO_SERVER
    email = EmailMessage(
        subject=f"Head {head.number} of the record of acts",
        body=(
            "Keep this e-mail. The head below, which is attached as a file too, shows later "
            f"whether the record of acts of {settings.PUBLIC_ADDRESS} is still what it was.\n\n"
            f"{head.line()}\n"
        ),
        to=[settings.AUDIT_WITNESS],
        # Nobody’s absence notice is to answer (RFC 3834).
        headers={"Auto-Submitted": "auto-generated"},
    )
    # As a file too, for programs of mail break long lines.
    email.attach(f"head-{head.number}.jsonl", f"{head.line()}\n", "application/jsonl")
    try:
        email.send()
    except (SMTPException, OSError) as problem:
        return (
            "The head was written and not sent to the witness: the mail server did not take the "
            f"e-mail ({type(problem).__name__})."
        )
    return ""
