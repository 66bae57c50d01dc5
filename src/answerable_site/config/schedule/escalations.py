"""Raises what goes up by rule, and tells those to whom it went: claimed first, then sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage

from answerable.statute import civil_date
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.followup import operations, queries
from answerable_site.followup.models import Escalation
from answerable_site.home import presenters
from answerable_site.home.rules import may_go_out
from answerable_site.people.models import User
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import PRODUCT

NOT_TAKEN = (
    "about what went up could not be sent. The next run tries again. Look at the mail server and "
    "at ANSWERABLE_EMAIL_URL."
)


def raise_and_tell(at: datetime) -> Outcome:
    """Raise what goes up on the day, settle what no longer holds, and send the e-mails.

    Args:
        at: when the run begins; its civil date in Europe/London is the day.
    """
    raised = operations.raise_escalations(by=PRODUCT, at=at, on=civil_date(at))
    done = [f"{_things(len(raised))} went up."] if raised else []
    sent, failed = 0, 0
    for person, waiting in _to_tell(at):
        match _tell(person, waiting, at):
            case True:
                sent += 1
            case False:
                failed += 1
    if sent:
        done.append(f"{_emails(sent)} about what went up {'was' if sent == 1 else 'were'} sent.")
    return Outcome(tuple(done), (f"{_emails(failed)} {NOT_TAKEN}",) if failed else ())


def foresee(at: datetime) -> tuple[str, ...]:
    """What would go up, and whom an e-mail would tell of what went up before."""
    moved = queries.movement(on=civil_date(at))
    would = [f"{_things(len(moved.rises))} would go up."] if moved.rises else []
    would += [
        f"To {person.full_name} <{person.email}>: "
        f"{presenters.escalation_email(waiting, site=settings.PUBLIC_ADDRESS).subject}"
        for person, waiting in _to_tell(at)
    ]
    return tuple(would)


def _to_tell(at: datetime) -> Iterator[tuple[User, list[Escalation]]]:
    """Everybody who was not told yet, with what they may see on the day."""
    if not settings.EMAIL_IS_SET_UP or not may_go_out(at):
        return
    waiting = list(queries.escalations_to_mail())
    for person, theirs in groupby(waiting, key=lambda one: one.told):
        viewer = viewer_for(person, on=civil_date(at))
        keys = [one.pk for one in theirs]
        seen = set(
            queries.escalations_visible_to(viewer).filter(pk__in=keys).values_list("pk", flat=True)
        )
        told = [one for one in waiting if one.pk in seen]
        if person.is_active and told:
            yield person, told


def _tell(person: User, waiting: list[Escalation], at: datetime) -> bool | None:
    """Whether the e-mail was sent; None if another run has it."""
    claimed = operations.claim_escalations(by=PRODUCT, at=at, escalations=waiting)
    if not claimed:
        return None
    email = presenters.escalation_email(claimed, site=settings.PUBLIC_ADDRESS)
    try:
        EmailMessage(
            subject=email.subject,
            body=email.text,
            to=[person.email],
            # Nobody’s absence notice is to answer (RFC 3834).
            headers={"Auto-Submitted": "auto-generated"},
        ).send()
    except (SMTPException, OSError):
        operations.note_not_mailed(by=PRODUCT, at=at, escalations=claimed)
        return False
    return True


def _things(count: int) -> str:
    return "1 thing" if count == 1 else f"{count} things"


def _emails(count: int) -> str:
    return "1 e-mail" if count == 1 else f"{count} e-mails"
