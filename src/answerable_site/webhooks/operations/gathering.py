"""Events become deliveries: once, in the order in which they happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import Actor, record
from answerable_site.audit.queries import last_sequence
from answerable_site.webhooks import queries
from answerable_site.webhooks.models import Bookmark, Delivery, Subscription
from answerable_site.webhooks.rules import EventToTell


@transaction.atomic
def gather_events(*, by: Actor, at: datetime) -> int:
    """Make a delivery of each event since the last time, for each subscription that wants it.

    Two runs at once take turns by the lock of the bookmark, and the second finds nothing left. The
    first run of an installation begins with what happens from now on.

    Args:
        by: `PRODUCT`.

    Returns:
        How many deliveries were made.
    """
    bookmark, _ = Bookmark.objects.select_for_update().get_or_create(
        id=1, defaults={"sequence": last_sequence()}
    )
    before = bookmark.sequence
    made = 0
    while True:
        events, reached = queries.events_after(bookmark.sequence)
        if reached == bookmark.sequence:
            break
        made += _deliver(events, at)
        bookmark.sequence = reached
    if bookmark.sequence != before:
        bookmark.save()
    if made:
        record(
            by=by,
            at=at,
            act="webhooks.gather_events",
            subject="webhooks.deliveries",
            details={"after": before, "up_to": bookmark.sequence, "deliveries": made},
        )
    return made


def _deliver(events: Iterable[EventToTell], at: datetime) -> int:
    wanting = list(Subscription.objects.filter(ended_at__isnull=True))
    return len(Delivery.objects.bulk_create(_deliveries(events, wanting, at)))


def _deliveries(
    events: Iterable[EventToTell], wanting: list[Subscription], at: datetime
) -> Iterator[Delivery]:
    for event in events:
        for subscription in wanting:
            if _is_for(event, subscription):
                yield Delivery(
                    subscription=subscription,
                    event=event.name,
                    number=event.number,
                    body=event.body(),
                    made_at=at,
                    next_at=at,
                )


def _is_for(event: EventToTell, subscription: Subscription) -> bool:
    """Whether a subscription asks for an event, and it is everybody’s or the organisation’s own."""
    own = event.organisation_ids
    is_told = own is None or subscription.organisation_id in own
    return is_told and event.name in subscription.events
