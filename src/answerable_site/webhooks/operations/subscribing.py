"""Subscriptions: begun and ended by an administrator."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.people.signing_in.secrets import encrypted
from answerable_site.webhooks import access, rules
from answerable_site.webhooks.models import Delivery, Subscription


class SubscriptionEnded(ValueError):
    """The subscription has ended."""


@transaction.atomic
def subscribe(
    *, by: Viewer, at: datetime, organisation: Organisation, address: str, events: list[str]
) -> tuple[Subscription, str]:
    """Have a system of an organisation told of events.

    Returns:
        The subscription and the secret with which deliveries are signed, to be shown once.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        NotAReceiver: nothing is sent to this address.
        UnknownEvents: no event was chosen, or one that does not exist.
    """
    access.check_can_subscribe(by, organisation)
    rules.check_receiver(address, may_stay_here=settings.WEBHOOKS_MAY_STAY_HERE)
    rules.check_events(events)
    secret = rules.secret_text(secrets.token_bytes(rules.SECRET_BYTES))
    subscription = Subscription.objects.create(
        organisation=organisation,
        address=address,
        events=sorted(events),
        sealed_secret=encrypted(secret),
        made_by_id=signed_in(by),
        made_at=at,
    )
    record(
        by=by,
        at=at,
        act="webhooks.subscribe",
        subject=_subject(subscription),
        details={"organisation": organisation.pk, "address": address, "events": sorted(events)},
    )
    return subscription, secret


@transaction.atomic
def end_subscription(*, by: Viewer, at: datetime, subscription: Subscription) -> Subscription:
    """Send nothing more to an address, not even what waits.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        SubscriptionEnded: it has ended before.
    """
    held = _going_on(by, subscription)
    held.ended_by_id, held.ended_at = by.user_id, at
    held.save()
    record(by=by, at=at, act="webhooks.end_subscription", subject=_subject(held))
    return held


@transaction.atomic
def try_out(*, by: Viewer, at: datetime, subscription: Subscription) -> Delivery:
    """Send a delivery that tells nothing but that deliveries arrive.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        SubscriptionEnded: it has ended.
    """
    held = _going_on(by, subscription)
    number = f"{rules.PING}_{secrets.token_hex(8)}"
    event = rules.EventToTell(rules.PING, number, at, {}, frozenset({held.organisation_id}))
    delivery = Delivery.objects.create(
        subscription=held,
        event=event.name,
        number=event.number,
        body=event.body(),
        made_at=at,
        next_at=at,
    )
    record(by=by, at=at, act="webhooks.try_out", subject=_subject(held))
    return delivery


def _going_on(by: Viewer, subscription: Subscription) -> Subscription:
    found = Subscription.objects.select_for_update(of=("self",)).select_related("organisation")
    held = found.get(pk=subscription.pk)
    access.check_can_subscribe(by, held.organisation)
    if held.ended_at:
        raise SubscriptionEnded("This subscription has ended already.")
    return held


def _subject(subscription: Subscription) -> str:
    return f"webhooks.subscription:{subscription.pk}"
