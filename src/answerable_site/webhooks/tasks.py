"""Deliveries on their way: each is claimed first, so that no two runs send it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings

from answerable_site.people.rules import PRODUCT
from answerable_site.people.signing_in.secrets import decrypted
from answerable_site.webhooks import operations, rules, sending

if TYPE_CHECKING:
    from answerable_site.webhooks.models import Delivery

Sender = Callable[..., sending.Answer]


def deliver(
    delivery: Delivery, *, now: Callable[[], datetime], send: Sender = sending.send
) -> bool | None:
    """Whether a delivery was taken; None if it is not for this run to send.

    Args:
        now: the clock.
        send: what sends it.
    """
    claimed = operations.claim_delivery(by=PRODUCT, at=now(), delivery=delivery)
    if claimed is None:
        return None
    status, problem = None, ""
    try:
        answer = send(
            claimed.subscription.address,
            claimed.body.encode(),
            headers_of(claimed, at=now()),
            may_stay_here=settings.WEBHOOKS_MAY_STAY_HERE,
        )
        status, problem = answer.status, answer.problem
    except (sending.NotSent, rules.NotAReceiver) as refusal:
        problem = str(refusal)
    operations.note_attempt(by=PRODUCT, at=now(), delivery=claimed, status=status, problem=problem)
    return not problem


def headers_of(delivery: Delivery, *, at: datetime) -> dict[str, str]:
    """By what a receiver knows a delivery and that it is from here (Standard Webhooks)."""
    timestamp = int(at.timestamp())
    return {
        "Content-Type": "application/json",
        "User-Agent": "Answerable",
        "webhook-id": delivery.number,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": rules.signature(
            decrypted(delivery.subscription.sealed_secret),
            number=delivery.number,
            timestamp=timestamp,
            body=delivery.body,
        ),
    }
