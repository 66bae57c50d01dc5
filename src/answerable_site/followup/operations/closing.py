"""Closing a commitment on its criteria, checking that it lasted, reopening it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.statute import add_months
from answerable_site.audit.operations import record
from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import Closure, Commitment
from answerable_site.followup.operations.marking import Held
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.rules import Viewer


@transaction.atomic
def close_commitment(
    *, by: Viewer, at: datetime, today: date, commitment: Commitment, words: str
) -> Closure:
    """Close a commitment whose criteria were met, as somebody independent found.

    Args:
        today: the civil date, which is that of the closure.

    Raises:
        access.Refused: the viewer judges not for the body, or owns the work; or it is closed.
        NothingSaid: there are no words.
        rules.CannotClose: something stands in the way.
    """
    words = rules.words_in(words, "Say what this rests on")
    held = Held(commitment)
    access.check_can_judge(by, held.thing)
    held.check_independent(by)
    if held.thing.closed_on is not None:
        raise Refused("This is closed already.")
    gaps = queries.gaps_before_closing(held.thing)
    if gaps:
        raise rules.CannotClose(gaps)
    months = queries.policy_of(held.thing.body_id).sustainment_months
    closure = Closure.objects.create(
        commitment=held.thing,
        on=today,
        words=words,
        check_due_on=add_months(today, months),
        at=at,
        by_id=signed_in(by),
    )
    held.keep(at=at, closed_on=today, check_due_on=closure.check_due_on)
    record(
        by=by,
        at=at,
        act="followup.close_commitment",
        subject=held.subject,
        details={"on": today.isoformat()},
    )
    return closure


@transaction.atomic
def check_closure(
    *, by: Viewer, at: datetime, today: date, closure: Closure, lasted: bool, words: str
) -> None:
    """Say, some months after a closure, whether it lasted. What did not last is not reopened by
    this: that is a decision of its own.

    Args:
        today: the civil date, which is that of the check.

    Raises:
        access.Refused: the viewer judges not for the body or owns the work; or the closure was
            checked or stands no longer.
        NothingSaid: there are no words.
    """
    words = rules.words_in(words, "Say what was found")
    held = Held(closure.commitment)
    access.check_can_judge(by, held.thing)
    held.check_independent(by)
    kept = Closure.objects.select_for_update(of=("self",)).get(pk=closure.pk)
    if kept.state is not rules.ClosureState.TO_CHECK:
        raise Refused("This closure was checked already, or stands no longer.")
    kept.checked_on, kept.checked_at, kept.checked_by_id = today, at, signed_in(by)
    kept.lasted, kept.check_words = lasted, words
    kept.save(update_fields=["checked_on", "checked_at", "checked_by", "lasted", "check_words"])
    held.keep(at=at, check_due_on=None)
    record(
        by=by,
        at=at,
        act="followup.check_closure",
        subject=held.subject,
        details={"lasted": lasted},
    )


@transaction.atomic
def reopen_commitment(*, by: Viewer, at: datetime, commitment: Commitment, reason: str) -> None:
    """Open a closed commitment again. Its original date stays, and so does the closure’s row; the
    organisation has to say anew that it is complete, and the office to assure it anew.

    Raises:
        access.Refused: the viewer judges not for the body, or it is open.
        NothingSaid: no reason is given.
    """
    reason = rules.words_in(reason, "Say why this is opened again")
    held = Held(commitment)
    access.check_can_judge(by, held.thing)
    if held.thing.closed_on is None:
        raise Refused("This is open.")
    closure = held.thing.closures.select_for_update(of=("self",)).get(reopened_at__isnull=True)
    closure.reopened_at, closure.reopened_by_id = at, signed_in(by)
    closure.reopened_because = reason
    closure.save(update_fields=["reopened_at", "reopened_by", "reopened_because"])
    held.keep(
        at=at,
        closed_on=None,
        check_due_on=None,
        done_on=None,
        own_view="",
        assurance="",
        assurance_name="",
    )
    record(by=by, at=at, act="followup.reopen_commitment", subject=held.subject)
