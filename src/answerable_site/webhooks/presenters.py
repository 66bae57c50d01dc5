"""Subscriptions and deliveries in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.webhooks.rules import EVENTS, DeliveryState

if TYPE_CHECKING:
    from answerable_site.webhooks.models import Attempt, Delivery, Subscription

_STATES = {
    DeliveryState.WAITING: ("Waiting", "blue"),
    DeliveryState.DELIVERED: ("Delivered", "green"),
    DeliveryState.GIVEN_UP: ("Given up", "red"),
}


@dataclass(frozen=True, slots=True)
class ShownSubscription:
    """A subscription."""

    id: int
    address: str
    organisation: str
    events: tuple[tuple[str, str], ...]
    """The name of each, and what it tells."""
    facts: str
    state: str
    colour: str
    goes_on: bool


@dataclass(frozen=True, slots=True)
class ShownDelivery:
    """A delivery with its attempts."""

    id: int
    event: str
    number: str
    state: str
    colour: str
    facts: str
    attempts: tuple[str, ...]
    can_send_again: bool


def shown_subscription(subscription: Subscription) -> ShownSubscription:
    """A subscription; it comes from `queries.subscriptions_visible_to`."""
    facts = f"Begun by {subscription.made_by.full_name} on {date_in_words(subscription.made_at)}"
    if subscription.ended_by and subscription.ended_at:
        facts += (
            f", ended by {subscription.ended_by.full_name} on "
            f"{date_in_words(subscription.ended_at)}"
        )
    goes_on = subscription.ended_at is None
    state, colour = ("Current", "green") if goes_on else ("Ended", "grey")
    return ShownSubscription(
        id=subscription.pk,
        address=subscription.address,
        organisation=subscription.organisation.name,
        events=tuple((name, EVENTS.get(name, "")) for name in subscription.events),
        facts=f"{facts}.",
        state=state,
        colour=colour,
        goes_on=goes_on,
    )


def shown_deliveries(deliveries: Iterable[Delivery], *, goes_on: bool) -> tuple[ShownDelivery, ...]:
    """Deliveries with their attempts.

    Args:
        goes_on: whether their subscription does.
    """
    return tuple(_shown(one, goes_on=goes_on) for one in deliveries)


def _shown(delivery: Delivery, *, goes_on: bool) -> ShownDelivery:
    state, colour = _STATES[DeliveryState(delivery.state)]
    facts = f"Made on {moment_in_words(delivery.made_at)}."
    if delivery.next_at and goes_on:
        facts += f" Next attempt on {moment_in_words(delivery.next_at)}."
    return ShownDelivery(
        id=delivery.pk,
        event=delivery.event,
        number=delivery.number,
        state=state,
        colour=colour,
        facts=facts,
        attempts=tuple(_attempt(one) for one in delivery.attempts.all()),
        can_send_again=goes_on and delivery.state == DeliveryState.GIVEN_UP,
    )


def _attempt(attempt: Attempt) -> str:
    said = attempt.problem or f"It answered {attempt.status}: taken."
    return f"{moment_in_words(attempt.at)}: {said}"
