"""Subscriptions, what was to be delivered to them, and every attempt."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from answerable_site.people.models import Organisation, User
from answerable_site.webhooks.rules import DeliveryState


class Bookmark(models.Model):
    """The one row that says up to where the record of acts was read; its lock makes runs take
    turns."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    sequence = models.PositiveBigIntegerField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="webhooks_one_bookmark"),)


class Subscription(models.Model):
    """An address at which an organisation is told of events."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="subscriptions"
    )
    address = models.CharField(max_length=500)
    events = models.JSONField()
    """Names of events."""
    sealed_secret = models.TextField()
    """Under a key of the installation, for every delivery is signed with it."""
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("organisation_id", "-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_at__isnull=True)
                | Q(ended_by__isnull=False, ended_at__isnull=False),
                name="webhooks_subscription_ended_by_somebody",
            ),
        )


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, at: datetime) -> DeliveryQuerySet:
        """Those to be tried at a moment, of subscriptions that go on."""
        return self.filter(
            state=DeliveryState.WAITING, next_at__lte=at, subscription__ended_at__isnull=True
        )


class Delivery(models.Model):
    """One event for one subscription."""

    subscription = models.ForeignKey(
        Subscription, on_delete=models.PROTECT, related_name="deliveries"
    )
    event = models.CharField(max_length=60)
    number = models.CharField(max_length=60)
    """The identifier of the event."""
    body = models.TextField()
    state = models.CharField(
        max_length=10,
        choices=[(state, state) for state in DeliveryState],
        default=DeliveryState.WAITING,
    )
    attempts_made = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    """When it is tried next; none once it has ended."""
    ended_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("subscription", "number"), name="webhooks_an_event_is_delivered_once"
            ),
            models.CheckConstraint(
                condition=Q(state=DeliveryState.WAITING, next_at__isnull=False)
                | ~Q(state=DeliveryState.WAITING) & Q(next_at__isnull=True),
                name="webhooks_what_waits_has_a_moment",
            ),
        )
        indexes = (models.Index(fields=("state", "next_at"), name="webhooks_due"),)


class Attempt(models.Model):
    """That a delivery was tried, and what came of it. Appended, never changed."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="attempts")
    at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True)
    """That of the answer; none where there was no answer."""
    problem = models.CharField(max_length=200, blank=True)
    """Why there was none, or what was wrong with it."""

    class Meta:
        ordering = ("pk",)
