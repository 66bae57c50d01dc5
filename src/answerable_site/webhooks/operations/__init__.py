"""Every change to subscriptions and deliveries."""

from answerable_site.webhooks.operations.delivering import (
    DeliveryEnded,
    claim_delivery,
    note_attempt,
    send_again,
)
from answerable_site.webhooks.operations.gathering import gather_events
from answerable_site.webhooks.operations.subscribing import (
    SubscriptionEnded,
    end_subscription,
    subscribe,
    try_out,
)

__all__ = [
    "DeliveryEnded",
    "SubscriptionEnded",
    "claim_delivery",
    "end_subscription",
    "gather_events",
    "note_attempt",
    "send_again",
    "subscribe",
    "try_out",
]
