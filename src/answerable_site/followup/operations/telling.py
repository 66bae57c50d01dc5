"""Progress, told inside; and what may be told outside."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import Action, Commitment, ProgressUpdate, PublicWording
from answerable_site.followup.operations.marking import Held
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer


class SaidAlready(ValueError):
    """Somebody agreed or approved it already."""


class DayRefused(ValueError):
    """A day cannot be right; the message says why."""


@transaction.atomic
def add_update(
    *,
    by: Viewer,
    at: datetime,
    on: date,
    thing: Commitment | Action,
    rating: rules.Rating,
    words: str,
    state: rules.ActionState | None = None,
    done_on: date | None = None,
) -> ProgressUpdate:
    """Say how a commitment or an action goes; an action may change its state with it.

    Args:
        on: the civil date of the update.
        state: of an action from now on; None leaves it as it is.
        done_on: the civil date on which the action was done; `on` where it is not said.

    Raises:
        access.Refused: the viewer neither owns nor manages it; or it, or all that the action
            serves, is closed.
        NothingSaid: there are no words.
        DayRefused: it would be done in the future.
    """
    words = rules.words_in(words, "Say what was done since the last update")
    held = Held(thing)
    access.check_can_work_on(by, held.thing)
    held.check_open()
    facts: dict[str, object] = {"updated_on": on, "rating": rating}
    if held.is_commitment:
        every = queries.policy_of(held.thing.body_id).update_days
        facts["update_due_on"] = rules.next_update_on(last_on=on, began_on=on, every_days=every)
    elif state is not None:
        facts["state"] = state
        facts["done_on"] = (done_on or on) if state is rules.ActionState.DONE else None
        if done_on and done_on > on:
            raise DayRefused("The day on which it was done must be today or in the past")
    update = ProgressUpdate.objects.create(
        **held.about,
        on=on,
        rating=rating,
        words=words,
        state=held.thing.state if state is None and not held.is_commitment else state or "",
        at=at,
        by_id=signed_in(by),
    )
    held.keep(at=at, **facts)
    record(
        by=by,
        at=at,
        act="followup.add_update",
        subject=held.subject,
        details={"rating": rating, "state": state or ""},
    )
    return update


@transaction.atomic
def agree_update(*, by: Viewer, at: datetime, update: ProgressUpdate) -> None:
    """Agree, for the organisation, with what somebody else said inside.

    Raises:
        access.Refused: the viewer does not manage it, or wrote it.
        SaidAlready: somebody agreed.
    """
    held = ProgressUpdate.objects.select_for_update(of=("self",)).get(pk=update.pk)
    commitments = [held.commitment] if held.commitment else held.action.commitments.all()  # type: ignore[union-attr]
    access.check_can_agree(by, commitments[0], told_by=held.by_id)
    if held.agreed_at is not None:
        raise SaidAlready("Somebody agreed with this already.")
    held.agreed_at, held.agreed_by_id = at, signed_in(by)
    held.save(update_fields=["agreed_at", "agreed_by"])
    record(by=by, at=at, act="followup.agree_update", subject=f"followup.update:{update.pk}")


@transaction.atomic
def propose_wording(
    *, by: Viewer, at: datetime, commitment: Commitment, words: str
) -> PublicWording:
    """Propose what the public may be told of a commitment.

    Raises:
        access.Refused: the viewer neither owns nor manages it.
        NothingSaid: there are no words.
    """
    words = rules.words_in(words, "Write what the public may be told")
    held = Held(commitment)
    access.check_can_work_on(by, held.thing)
    wording = PublicWording.objects.create(
        commitment=held.thing, words=words, at=at, by_id=signed_in(by)
    )
    held.keep(at=at)
    record(by=by, at=at, act="followup.propose_wording", subject=held.subject)
    return wording


@transaction.atomic
def approve_wording(*, by: Viewer, at: datetime, wording: PublicWording) -> None:
    """Approve, for the policing body, what somebody else proposed to tell the public.

    Raises:
        access.Refused: the viewer judges not for the body, or proposed it.
        SaidAlready: somebody approved.
    """
    held = PublicWording.objects.select_for_update(of=("self",)).get(pk=wording.pk)
    access.check_can_approve_wording(by, held.commitment, proposed_by=held.by_id)
    if held.approved_at is not None:
        raise SaidAlready("Somebody approved these words already.")
    held.approved_at, held.approved_by_id = at, signed_in(by)
    held.save(update_fields=["approved_at", "approved_by"])
    record(
        by=by,
        at=at,
        act="followup.approve_wording",
        subject=f"followup.commitment:{wording.commitment_id}",
        details={"wording": wording.pk},
    )
