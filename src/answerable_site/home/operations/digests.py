"""Which run may send a digest, and what became of it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from answerable_site.audit.operations import Actor, record
from answerable_site.home import queries, rules
from answerable_site.home.models import Digest


@transaction.atomic(durable=True)
def claim_digest(*, by: Actor, at: datetime, person_id: int, on: date, items: int) -> Digest | None:
    """Take a person's digest of a day for sending, so that no other run sends it.

    A transaction of its own: the row stands before the e-mail goes out. Whoever comes second meets
    the unique constraint, then the lock of the row.

    Args:
        by: the product.
        at: when this attempt begins.
        person_id: who gets the e-mail.
        on: the civil date (Europe/London) that it is for.
        items: how many things it reminds of.

    Returns:
        The digest to send; None if another run has it, it was sent, or no attempt is left.
    """
    digest = _new(at=at, person_id=person_id, on=on, items=items) or _again(
        at=at, person_id=person_id, on=on, items=items
    )
    if digest is None:
        return None
    record(
        by=by,
        at=at,
        act="home.claim_digest",
        subject=f"home.digest:{digest.pk}",
        details={
            "person": person_id,
            "on": on.isoformat(),
            "items": items,
            "attempt": digest.attempts,
        },
    )
    return digest


@transaction.atomic(durable=True)
def note_digest_sent(*, by: Actor, at: datetime, digest: Digest) -> None:
    """Note that the mail server took the e-mail."""
    held = Digest.objects.select_for_update().get(pk=digest.pk)
    held.sent_at = held.sent_at or at
    held.failure = ""
    held.save(update_fields=["sent_at", "failure"])
    record(by=by, at=at, act="home.note_digest_sent", subject=f"home.digest:{digest.pk}")


@transaction.atomic(durable=True)
def note_digest_failed(*, by: Actor, at: datetime, digest: Digest, because: str) -> None:
    """Note that an attempt failed, unless another has been made since.

    Args:
        by: the product.
        at: when it failed.
        digest: as `claim_digest` gave it.
        because: a plain sentence without names or addresses.
    """
    held = Digest.objects.select_for_update().get(pk=digest.pk)
    if held.sent_at is None and held.attempts == digest.attempts:
        held.failure = because
        held.save(update_fields=["failure"])
    record(
        by=by,
        at=at,
        act="home.note_digest_failed",
        subject=f"home.digest:{digest.pk}",
        details={"attempt": digest.attempts, "because": because},
    )


def _new(*, at: datetime, person_id: int, on: date, items: int) -> Digest | None:
    if Digest.objects.filter(person=person_id, on=on).exists():
        return None
    try:
        with transaction.atomic():
            return Digest.objects.create(
                person_id=person_id, on=on, items=items, claimed_at=at, attempts=1
            )
    except IntegrityError:
        return None


def _again(*, at: datetime, person_id: int, on: date, items: int) -> Digest | None:
    held = Digest.objects.select_for_update().get(person=person_id, on=on)
    if not rules.may_try_again(queries.attempt_of(held), at=at):
        return None
    held.claimed_at, held.items, held.failure = at, items, ""
    held.attempts += 1
    held.save(update_fields=["claimed_at", "items", "failure", "attempts"])
    return held
