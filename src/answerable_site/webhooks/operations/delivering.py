"""Attempts at a delivery: claimed before, noted after, made again later or by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from answerable_site.audit.operations import Actor, record
from answerable_site.people.rules import Viewer
from answerable_site.webhooks import access, rules
from answerable_site.webhooks.models import Attempt, Delivery
from answerable_site.webhooks.rules import DeliveryState

CLAIMED_FOR: Final = timedelta(minutes=10)
"""For how long one run has a delivery to itself; after it, whatever became of the run, another."""


class DeliveryEnded(ValueError):
    """The delivery cannot be made again."""


@transaction.atomic
def claim_delivery(*, by: Actor, at: datetime, delivery: Delivery) -> Delivery | None:
    """Take up a delivery that is due, so that no other run sends it; None if another has it.

    Args:
        by: `PRODUCT`.
    """
    found = Delivery.objects.select_for_update(of=("self",)).select_related("subscription")
    held = found.due(at).filter(pk=delivery.pk).first()
    if held is None:
        return None
    held.attempts_made += 1
    held.next_at = at + CLAIMED_FOR
    held.save(update_fields=["attempts_made", "next_at"])
    record(by=by, at=at, act="webhooks.claim_delivery", subject=_subject(held))
    return held


@transaction.atomic
def note_attempt(
    *, by: Actor, at: datetime, delivery: Delivery, status: int | None, problem: str
) -> Delivery:
    """Note what came of an attempt, and when there is another.

    Args:
        by: `PRODUCT`.
        status: that of the answer; None where there was none.
        problem: why it was not taken; empty where it was.
    """
    held = Delivery.objects.select_for_update().get(pk=delivery.pk)
    Attempt.objects.create(delivery=held, at=at, status=status, problem=problem)
    again = None if not problem else rules.next_attempt(at, held.attempts_made)
    held.next_at = again
    if again is None:
        held.state = DeliveryState.GIVEN_UP if problem else DeliveryState.DELIVERED
        held.ended_at = at
    held.save()
    record(
        by=by,
        at=at,
        act="webhooks.note_attempt",
        subject=_subject(held),
        details={"status": status, "taken": not problem},
    )
    return held


@transaction.atomic
def send_again(*, by: Viewer, at: datetime, delivery: Delivery) -> Delivery:
    """Make a delivery once more that was given up, from the first attempt on.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        DeliveryEnded: it was not given up, or its subscription has ended.
    """
    found = Delivery.objects.select_for_update(of=("self",))
    held = found.select_related("subscription__organisation").get(pk=delivery.pk)
    access.check_can_subscribe(by, held.subscription.organisation)
    if held.state != DeliveryState.GIVEN_UP or held.subscription.ended_at:
        raise DeliveryEnded("Only what was given up can be sent again, while somebody subscribes.")
    held.state, held.attempts_made = DeliveryState.WAITING, 0
    held.next_at, held.ended_at = at, None
    held.save()
    record(by=by, at=at, act="webhooks.send_again", subject=_subject(held))
    return held


def _subject(delivery: Delivery) -> str:
    return f"webhooks.delivery:{delivery.pk}"
