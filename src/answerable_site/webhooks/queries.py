"""Subscriptions and deliveries, and what happened since the record was read last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from answerable_site.audit.models import AuditEntry
from answerable_site.audit.queries import acts_after
from answerable_site.followup.models import Commitment, TrackerImport
from answerable_site.intake.models import Batch, QueuedLoad
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication.queries import changes_of
from answerable_site.publication.rules import BY_ACT
from answerable_site.webhooks.models import Attempt, Delivery, Subscription
from answerable_site.webhooks.rules import OWN_ACTS, EventToTell

AT_ONCE: Final = 500
"""How many acts are read at once."""
SHOWN: Final = 100
"""How many deliveries the page of a subscription shows."""


def subscriptions_visible_to(viewer: Viewer) -> QuerySet[Subscription]:
    """Those of organisations that the viewer administers."""
    return (
        Subscription.objects.filter(organisation__in=viewer.organisations_where(Role.ADMINISTRATOR))
        .select_related("organisation", "made_by", "ended_by")
        .defer("organisation__logo")
    )


def deliveries_visible_to(viewer: Viewer) -> QuerySet[Delivery]:
    """Deliveries to these, the latest first, with their attempts."""
    return (
        Delivery.objects.filter(
            subscription__organisation__in=viewer.organisations_where(Role.ADMINISTRATOR)
        )
        .select_related("subscription")
        .prefetch_related(Prefetch("attempts", Attempt.objects.order_by("pk")))
    )


def deliveries_due(at: datetime) -> QuerySet[Delivery]:
    """Deliveries to be tried at a moment, those that wait longest first."""
    return Delivery.objects.due(at).select_related("subscription").order_by("next_at", "pk")


def events_after(sequence: int) -> tuple[list[EventToTell], int]:
    """What happened after a place in the record of acts, and the place up to which was looked."""
    entries = acts_after(sequence, [*BY_ACT, *OWN_ACTS], most=AT_ONCE)
    events = [event for entry in entries for event in _events(entry)]
    return events, entries[-1].sequence if entries else sequence


def _events(entry: AuditEntry) -> Iterator[EventToTell]:
    if entry.act in OWN_ACTS:
        yield from _own(entry)
        return
    for place, change in enumerate(changes_of(entry), 1):
        yield EventToTell(
            name=change.what.value,
            number=f"evt_{entry.sequence}_{place}",
            at=entry.at,
            data={
                "number": change.number,
                "body": change.body,
                "address": _at(change.path),
                "data_address": _at(change.data_path) if change.data_path else None,
            },
            organisation_ids=None,
        )


def _own(entry: AuditEntry) -> Iterator[EventToTell]:
    kind, _, number = entry.subject.partition(":")
    if kind not in _FOUND or not number.isdigit():
        return
    found = _FOUND[kind](int(number))
    if found is None:
        return
    organisation_ids, path, data = found
    yield EventToTell(
        name=OWN_ACTS[entry.act].value,
        number=f"evt_{entry.sequence}_1",
        at=entry.at,
        data={"number": int(number), "address": _at(path), **data},
        organisation_ids=organisation_ids,
    )


_Found = tuple[frozenset[int], str, dict[str, str]] | None
"""Whose it is, the path of its page, and what else is told."""


def _commitment(pk: int) -> _Found:
    held = Commitment.objects.filter(pk=pk).values_list("body", "organisation").first()
    if held is None:
        return None
    return frozenset(held), reverse("followup:commitment", args=[pk]), {}


def _tracker(pk: int) -> _Found:
    body = TrackerImport.objects.filter(pk=pk).values_list("body", flat=True).first()
    if body is None:
        return None
    data = {"data_address": _at(reverse("api:tracker", args=[pk]))}
    return frozenset({body}), reverse("followup:commitments"), data


def _batch(pk: int) -> _Found:
    organisation = Batch.objects.filter(pk=pk).values_list("organisation", flat=True).first()
    if organisation is None:
        return None
    data = {"data_address": _at(reverse("api:load", args=[pk]))}
    return frozenset({organisation}), reverse("intake:load", args=[pk]), data


def _queued(pk: int) -> _Found:
    organisation = QueuedLoad.objects.filter(pk=pk).values_list("organisation", flat=True).first()
    if organisation is None:
        return None
    data = {"data_address": _at(reverse("api:sent_extract", args=[pk]))}
    return frozenset({organisation}), reverse("intake:queued", args=[pk]), data


def _at(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}"


_FOUND: Final[dict[str, Callable[[int], _Found]]] = {
    "followup.commitment": _commitment,
    "followup.trackerimport": _tracker,
    "intake.batch": _batch,
    "intake.queuedload": _queued,
}
